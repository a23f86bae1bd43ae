import { DateFormatter } from '@internationalized/date'

/**
 * Makes a month with its year read in Persian as people write it, "آذر ۱۴۰۵". The locale data puts the year first, and the
 * calendar of React Aria, which has no other way to be told, reads its title to screen readers by this formatter.
 */
export function putPersianMonthsFirst() {
  const format = DateFormatter.prototype.format
  DateFormatter.prototype.format = function (date) {
    const { locale, year, month, day } = this.resolvedOptions()
    if (!locale.startsWith('fa') || !year || month !== 'long' || day) return format.call(this, date)
    const parts = this.formatToParts(date)
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? ''
    return `${part('month')} ${part('year')}`
  }
}
