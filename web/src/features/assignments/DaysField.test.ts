import { expect, test } from 'vitest'
import { numbersIn } from './DaysField'

test('days are read in every kind of digits and with every kind of comma', () => {
  expect(numbersIn('5, 1')).toEqual([5, 1])
  expect(numbersIn('۱۰، ۵،۱')).toEqual([10, 5, 1])
  expect(numbersIn('٣ و ٧')).toEqual([3, 7])
  expect(numbersIn('')).toEqual([])
})
