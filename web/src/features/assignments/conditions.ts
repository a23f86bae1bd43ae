import { create } from '@bufbuild/protobuf'
import { defineMessages, type MessageDescriptor } from 'react-intl'
import { type Condition, ConditionSchema } from '@/gen/hamgam/training/v1/audience_pb'

/** What a condition is about. */
export type ConditionKind = NonNullable<Condition['kind']['case']>

const words = defineMessages({
  position: { id: 'assignments.condition.position', defaultMessage: 'holds one of these positions' },
  team: { id: 'assignments.condition.team', defaultMessage: 'is in one of these teams or below' },
  level: { id: 'assignments.condition.level', defaultMessage: 'has one of these levels' },
  tenure: { id: 'assignments.condition.tenure', defaultMessage: 'has been here for so many days' },
  site: { id: 'assignments.condition.site', defaultMessage: 'works at one of these sites' },
  notCompleted: { id: 'assignments.condition.notCompleted', defaultMessage: 'has not completed the course' },
  hasCompleted: { id: 'assignments.condition.hasCompleted', defaultMessage: 'has completed the course' },
})

/** What a condition can be about, the usual ones first. */
export const conditionKinds: { kind: ConditionKind; label: MessageDescriptor }[] = [
  { kind: 'position', label: words.position },
  { kind: 'team', label: words.team },
  { kind: 'notCompleted', label: words.notCompleted },
  { kind: 'tenure', label: words.tenure },
  { kind: 'level', label: words.level },
  { kind: 'site', label: words.site },
  { kind: 'hasCompleted', label: words.hasCompleted },
]

/** What a kind of condition says. */
export function conditionLabel(kind: ConditionKind | undefined): MessageDescriptor {
  return conditionKinds.find((known) => known.kind === kind)?.label ?? words.position
}

/** A condition that is to be filled in. */
export function newCondition(kind: ConditionKind): Condition {
  switch (kind) {
    case 'position':
      return create(ConditionSchema, { kind: { case: kind, value: { positions: [] } } })
    case 'team':
      return create(ConditionSchema, { kind: { case: kind, value: { teams: [] } } })
    case 'level':
      return create(ConditionSchema, { kind: { case: kind, value: { levels: [] } } })
    case 'tenure':
      return create(ConditionSchema, { kind: { case: kind, value: { maxDays: 90 } } })
    case 'site':
      return create(ConditionSchema, { kind: { case: kind, value: { sites: [] } } })
    case 'notCompleted':
      return create(ConditionSchema, { kind: { case: kind, value: { course: '' } } })
    case 'hasCompleted':
      return create(ConditionSchema, { kind: { case: kind, value: { course: '' } } })
  }
}

/** Whether a condition says enough to be asked about. */
export function isWhole({ kind }: Condition): boolean {
  switch (kind.case) {
    case 'position':
      return kind.value.positions.length > 0
    case 'team':
      return kind.value.teams.length > 0
    case 'level':
      return kind.value.levels.length > 0
    case 'site':
      return kind.value.sites.length > 0
    case 'tenure':
      return kind.value.maxDays === 0 || kind.value.maxDays >= kind.value.minDays
    case 'notCompleted':
    case 'hasCompleted':
      return kind.value.course !== ''
    default:
      return false
  }
}
