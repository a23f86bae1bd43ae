import { create } from '@bufbuild/protobuf'
import { expect, test } from 'vitest'
import { PersonSchema } from '@/gen/hamgam/identity/v1/person_pb'
import { dayBefore, membershipOn } from './memberships'

const person = create(PersonSchema, {
  memberships: [
    { team: 'a', startDay: '2025-01-01', endDay: '2025-03-20' },
    { team: 'b', startDay: '2025-03-21' },
  ],
})

test('the first and the last day belong to a membership', () => {
  expect(membershipOn(person, '2025-01-01')?.team).toBe('a')
  expect(membershipOn(person, '2025-03-20')?.team).toBe('a')
  expect(membershipOn(person, '2025-03-21')?.team).toBe('b')
  expect(membershipOn(person, '2024-12-31')).toBeUndefined()
})

test('the day before crosses months and years', () => {
  expect(dayBefore('2025-01-01')).toBe('2024-12-31')
  expect(dayBefore('2024-03-01')).toBe('2024-02-29')
})
