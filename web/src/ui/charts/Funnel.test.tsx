import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, pointOf, strokes } from '@/test/drawing'
import { draw } from '@/test/render'
import { Funnel, type FunnelDot } from './Funnel'

const dot = (name: string, size: number, index: number, more: Partial<FunnelDot> = {}): FunnelDot => ({
  id: name,
  name,
  size,
  sizeText: `${size} people`,
  index,
  chance: '80 to 120',
  color: 'var(--brand)',
  shape: 'circle',
  state: 'In step',
  ...more,
})
const limits = [
  { size: 5, low: 40, high: 160 },
  { size: 20, low: 70, high: 130 },
  { size: 80, low: 85, high: 115 },
]

const show = (dots: FunnelDot[], { language = Language.EN, open = () => {}, range = limits } = {}) =>
  draw(
    <Funnel
      label="Use by size"
      dots={dots}
      limits={range}
      names={{ size: 'Size', index: 'Index', chance: 'Chance', team: 'Team', state: 'State' }}
      onOpen={open}
    />,
    { language },
  )

const link = (name: string) => screen.getByRole('link', { name: new RegExp(`^${name},`) })
/** Where the dot of a team is. */
const at = (name: string) => pointOf(link(name).querySelector('[transform]')?.getAttribute('transform') ?? '')
const edges = (container: Element) => [...container.querySelectorAll('.funnelEdge')].map((edge) => strokes(edge).flat())
const table = () => screen.getByRole('table', { hidden: true })
const rows = () =>
  within(table())
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent))

it('puts a greater index higher up and a larger team further along', async () => {
  await show([dot('Small', 6, 60), dot('Middle', 25, 100), dot('Large', 70, 130)])
  const [small, middle, large] = ['Small', 'Middle', 'Large'].map(at)
  expect([small, middle, large].map((place) => place?.x)).toEqual(
    [small, middle, large].map((place) => place?.x).toSorted((a = 0, b = 0) => a - b),
  )
  // Down is more in a drawing.
  expect(small?.y).toBeGreaterThan(middle?.y ?? Number.NaN)
  expect(middle?.y).toBeGreaterThan(large?.y ?? Number.NaN)
  // A hundred stands on the line that says so.
  const expected = screen.getByText('100 = as expected').previousElementSibling
  expect(Number(expected?.getAttribute('y1'))).toBeCloseTo(middle?.y ?? Number.NaN, 0)
})

it('runs from the right where one reads from the right, numbers beside the axis too', async () => {
  const { container } = await show([dot('Small', 6, 60), dot('Large', 70, 130)], { language: Language.FA })
  expect(at('Small').x).toBeGreaterThan(at('Large').x)
  expect(at('Small').y).toBeGreaterThan(at('Large').y)
  const [high = []] = edges(container)
  expect(high[0]?.x).toBeGreaterThan(high.at(-1)?.x ?? Number.NaN)
  const hundred = screen.getByText('۱۰۰')
  expect(Number(hundred.getAttribute('x'))).toBeGreaterThan(high[0]?.x ?? Number.NaN)
})

it('opens the funnel towards small teams, and a team outside of it lies outside', async () => {
  const { container } = await show([dot('Below', 20, 50), dot('Within', 20, 90), dot('Above', 20, 150)])
  const [high = [], low = []] = edges(container)
  const opening = high.map((point, index) => (low[index]?.y ?? Number.NaN) - point.y)
  expect(opening).toEqual(opening.toSorted((a, b) => b - a))
  expect(opening[0]).toBeGreaterThan(opening.at(-1) ?? Number.NaN)
  // The limits of the size of all three.
  const [upper, lower] = [high[1], low[1]]
  expect(upper?.x).toBeCloseTo(at('Within').x, 0)
  expect(at('Above').y).toBeLessThan(upper?.y ?? Number.NaN)
  expect(at('Within').y).toBeGreaterThan(upper?.y ?? Number.NaN)
  expect(at('Within').y).toBeLessThan(lower?.y ?? Number.NaN)
  expect(at('Below').y).toBeGreaterThan(lower?.y ?? Number.NaN)
})

it('reaches to twenty people and both ways of the hundred where there are small teams only', async () => {
  const { container } = await show([dot('Small', 5, 95)])
  const axis = [...container.querySelectorAll('.axis text')].map((text) => text.textContent)
  expect(axis).toEqual(expect.arrayContaining(['0', '150', '5', '10', '20']))
})

it('keeps an index beyond the axis inside the drawing and says it as it is', async () => {
  await show([dot('Wild', 10, 600), dot('Tame', 10, 100)])
  expect(at('Wild').y).toBeGreaterThan(0)
  expect(at('Wild').y).toBeLessThan(at('Tame').y)
  expect(link('Wild').getAttribute('aria-label')).toBe('Wild, Index 600, In step')
})

it('says in the table what it draws, two teams of one name each by themselves', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await show([dot('Sales', 6, 60, { state: 'Flagged', chance: '55 to 145' }), dot('Sales', 70, 130, { id: 'other' })])
  expect(rows()).toEqual([
    ['Team', 'Size', 'Index', 'Chance', 'State'],
    ['Sales', '6 people', '60', '55 to 145', 'Flagged'],
    ['Sales', '70 people', '130', '80 to 120', 'In step'],
  ])
  expect(error).not.toHaveBeenCalled()
  error.mockRestore()
})

it('writes its numbers in the digits of the person, in the drawing, aloud and in the table', async () => {
  const { container } = await show([dot('تهران', 20, 65)], { language: Language.FA })
  expect(screen.getByText('نمایش به صورت جدول')).toBeTruthy()
  expect(link('تهران').getAttribute('aria-label')).toContain('۶۵')
  expect(rows()[1]?.[2]).toBe('۶۵')
  const axis = [...container.querySelectorAll('.axis text')].map((text) => text.textContent)
  expect(axis).toContain('۲۰')
  expect(axis.join('')).not.toMatch(/\d/)
})

it('tells the states apart by shape as well as by colour', async () => {
  await show([
    dot('Fine', 10, 100),
    dot('Watched', 12, 80, { shape: 'diamond' }),
    dot('Flagged', 14, 60, { shape: 'triangle' }),
    dot('Later', 16, 60, { shape: 'square' }),
  ])
  const outlines = ['Fine', 'Watched', 'Flagged', 'Later'].map((name) =>
    link(name).querySelector('.dot')?.getAttribute('d'),
  )
  expect(new Set(outlines).size).toBe(4)
})

it('opens a team by the keyboard and shows what it is while the keyboard is on it', async () => {
  const open = vi.fn()
  await show([dot('Berlin', 10, 65)], { open })
  await userEvent.tab()
  expect(document.activeElement).toBe(link('Berlin'))
  expect(screen.getByText('Berlin', { selector: 'strong' })).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(open).toHaveBeenCalledWith('Berlin')
})

it.each<[string, FunnelDot[], typeof limits]>([
  ['no team and no limits', [], []],
  ['no team', [], limits],
  ['one team', [dot('One', 5, 0)], limits],
  ['teams that are all alike', [dot('A', 9, 100), dot('B', 9, 100), dot('C', 9, 100)], limits],
  ['limits of larger teams only', [dot('One', 5, 100)], [{ size: 500, low: 95, high: 105 }]],
])('draws real places for %s', async (_, dots, range) => {
  const { container } = await show(dots, { range })
  expectRealNumbers(container)
  expect(screen.queryAllByRole('link')).toHaveLength(dots.length)
  expect(rows()).toHaveLength(dots.length + 1)
})
