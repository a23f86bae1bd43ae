import { create } from '@bufbuild/protobuf'
import { expect, it } from 'vitest'
import { FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import { NotJudgedReason, TeamStatusSchema } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { matches } from './Summary'

const judged = (state: FlagState) => create(TeamStatusSchema, { state, index: 90 })
const small = create(TeamStatusSchema, { notJudgedReason: NotJudgedReason.TEAM_TOO_SMALL })

it('counts every team in exactly one group', () => {
  const groups = ['flagged', 'watch', 'inStep', 'notJudged'] as const
  const teams = [FlagState.FLAGGED, FlagState.SNOOZED, FlagState.WATCH, FlagState.CLEARED].map(judged).concat(small)
  for (const team of teams) expect(groups.filter((group) => matches(group, team))).toHaveLength(1)
})

it('never takes a team without figures for one in step', () => {
  expect(matches('inStep', small)).toBe(false)
  expect(matches('notJudged', small)).toBe(true)
})
