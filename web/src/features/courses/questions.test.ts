import { expect, test } from 'vitest'
import { newQuestion, questionKinds } from './questions'

test('every kind of question begins in a form that can be filled in', () => {
  for (const { kind } of questionKinds) {
    const question = newQuestion(kind, 'q1')
    expect(question.kind.case).toBe(kind)
    expect(question.id).toBe('q1')
  }
})

test('choices begin with a right one, so that only words are missing', () => {
  const { kind } = newQuestion('singleChoice', 'q1')
  expect(kind.case === 'singleChoice' && kind.value.choices.filter(({ correct }) => correct)).toHaveLength(1)
})
