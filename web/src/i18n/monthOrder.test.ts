import { DateFormatter } from '@internationalized/date'
import { expect, test } from 'vitest'
import { putPersianMonthsFirst } from './monthOrder'

const day = new Date('2026-11-22T12:00:00Z')
const read = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new DateFormatter(locale, { ...options, timeZone: 'UTC' }).format(day)

test('the title of a calendar reads the month first in Persian, and nothing else changes', () => {
  const title = { month: 'long', year: 'numeric' } as const
  const whole = { ...title, day: 'numeric', weekday: 'long' } as const
  const before = ['en', 'ar', 'fa'].map((locale) => [read(locale, title), read(locale, whole)])
  putPersianMonthsFirst()
  expect(read('fa-IR-u-ca-persian', title)).toBe('آذر ۱۴۰۵')
  expect(['en', 'ar'].map((locale) => [read(locale, title), read(locale, whole)])).toEqual(before.slice(0, 2))
  expect(read('fa', whole)).toBe(before[2]?.[1])
})
