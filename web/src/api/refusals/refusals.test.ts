import type { DescEnum } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { AdoptionErrorReasonSchema } from '@/gen/hamgam/adoption/v1/adoption_errors_pb'
import { ChampionsReasonSchema } from '@/gen/hamgam/champions/v1/champions_errors_pb'
import { DemoReasonSchema } from '@/gen/hamgam/demo/v1/clock_service_pb'
import { FeedbackReasonSchema } from '@/gen/hamgam/feedback/v1/feedback_errors_pb'
import { IdentityErrorSchema } from '@/gen/hamgam/identity/v1/identity_errors_pb'
import { IncentivesReasonSchema } from '@/gen/hamgam/incentives/v1/incentives_errors_pb'
import { TelemetryErrorSchema } from '@/gen/hamgam/telemetry/v1/telemetry_errors_pb'
import { TrainingReasonSchema } from '@/gen/hamgam/training/v1/training_errors_pb'
import { reasons } from '../errors'

/** The reasons of a service as its errors carry them: without the prefix of the enum. */
function reasonsOf(schema: DescEnum): string[] {
  return schema.values
    .filter(({ number }) => number !== 0)
    .map(({ name }) => name.slice((schema.sharedPrefix ?? '').length).toUpperCase())
}

const services: [string, DescEnum][] = [
  ['adoption', AdoptionErrorReasonSchema],
  ['champions', ChampionsReasonSchema],
  ['demo', DemoReasonSchema],
  ['feedback', FeedbackReasonSchema],
  ['identity', IdentityErrorSchema],
  ['incentives', IncentivesReasonSchema],
  ['telemetry', TelemetryErrorSchema],
  ['training', TrainingReasonSchema],
]

describe.each(services)('what %s refuses', (_, schema) => {
  it('is said in words', () => {
    expect(reasonsOf(schema).length).toBeGreaterThan(0)
    expect(reasonsOf(schema).filter((reason) => !reasons[reason])).toEqual([])
  })
})

it('has no words for what no service says', () => {
  const known = new Set(services.flatMap(([, schema]) => reasonsOf(schema)))
  expect(Object.keys(reasons).filter((reason) => !known.has(reason))).toEqual([])
})
