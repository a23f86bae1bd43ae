import { expect, it } from 'vitest'
import { formatsFor } from './formats'
import { localeTag, readingOf, usual } from './locale'

it('writes numbers and parts in the digits of the person', () => {
  expect(formatsFor(localeTag(usual('en'))).number(1234.5)).toBe('1,234.5')
  expect(formatsFor(localeTag(usual('fa'))).number(1234.5)).toBe('۱٬۲۳۴٫۵')
  expect(formatsFor(localeTag(usual('ar'))).percent(0.18)).toContain('١٨')
  expect(formatsFor(localeTag({ ...usual('fa'), digits: 'latn' })).percent(0.18)).toContain('18')
})

it('writes civil days in the calendar of the person, whatever the zone of the machine', () => {
  const persian = formatsFor(localeTag(usual('fa')))
  expect(persian.day('2026-03-21')).toBe('۱ فروردین ۱۴۰۵')
  expect(persian.day('2026-05-22', 'long')).toBe('جمعه ۱ خرداد ۱۴۰۵')
  expect(formatsFor(localeTag({ ...usual('ar'), calendar: 'islamic-umalqura' })).day('2026-03-20')).toContain('١٤٤٧')
  expect(formatsFor(localeTag(usual('en'))).day('2026-05-22', 'long')).toBe('Friday, May 22, 2026')
  expect(persian.day('2026-11-01', 'month')).toBe('آبان ۱۴۰۵')
  expect(formatsFor(localeTag(usual('ar'))).day('2026-11-01', 'month')).toBe('نوفمبر ٢٠٢٦')
  expect(persian.day('')).toBe('')
})

it('fills what a person has not chosen with the usual of the language', () => {
  expect(readingOf({ language: 2, calendar: 0, digits: 0 })).toEqual(usual('fa'))
  expect(readingOf({ language: 3, calendar: 3, digits: 1 })).toEqual({
    language: 'ar',
    calendar: 'islamic-umalqura',
    digits: 'latn',
  })
})
