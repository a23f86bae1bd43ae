import type { MessageInitShape } from '@bufbuild/protobuf'
import { Footprints, Gavel, GraduationCap, HeartPulse, ListChecks, type LucideIcon, Mountain } from 'lucide-react'
import { defineMessages } from 'react-intl'
import { TaskAssignee } from '@/gen/hamgam/adoption/v1/intervention_pb'
import type { PlaybookStep, PlaybookStepSchema } from '@/gen/hamgam/adoption/v1/playbook_pb'
import { PulseQuestionKind } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { Measure } from '@/gen/hamgam/incentives/v1/challenge_pb'
import { useText } from '@/i18n/text'

/** What a step does. */
export type StepKind = NonNullable<PlaybookStep['step']['case']>

/** A step as it is added. */
export type NewStep = MessageInitShape<typeof PlaybookStepSchema>['step']

const words = defineMessages({
  training: { id: 'playbooks.addTraining', defaultMessage: 'Add training' },
  task: { id: 'playbooks.addTask', defaultMessage: 'Add a task' },
  pulse: { id: 'playbooks.addPulse', defaultMessage: 'Add a pulse' },
  committee: { id: 'playbooks.addCommittee', defaultMessage: 'Invite the committee' },
  visit: { id: 'playbooks.addVisit', defaultMessage: 'Ask for a visit' },
  challenge: { id: 'playbooks.addChallenge', defaultMessage: 'Propose a challenge' },
  pulseName: { id: 'playbooks.pulse', defaultMessage: 'A pulse of the team' },
  committeeName: { id: 'playbooks.committee', defaultMessage: 'Agenda item for the committee' },
  challengeName: { id: 'playbooks.challenge', defaultMessage: 'Challenge, proposed to HR' },
  awareness: { id: 'pulses.awareness', defaultMessage: 'Awareness' },
  willingness: { id: 'pulses.willingness', defaultMessage: 'Willingness' },
  knowledge: { id: 'pulses.knowledge', defaultMessage: 'Knowledge' },
  ability: { id: 'pulses.ability', defaultMessage: 'Ability' },
  reinforcement: { id: 'pulses.reinforcement', defaultMessage: 'Reinforcement' },
  index: { id: 'challenges.index', defaultMessage: 'How much it is used' },
  breadth: { id: 'challenges.breadth', defaultMessage: 'How many features are used' },
  quality: { id: 'challenges.quality', defaultMessage: 'Records without errors' },
})

/** What each kind of step looks like, and a new one. All but tasks stand in a playbook once at most. */
export const stepKinds: Record<StepKind, { icon: LucideIcon; add: keyof typeof words; fresh: () => NewStep }> = {
  assignTraining: {
    icon: GraduationCap,
    add: 'training',
    fresh: () => ({ case: 'assignTraining', value: { training: '', dueWorkingDays: 10 } }),
  },
  assignTask: {
    icon: ListChecks,
    add: 'task',
    fresh: () => ({ case: 'assignTask', value: { assignee: TaskAssignee.CHAMPION, dueDays: 7 } }),
  },
  requestVisit: {
    icon: Footprints,
    add: 'visit',
    fresh: () => ({ case: 'requestVisit', value: { dueDays: 7 } }),
  },
  openPulse: {
    icon: HeartPulse,
    add: 'pulse',
    fresh: () => ({
      case: 'openPulse',
      value: { questions: [PulseQuestionKind.WILLINGNESS, PulseQuestionKind.ABILITY] },
    }),
  },
  inviteCommittee: { icon: Gavel, add: 'committee', fresh: () => ({ case: 'inviteCommittee', value: {} }) },
  proposeChallenge: {
    icon: Mountain,
    add: 'challenge',
    fresh: () => ({ case: 'proposeChallenge', value: { measure: Measure.ADOPTION_INDEX } }),
  },
}

/** What a question may be about, in its order. */
export const questions = [
  PulseQuestionKind.AWARENESS,
  PulseQuestionKind.WILLINGNESS,
  PulseQuestionKind.KNOWLEDGE,
  PulseQuestionKind.ABILITY,
  PulseQuestionKind.REINFORCEMENT,
]

/** What a proposed challenge may be about. */
export const measures = [Measure.ADOPTION_INDEX, Measure.BREADTH, Measure.DATA_QUALITY]

const names = {
  openPulse: words.pulseName,
  inviteCommittee: words.committeeName,
  proposeChallenge: words.challengeName,
}
const about: Partial<Record<PulseQuestionKind, keyof typeof words>> = {
  [PulseQuestionKind.AWARENESS]: 'awareness',
  [PulseQuestionKind.WILLINGNESS]: 'willingness',
  [PulseQuestionKind.KNOWLEDGE]: 'knowledge',
  [PulseQuestionKind.ABILITY]: 'ability',
  [PulseQuestionKind.REINFORCEMENT]: 'reinforcement',
}
const goals: Partial<Record<Measure, keyof typeof words>> = {
  [Measure.ADOPTION_INDEX]: 'index',
  [Measure.BREADTH]: 'breadth',
  [Measure.DATA_QUALITY]: 'quality',
}

/** Puts kinds of steps, questions and measures into words. */
export function useStepText() {
  const t = useText()
  return {
    add: (kind: StepKind) => t(words[stepKinds[kind].add]),
    name: (kind: keyof typeof names) => t(names[kind]),
    question: (kind: PulseQuestionKind) => t(words[about[kind] ?? 'awareness']),
    measure: (measure: Measure) => t(words[goals[measure] ?? 'index']),
  }
}
