import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, numberOf } from '@/test/drawing'
import { draw } from '@/test/render'
import { Interval, reachOf } from './Interval'

const show = (value: number, low: number, high: number, language = Language.EN) =>
  draw(<Interval label="Effect" value={value} low={low} high={high} none="no difference" />, { language })

/** Where the range begins and ends, the best guess, and the line of no difference. */
function places(container: Element) {
  const range = container.querySelector('.range')
  const start = numberOf(range, 'x')
  return {
    start,
    end: start + numberOf(range, 'width'),
    value: numberOf(container.querySelector('.valueDot'), 'cx'),
    none: numberOf(container.querySelector('.nothing'), 'x1'),
    proven: range?.hasAttribute('data-proven'),
  }
}

it('keeps zero in the middle and gives the range room', () => {
  expect(reachOf(-1, 2)).toBe(5)
  expect(reachOf(1.2, 12.9)).toBe(15)
  expect(reachOf(-19, 3)).toBe(25)
})

it('puts a proven gain wholly to the right of no difference', async () => {
  const { container } = await show(8, 3, 13)
  const { start, end, value, none, proven } = places(container)
  expect([none, start, value, end]).toEqual([none, start, value, end].toSorted((a, b) => a - b))
  expect(start).toBeGreaterThan(none)
  expect(proven).toBe(true)
})

it('lets a range that takes in no difference lie across the line, and does not draw it as proven', async () => {
  const { container } = await show(4.6, -1.9, 11.1)
  const { start, end, none, proven } = places(container)
  expect(start).toBeLessThan(none)
  expect(end).toBeGreaterThan(none)
  expect(proven).toBe(false)
})

it('grows to the left where one reads from the right, as the sentence beside it says', async () => {
  const { container } = await show(8, 3, 13, Language.FA)
  const { start, end, value, none } = places(container)
  expect([start, value, end, none]).toEqual([start, value, end, none].toSorted((a, b) => a - b))
  expect(end).toBeLessThan(none)
  const gain = numberOf(screen.getByText(/\+۱۰$/), 'x')
  expect(gain).toBeLessThan(none)
})

it.each([
  ['no effect known to the point', 0, 0, 0],
  ['a range without width', 4, 4, 4],
  ['a huge range', 0, -900, 900],
])('draws real places for %s', async (_, value, low, high) => {
  const { container } = await show(value, low, high)
  expectRealNumbers(container)
  expect(places(container).end).toBeGreaterThan(places(container).start)
})
