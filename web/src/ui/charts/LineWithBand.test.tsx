import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Calendar, Digits, Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, numberOf, strokes } from '@/test/drawing'
import { draw } from '@/test/render'
import { LineWithBand, type UseMark, type UsePoint } from './LineWithBand'

const names = { value: 'This team', expected: 'Comparable teams', day: 'Week of' }
/** Four weeks around the Persian new year. */
const weeks: UsePoint[] = [
  { day: '2026-03-09', value: 0.4, expected: 0.5 },
  { day: '2026-03-16', value: 0.2, expected: 0.5 },
  { day: '2026-03-23', value: 0.6, expected: 0.5 },
  { day: '2026-03-30', value: 0.3, expected: 0.5 },
]

interface Setting {
  marks?: UseMark[]
  language?: Language
  calendar?: Calendar
  digits?: Digits
}

const show = (points: UsePoint[], { marks, ...reading }: Setting = {}) =>
  draw(<LineWithBand label="Use" points={points} marks={marks} names={names} />, reading)

const own = (container: Element) => strokes(container.querySelector('path.value'))
const peers = (container: Element) => strokes(container.querySelector('path.expected'))
const xs = (points: { x: number }[] = []) => points.map(({ x }) => x)
const rows = () =>
  within(screen.getByRole('table', { hidden: true }))
    .getAllByRole('row', { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))

it('draws a week after the other, more use higher up, and ends in a dot', async () => {
  const { container } = await show(weeks)
  const [line = []] = own(container)
  expect(xs(line)).toEqual(xs(line).toSorted((a, b) => a - b))
  const [first, second, third, fourth] = line.map(({ y }) => y)
  expect([third, first, fourth, second]).toEqual(line.map(({ y }) => y).toSorted((a, b) => a - b))
  const dots = container.querySelectorAll('.valueDot')
  expect(dots).toHaveLength(1)
  expect(numberOf(dots[0], 'cx')).toBeCloseTo(line[3]?.x ?? Number.NaN, 0)
  expect(numberOf(dots[0], 'cy')).toBeCloseTo(line[3]?.y ?? Number.NaN, 0)
})

it.each([Language.FA, Language.AR])(
  'lets time run from the right where one reads from the right (%s)',
  async (language) => {
    const { container } = await show(weeks, { language })
    const [line = []] = own(container)
    expect(xs(line)).toEqual(xs(line).toSorted((a, b) => b - a))
    expect(xs(peers(container)[0])).toEqual(xs(line))
  },
)

it('draws the peers at the same weeks, and tints only where the team falls short of them', async () => {
  const { container } = await show(weeks)
  const [line = []] = own(container)
  const [expected = []] = peers(container)
  expect(xs(expected)).toEqual(xs(line))
  const tint = strokes(container.querySelector('path.gap')).flat()
  const depth = expected.map(({ x, y }) => {
    const there = tint.filter((point) => Math.abs(point.x - x) < 1).map((point) => point.y)
    expect(Math.min(...there)).toBeCloseTo(y, 0)
    return Math.max(...there) - y
  })
  expect(depth[0]).toBeCloseTo((line[0]?.y ?? 0) - (expected[0]?.y ?? 0), 0)
  // The third week lies above its peers.
  expect(depth[2]).toBe(0)
})

it('leaves a hole where a week has no figures: no line, no tint, no nought', async () => {
  const { container } = await show([
    ...weeks.slice(0, 2),
    { day: '2026-03-23' },
    { day: '2026-03-30', value: 0.3, expected: 0.5 },
  ])
  const [before = [], after = [], ...more] = own(container)
  expect(more).toEqual([])
  expect([before.length, after.length]).toEqual([2, 1])
  expect(peers(container).map((stroke) => stroke.length)).toEqual([2, 1])
  const tint = strokes(container.querySelector('path.gap')).flat()
  expect(Math.max(...xs(tint))).toBeCloseTo(before[1]?.x ?? Number.NaN, 0)
  expect(rows()[2]).toEqual(['Mar 23, 2026', '–', '–'])
})

it('leaves room for a week that was not counted at all, as one of holidays', async () => {
  const whole = await show(weeks)
  const [all = []] = own(whole.container)
  whole.unmount()
  const { container } = await show(weeks.filter(({ day }) => day !== '2026-03-23'))
  const lines = own(container)
  expect(lines.map((stroke) => stroke.length)).toEqual([2, 1])
  expect(xs(lines.flat())).toEqual([all[0], all[1], all[3]].map((point) => point?.x))
  expect(rows().map(([week]) => week)).toEqual(['Mar 9, 2026', 'Mar 16, 2026', 'Mar 23, 2026', 'Mar 30, 2026'])
})

it('still shows a week that stands alone', async () => {
  const { container } = await show([
    weeks[0] as UsePoint,
    { day: '2026-03-16' },
    weeks[2] as UsePoint,
    { day: '2026-03-30' },
  ])
  // Of a path with a mere point nothing is drawn.
  expect(container.querySelector('path.value')?.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+h5M[\d.]+ [\d.]+h5$/)
  // The newest figure has the dot, though it is not of the newest week.
  expect(numberOf(container.querySelector('.valueDot'), 'cx')).toBeCloseTo(own(container)[1]?.[0]?.x ?? Number.NaN, 0)
})

it('marks what happened in its week, in the table too, and nothing from before the first', async () => {
  const { container } = await show(weeks, {
    marks: [
      { day: '2026-03-18', label: 'Flag' },
      { day: '2025-06-01', label: 'Old flag' },
    ],
  })
  const line = screen.getByText('Flag', { selector: 'text' }).previousElementSibling
  expect(numberOf(line, 'x1')).toBeCloseTo(own(container)[0]?.[1]?.x ?? Number.NaN, 0)
  expect(screen.queryByText(/Old flag/)).toBeNull()
  expect(rows().map(([week]) => week)).toEqual(['Mar 9, 2026', 'Mar 16, 2026 · Flag', 'Mar 23, 2026', 'Mar 30, 2026'])
})

it('marks two of a kind on one day each by itself', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const help = { day: '2026-03-18', label: 'Help began' }
  const { container } = await show(weeks, { marks: [help, help] })
  expect(container.querySelectorAll('.mark')).toHaveLength(2)
  expect(error).not.toHaveBeenCalled()
  error.mockRestore()
})

it('says the same numbers in the table, by the digits and the calendar of the person', async () => {
  const persian = await show(weeks, { language: Language.FA })
  expect(rows().slice(0, 2)).toEqual([
    ['۱۸ اسفند ۱۴۰۴', '۴۰٪', '۵۰٪'],
    ['۲۵ اسفند ۱۴۰۴', '۲۰٪', '۵۰٪'],
  ])
  const axis = [...persian.container.querySelectorAll('.axis text')].map((text) => text.textContent)
  expect(axis).toEqual(expect.arrayContaining(['۶۰٪', '۳ فروردین']))
  expect(axis.join('')).not.toMatch(/\d/)
  persian.unmount()
  await show(weeks, { language: Language.FA, calendar: Calendar.GREGORIAN, digits: Digits.LATIN })
  expect(rows()[0]?.[0]).toMatch(/^9 مارس 2026$/)
  expect(rows()[0]?.[1]).toMatch(/40/)
})

it('has a table that one opens by its name and reaches by keyboard', async () => {
  await show(weeks)
  const table = screen.getByRole('table', { hidden: true })
  expect(within(table).getByText('Use').tagName).toBe('CAPTION')
  expect(
    within(table)
      .getAllByRole('columnheader', { hidden: true })
      .map((cell) => cell.textContent),
  ).toEqual(['Week of', 'This team', 'Comparable teams'])
  expect(within(table).getAllByRole('rowheader', { hidden: true })).toHaveLength(4)
  expect(screen.getByText('Show as a table').closest('details')?.contains(table)).toBe(true)
  expect(table.closest('[tabindex="0"]')).toBeTruthy()
})

it.each([
  ['nothing', []],
  ['one week', [{ day: '2026-03-09', value: 0.4, expected: 0.5 }]],
  ['weeks that are all alike', weeks.map(({ day }) => ({ day, value: 0.5, expected: 0.5 }))],
  ['weeks of nought', weeks.map(({ day }) => ({ day, value: 0, expected: 0 }))],
  ['weeks without figures', weeks.map(({ day }) => ({ day }))],
])('draws real places for %s', async (_, points: UsePoint[]) => {
  const { container } = await show(points, { marks: [{ day: '2026-03-10', label: 'Flag' }] })
  expectRealNumbers(container)
  expect(rows()).toHaveLength(points.length)
  expect(container.querySelectorAll('.valueDot')).toHaveLength(points.some(({ value }) => value !== undefined) ? 1 : 0)
  // A pointer beyond the last week has nothing to point at.
  fireEvent.pointerMove(container.querySelector('.plot svg') as Element, { clientX: 600 })
  expectRealNumbers(container)
  expect(container.querySelectorAll('.cursor')).toHaveLength(container.querySelectorAll('.tip').length)
})
