import { create } from '@bufbuild/protobuf'
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components'
import { type Money, MoneySchema } from '@/gen/hamgam/incentives/v1/money_pb'
import { useText } from '@/i18n/text'
import { FormRow, NumberField } from '@/ui/Field'
import { ComboBox } from '@/ui/Select'
import { digitsOf } from './money'

const codes =
  'AED AFN AMD AUD AZN BHD CAD CHF CNY DKK DZD EGP EUR GBP GEL INR IQD IRR JOD JPY KRW KWD KZT LBP LYD MAD MYR NOK OMR PKR PLN QAR RUB SAR SEK SGD SYP THB TJS TMT TND TRY USD UZS YER'.split(
    ' ',
  )

/** Currencies, each by its code and its name in the person's language. */
export function CurrencyField({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: string
  onChange: (code: string) => void
  error?: string
}) {
  const { locale } = useLocale()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    const all = value && !codes.includes(value) ? [value, ...codes] : codes
    return all.map((id) => ({ id, label: `${id} · ${names.of(id) ?? ''}` }))
  }, [locale, value])
  return (
    <ComboBox
      label={label}
      options={options}
      value={value || null}
      onChange={(code) => code && onChange(code)}
      error={error}
    />
  )
}

/** An amount of money in a currency. */
export function MoneyField({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: Money | undefined
  onChange: (money: Money) => void
  error?: string
}) {
  const t = useText()
  const currency = value?.currencyCode ?? ''
  const digits = digitsOf(currency)
  const amount = value ? Number(value.minorUnits) / 10 ** digits : Number.NaN
  const money = (code: string, major: number) =>
    onChange(
      create(MoneySchema, {
        currencyCode: code,
        minorUnits: BigInt(Math.round((Number.isNaN(major) ? 0 : major) * 10 ** digitsOf(code))),
      }),
    )
  return (
    <FormRow>
      <NumberField
        label={label}
        value={amount}
        onChange={(major) => money(currency, major)}
        minValue={0}
        formatOptions={{ maximumFractionDigits: digits }}
        error={error}
      />
      <CurrencyField
        label={t({ id: 'fields.currency', defaultMessage: 'Currency' })}
        value={currency}
        onChange={(code) => money(code, amount)}
      />
    </FormRow>
  )
}
