import { DateFormatter } from '@internationalized/date'
import { expect, test } from 'vitest'
import { putPersianDatesInOrder } from './dateOrder'

const day = new Date('2026-11-22T12:00:00Z')
const read = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new DateFormatter(locale, { ...options, timeZone: 'UTC' }).format(day)

test('a date reads in Persian from the day to the year, and nothing else changes', () => {
  const title = { month: 'long', year: 'numeric' } as const
  const whole = { ...title, day: 'numeric', weekday: 'long' } as const
  const short = { month: 'short', year: 'numeric', day: 'numeric' } as const
  const withHour = { ...whole, hour: 'numeric' } as const
  const others = () => [
    ...['en', 'ar'].flatMap((locale) => [title, whole, short].map((options) => read(locale, options))),
    ...[short, withHour].map((options) => read('fa-u-ca-persian', options)),
  ]
  const before = others()
  putPersianDatesInOrder()
  expect(read('fa-IR-u-ca-persian', title)).toBe('آذر ۱۴۰۵')
  expect(read('fa-u-ca-persian', whole)).toBe('یکشنبه ۱ آذر ۱۴۰۵')
  expect(read('fa-u-ca-gregory', whole)).toBe('یکشنبه ۲۲ نوامبر ۲۰۲۶')
  expect(read('fa-u-ca-persian-nu-latn', { ...title, day: 'numeric' })).toBe('1 آذر 1405')
  expect(others()).toEqual(before)
})
