import { DateFormatter } from '@internationalized/date'

const order = ['weekday', 'day', 'month', 'year'] as const

/**
 * Makes a date with its month in words read in Persian as people write it, "یکشنبه ۱ آذر ۱۴۰۵" and "آذر ۱۴۰۵". The locale data puts the year
 * first, and the calendar of React Aria, which has no other way to be told, reads its title and its days to screen readers by this
 * formatter.
 */
export function putPersianDatesInOrder() {
  const format = DateFormatter.prototype.format
  DateFormatter.prototype.format = function (date) {
    const { locale, year, month, hour, era } = this.resolvedOptions()
    if (!locale.startsWith('fa') || !year || month !== 'long' || hour || era) return format.call(this, date)
    const parts = this.formatToParts(date)
    return order.flatMap((type) => parts.find((part) => part.type === type)?.value ?? []).join(' ')
  }
}
