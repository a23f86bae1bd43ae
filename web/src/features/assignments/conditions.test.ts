import { expect, test } from 'vitest'
import { conditionKinds, isWhole, newCondition } from './conditions'

test('a new condition is not asked about before it is filled in, save one about tenure', () => {
  for (const { kind } of conditionKinds) expect(isWhole(newCondition(kind))).toBe(kind === 'tenure')
})

test('a tenure that ends before it begins is not asked about', () => {
  const condition = newCondition('tenure')
  if (condition.kind.case === 'tenure') condition.kind.value.minDays = 120
  expect(isWhole(condition)).toBe(false)
})
