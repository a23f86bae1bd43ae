import { expect, it } from 'vitest'
import { withGaps } from './gaps'

it('names the weeks that are left out, across the end of summer time too', () => {
  const weeks = [
    { day: '2026-03-16', value: 1 },
    { day: '2026-04-06', value: 2 },
  ]
  expect(withGaps(weeks, 7)).toEqual([weeks[0], { day: '2026-03-23' }, { day: '2026-03-30' }, weeks[1]])
})

it('leaves a series alone that has no holes', () => {
  const days = [{ day: '2026-02-28' }, { day: '2026-03-01' }]
  expect(withGaps(days, 1)).toEqual(days)
  expect(withGaps([], 7)).toEqual([])
})
