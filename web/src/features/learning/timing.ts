import { timestampMs } from '@bufbuild/protobuf/wkt'
import type { QuizAttempt } from '@/gen/hamgam/training/v1/enrollment_pb'

/**
 * Seconds until an attempt is over. Where it was begun just now, the limit counts from the moment it was opened here, so that a
 * wrong clock on this machine takes nobody's time; an older one counts by the machine's clock.
 */
export function secondsLeft(attempt: QuizAttempt, sinceOpened: number, now = Date.now()): number {
  if (!attempt.endTime || !attempt.startTime) return Number.POSITIVE_INFINITY
  const whole = (timestampMs(attempt.endTime) - timestampMs(attempt.startTime)) / 1000
  const byClock = (timestampMs(attempt.endTime) - now) / 1000
  const resumed = byClock > 0 && byClock < whole - 5 && attempt.answers.length > 0
  return resumed ? byClock : whole - sinceOpened
}
