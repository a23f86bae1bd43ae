import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, numberOf, strokes } from '@/test/drawing'
import { draw } from '@/test/render'
import { Sparkline } from './Sparkline'

const show = (values: (number | undefined)[], language = Language.EN) =>
  draw(<Sparkline label="Week by week" values={values} />, { language })

const drawn = () => {
  const picture = screen.getByRole('img', { name: 'Week by week' })
  return { lines: strokes(picture.querySelector('path')), end: picture.querySelector('circle') }
}

it('rises with the values and ends in a dot', async () => {
  await show([0.2, 0.4, 0.8])
  const [line = []] = drawn().lines
  expect(line.map(({ x }) => x)).toEqual(line.map(({ x }) => x).toSorted((a, b) => a - b))
  expect(line.map(({ y }) => y)).toEqual(line.map(({ y }) => y).toSorted((a, b) => b - a))
  expect(numberOf(drawn().end, 'cx')).toBeCloseTo(line[2]?.x ?? Number.NaN, 0)
  expect(numberOf(drawn().end, 'cy')).toBeCloseTo(line[2]?.y ?? Number.NaN, 0)
})

it('runs from the right where one reads from the right', async () => {
  await show([0.2, 0.4, 0.8], Language.FA)
  const [line = []] = drawn().lines
  expect(line.map(({ x }) => x)).toEqual(line.map(({ x }) => x).toSorted((a, b) => b - a))
})

it('draws no line across what is not known, and ends at the last that is', async () => {
  await show([0.2, 0.4, undefined, 0.6, undefined])
  const { lines, end } = drawn()
  expect(lines.map((line) => line.length)).toEqual([2, 1])
  expect(numberOf(end, 'cx')).toBeCloseTo(lines[1]?.[0]?.x ?? Number.NaN, 0)
})

it.each([
  ['nothing', []],
  ['one value', [3]],
  ['values that are all alike', [2, 2, 2]],
  ['noughts', [0, 0]],
  ['nothing known', [undefined, undefined]],
])('draws real places for %s', async (_, values: (number | undefined)[]) => {
  const { container } = await show(values)
  expectRealNumbers(container)
})
