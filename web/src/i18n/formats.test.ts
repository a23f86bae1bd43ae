import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { expect, it } from 'vitest'
import { formatsFor } from './formats'
import { localeTag, readingOf, usual } from './locale'

it('writes numbers and parts in the digits of the person', () => {
  expect(formatsFor(localeTag(usual('en'))).number(1234.5)).toBe('1,234.5')
  expect(formatsFor(localeTag(usual('fa'))).number(1234.5)).toBe('۱٬۲۳۴٫۵')
  expect(formatsFor(localeTag(usual('ar'))).percent(0.18)).toContain('١٨')
  expect(formatsFor(localeTag({ ...usual('fa'), digits: 'latn' })).percent(0.18)).toContain('18')
  expect(formatsFor(localeTag(usual('fa'))).minutes(65)).toBe('۱ ساعت و ۵ دقیقه')
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

it('writes moments with the month in words, as days are written', () => {
  const moment = timestampFromDate(new Date(2026, 4, 23, 10, 12))
  const written = (['en', 'fa', 'ar'] as const).map((language) =>
    formatsFor(localeTag(usual(language)))
      .instant(moment)
      .replaceAll('\u202f', ' '),
  )
  expect(written).toEqual(['May 23, 2026, 10:12 AM', '۲ خرداد ۱۴۰۵، ۱۰:۱۲', '٢٣ مايو ٢٠٢٦، ١٠:١٢ ص'])
  expect(formatsFor('en').instant(undefined)).toBe('')
})

it('fills what a person has not chosen with the usual of the language', () => {
  expect(readingOf({ language: 2, calendar: 0, digits: 0 })).toEqual(usual('fa'))
  expect(readingOf({ language: 3, calendar: 3, digits: 1 })).toEqual({
    language: 'ar',
    calendar: 'islamic-umalqura',
    digits: 'latn',
  })
})
