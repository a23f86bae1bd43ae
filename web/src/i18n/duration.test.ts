import { expect, it } from 'vitest'
import { durationFor } from './duration'
import { localeTag, usual } from './locale'

const said = (tag: string, spans: number[]) => spans.map(durationFor(tag))

it('says hours and minutes as people do, never parts of an hour', () => {
  expect(said(localeTag(usual('en')), [0, 1, 45, 60, 65, 120, 1505])).toEqual([
    '0 min',
    '1 min',
    '45 min',
    '1 h',
    '1 h 5 min',
    '2 h',
    '25 h 5 min',
  ])
  expect(said(localeTag(usual('fa')), [1, 45, 60, 65, 90, 120])).toEqual([
    '۱ دقیقه',
    '۴۵ دقیقه',
    '۱ ساعت',
    '۱ ساعت و ۵ دقیقه',
    '۱ ساعت و ۳۰ دقیقه',
    '۲ ساعت',
  ])
  expect(said(localeTag(usual('ar')), [1, 2, 5, 45, 60, 61, 62, 65, 71, 120, 185])).toEqual([
    'دقيقة',
    'دقيقتان',
    '٥ دقائق',
    '٤٥ دقيقة',
    'ساعة',
    'ساعة ودقيقة',
    'ساعة ودقيقتان',
    'ساعة و ٥ دقائق',
    'ساعة و ١١ دقيقة',
    'ساعتان',
    '٣ ساعات و ٥ دقائق',
  ])
})

it('keeps the digits that a person chose', () => {
  expect(durationFor(localeTag({ ...usual('fa'), digits: 'latn' }))(65)).toBe('1 ساعت و 5 دقیقه')
  expect(durationFor(localeTag({ ...usual('en'), digits: 'arabext' }))(65)).toBe('۱ h ۵ min')
})

it('never shows sixty minutes, or less than none', () => {
  expect(said('en', [59.6, 119.7, -3])).toEqual(['1 h', '2 h', '0 min'])
})
