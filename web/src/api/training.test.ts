import { create } from '@bufbuild/protobuf'
import { expect, it } from 'vitest'
import { EnrollmentSchema } from '@/gen/hamgam/training/v1/enrollment_pb'
import { withContent } from './training'

it('keeps the texts that an answer of the player leaves out, and takes what is new', () => {
  const known = create(EnrollmentSchema, {
    modules: [{ id: 'a', content: { case: 'text', value: { markdown: { en: 'Read me' } } } }, { id: 'b' }],
  })
  const answer = create(EnrollmentSchema, {
    modulesCompleted: 1,
    modules: [
      { id: 'a', position: 0.5 },
      { id: 'b', content: { case: 'quiz', value: { questionCount: 3 } } },
    ],
  })
  const merged = withContent(answer, known)
  expect(merged.modulesCompleted).toBe(1)
  expect(merged.modules[0]).toMatchObject({ position: 0.5, content: { case: 'text' } })
  expect(merged.modules[1]?.content.case).toBe('quiz')
})
