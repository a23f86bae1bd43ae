import { expect, it } from 'vitest'
import { piecesOf } from './found'

const found = (text: string, query: string) =>
  piecesOf(text, query)
    .filter((piece) => piece.found)
    .map((piece) => piece.text)

it('marks words that begin with what was typed, whatever the case', () => {
  expect(found('Export the list: exporting to Excel', 'expo list')).toEqual(['Export'.slice(0, 4), 'list', 'expo'])
  expect(found('reexport', 'export')).toEqual([])
})

it('marks what Persian and Arabic readers take for the same', () => {
  expect(found('گزارش‌های فروش', 'گزارشهای')).toEqual(['گزارش‌های'])
  expect(found('علي كريمي', 'علی')).toEqual(['علي'])
  expect(found('مُحَمَّد', 'محمد')).toEqual(['مُحَمَّد'])
  expect(found('تیم ۱۲', '12')).toEqual(['۱۲'])
})

it('keeps every letter of the text', () => {
  for (const text of ['', 'a b', '**گزارش**، 3 دقیقه!', 'é (Café)']) {
    expect(
      piecesOf(text, 'گزارش caf')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  }
})
