import { create } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { expect, it } from 'vitest'
import { QuizAttemptSchema } from '@/gen/hamgam/training/v1/enrollment_pb'
import { secondsLeft } from './timing'

const attempt = create(QuizAttemptSchema, { startTime: timestampFromMs(0), endTime: timestampFromMs(600_000) })

it('counts from the moment it was opened, whatever the clock of the machine says', () => {
  expect(secondsLeft(attempt, 0, 99_999_999)).toBe(600)
  expect(secondsLeft(attempt, 60, -5)).toBe(540)
})

it('goes on where an attempt was left', () => {
  const resumed = create(QuizAttemptSchema, {
    startTime: attempt.startTime,
    endTime: attempt.endTime,
    answers: [{ question: 'q' }],
  })
  expect(secondsLeft(resumed, 0, 200_000)).toBe(400)
})

it('has no end without a limit', () => {
  expect(secondsLeft(create(QuizAttemptSchema, {}), 100)).toBe(Number.POSITIVE_INFINITY)
})
