import { useLocale } from 'react-aria-components'
import type { Money } from '@/gen/hamgam/incentives/v1/money_pb'
import { isolate } from '@/i18n/formats'

// As ISO 4217 has it, which the contract follows; the locale data of browsers leaves out units that are hardly used.
const whole = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const thousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** How many digits a currency's smallest unit has. */
export function digitsOf(currency: string): number {
  if (whole.has(currency)) return 0
  return thousandths.has(currency) ? 3 : 2
}

/** Writes amounts of money with the person's digits. */
export function useMoney() {
  const { locale } = useLocale()
  return (money: Money | undefined) => {
    if (!money?.currencyCode) return ''
    const digits = digitsOf(money.currencyCode)
    const amount = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: money.currencyCode,
      minimumFractionDigits: 0,
      maximumFractionDigits: digits,
      trailingZeroDisplay: 'stripIfInteger',
    }).format(Number(money.minorUnits) / 10 ** digits)
    return isolate(amount)
  }
}
