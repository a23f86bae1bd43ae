import { expect, it } from 'vitest'
import { wordsIn } from './WordsField'

it('takes the commas of either script and nothing empty', () => {
  expect(wordsIn(' export, گزارش فروش، تقارير ,, ')).toEqual(['export', 'گزارش فروش', 'تقارير'])
  expect(wordsIn('  ')).toEqual([])
})
