import { expect, it } from 'vitest'
import { apart, clip } from './Funnel'
import { area, line, linear, ticks } from './scale'

it('maps and finds round numbers', () => {
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75)
  expect(ticks(0, 0.8, 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8])
  expect(ticks(5, 5, 4)).toEqual([5])
})

it('breaks a line where a value is missing, so that no week is made up', () => {
  expect(line([{ x: 0, y: 1 }, { x: 1, y: 2 }, undefined, { x: 3, y: 4 }])).toBe('M0.0 1.0L1.0 2.0M0.5 4.0h5')
  expect(area([{ x: 0, low: 1, high: 2 }, undefined, { x: 2, low: 1, high: 2 }])).toBe('')
})

it('ends the funnel at the largest team', () => {
  const limits = [
    { size: 5, low: 50, high: 150 },
    { size: 50, low: 80, high: 120 },
    { size: 100, low: 90, high: 110 },
  ]
  expect(clip(limits, 5, 75).at(-1)).toEqual({ size: 75, low: 85, high: 115 })
  expect(clip(limits, 5, 200).at(-1)).toEqual({ size: 200, low: 90, high: 110 })
})

it('leaves out a label that would cover another one', () => {
  const close = [
    { id: 'a', x: 100, y: 100 },
    { id: 'b', x: 120, y: 105 },
    { id: 'c', x: 120, y: 140 },
  ]
  expect([...apart(close)]).toEqual(['a', 'c'])
})
