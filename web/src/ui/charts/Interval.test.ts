import { expect, it } from 'vitest'
import { reachOf } from './Interval'

it('keeps zero in the middle and gives the range room', () => {
  expect(reachOf(-1, 2)).toBe(5)
  expect(reachOf(1.2, 12.9)).toBe(15)
  expect(reachOf(-19, 3)).toBe(25)
})
