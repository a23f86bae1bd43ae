import { create } from '@bufbuild/protobuf'
import { expect, test } from 'vitest'
import { SiteSchema, Weekday } from '@/gen/hamgam/identity/v1/site_pb'
import { runOf, weekOn } from './weeks'

const site = create(SiteSchema, {
  workWeeks: [
    { startDay: '2020-01-01', workDays: [Weekday.SATURDAY] },
    { startDay: '2025-03-21', workDays: [Weekday.SUNDAY] },
  ],
})

test('a work week holds from its day on, and the first one before it too', () => {
  expect(weekOn(site, '2019-06-01')?.workDays).toEqual([Weekday.SATURDAY])
  expect(weekOn(site, '2025-03-20')?.workDays).toEqual([Weekday.SATURDAY])
  expect(weekOn(site, '2025-03-21')?.workDays).toEqual([Weekday.SUNDAY])
})

test('a site without a work week has none', () => {
  expect(weekOn(create(SiteSchema), '2025-01-01')).toBeUndefined()
})

test('a run goes on over the end of the week', () => {
  const { SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY, FRIDAY } = Weekday
  expect(runOf([MONDAY, TUESDAY, WEDNESDAY, SATURDAY, SUNDAY])).toEqual([SATURDAY, WEDNESDAY])
  expect(runOf([MONDAY, TUESDAY, WEDNESDAY])).toEqual([MONDAY, WEDNESDAY])
  expect(runOf([MONDAY, WEDNESDAY, FRIDAY])).toBeUndefined()
  expect(runOf([])).toBeUndefined()
})
