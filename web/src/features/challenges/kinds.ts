import { defineMessages } from 'react-intl'
import {
  Guard,
  GuardState,
  Measure,
  TeamPart as Part,
  ChallengeState as State,
} from '@/gen/hamgam/incentives/v1/challenge_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  index: { id: 'challenges.index', defaultMessage: 'How much it is used' },
  breadth: { id: 'challenges.breadth', defaultMessage: 'How many features are used' },
  quality: { id: 'challenges.quality', defaultMessage: 'Records without errors' },
  courses: { id: 'challenges.courses', defaultMessage: 'Courses completed' },
  cooperation: { id: 'challenges.cooperation', defaultMessage: 'Working with other departments' },
  indexHint: { id: 'challenges.indexHint', defaultMessage: 'Days of use, against comparable teams on the same days.' },
  breadthHint: {
    id: 'challenges.breadthHint',
    defaultMessage: 'Features that each member uses in a week, against comparable people.',
  },
  qualityHint: { id: 'challenges.qualityHint', defaultMessage: 'Fewer records saved with errors.' },
  coursesHint: {
    id: 'challenges.coursesHint',
    defaultMessage: 'Members who complete the courses, of those who had not.',
  },
  cooperationHint: {
    id: 'challenges.cooperationHint',
    defaultMessage: 'Members who thank a colleague of another department. Each counts once; it needs two departments.',
  },
  proposed: { id: 'challenges.proposed', defaultMessage: 'Proposed' },
  draft: { id: 'challenges.draft', defaultMessage: 'Draft' },
  running: { id: 'challenges.running', defaultMessage: 'Running' },
  reached: { id: 'challenges.reached', defaultMessage: 'Reached' },
  notReached: { id: 'challenges.notReached', defaultMessage: 'Not reached' },
  cancelled: { id: 'challenges.cancelled', defaultMessage: 'Called off' },
  guardQuality: { id: 'challenges.guardQuality', defaultMessage: 'Records have no more errors than before' },
  guardPart: { id: 'challenges.guardPart', defaultMessage: 'Enough members take part, week by week' },
  guardRoster: { id: 'challenges.guardRoster', defaultMessage: 'At least nine in ten are who they were at the start' },
  guardBehind: { id: 'challenges.guardBehind', defaultMessage: 'No team fell clearly behind its own baseline' },
  holds: { id: 'challenges.holds', defaultMessage: 'Holds' },
  fails: { id: 'challenges.fails', defaultMessage: 'Does not hold' },
  notMeasured: { id: 'challenges.notMeasured', defaultMessage: 'Cannot be told' },
  measured: { id: 'challenges.measured', defaultMessage: 'Its figures count' },
  flagged: {
    id: 'challenges.flagged',
    defaultMessage:
      'Flagged a short while ago: it would recover anyway, so its figures do not count. It shares the prize.',
  },
  small: {
    id: 'challenges.small',
    defaultMessage: 'Fewer than five people: its figures do not count. It shares the prize.',
  },
  noPeers: {
    id: 'challenges.noPeers',
    defaultMessage: 'Nobody comparable elsewhere: its figures do not count. It shares the prize.',
  },
  nothing: {
    id: 'challenges.nothing',
    defaultMessage: 'It has done all of it already: nothing can be improved. It shares the prize.',
  },
})
type Word = keyof typeof words

const measureWords: Record<Measure, { name: Word; hint: Word }> = {
  [Measure.UNSPECIFIED]: { name: 'index', hint: 'indexHint' },
  [Measure.ADOPTION_INDEX]: { name: 'index', hint: 'indexHint' },
  [Measure.BREADTH]: { name: 'breadth', hint: 'breadthHint' },
  [Measure.DATA_QUALITY]: { name: 'quality', hint: 'qualityHint' },
  [Measure.COURSE_COMPLETION]: { name: 'courses', hint: 'coursesHint' },
  [Measure.COOPERATION]: { name: 'cooperation', hint: 'cooperationHint' },
}
const stateLooks: Record<State, { word: Word; tone: Tone }> = {
  [State.UNSPECIFIED]: { word: 'draft', tone: 'neutral' },
  [State.PROPOSED]: { word: 'proposed', tone: 'info' },
  [State.DRAFT]: { word: 'draft', tone: 'neutral' },
  [State.RUNNING]: { word: 'running', tone: 'brand' },
  [State.REACHED]: { word: 'reached', tone: 'good' },
  [State.NOT_REACHED]: { word: 'notReached', tone: 'plum' },
  [State.CANCELLED]: { word: 'cancelled', tone: 'neutral' },
}
const guardWords: Record<Guard, Word> = {
  [Guard.UNSPECIFIED]: 'guardQuality',
  [Guard.DATA_QUALITY]: 'guardQuality',
  [Guard.PARTICIPATION]: 'guardPart',
  [Guard.ROSTER]: 'guardRoster',
  [Guard.NOBODY_LEFT_BEHIND]: 'guardBehind',
}
const guardLooks: Record<GuardState, { word: Word; tone: Tone }> = {
  [GuardState.UNSPECIFIED]: { word: 'notMeasured', tone: 'neutral' },
  [GuardState.HOLDS]: { word: 'holds', tone: 'good' },
  [GuardState.FAILS]: { word: 'fails', tone: 'bad' },
  [GuardState.NOT_MEASURED]: { word: 'notMeasured', tone: 'neutral' },
}
const partWords: Record<Part, Word | undefined> = {
  [Part.UNSPECIFIED]: undefined,
  [Part.MEASURED]: 'measured',
  [Part.RECENTLY_FLAGGED]: 'flagged',
  [Part.TOO_SMALL]: 'small',
  [Part.NO_PEERS]: 'noPeers',
  [Part.NOTHING_TO_GAIN]: 'nothing',
}

/** What a challenge can be about. */
export const measures = [
  Measure.ADOPTION_INDEX,
  Measure.BREADTH,
  Measure.DATA_QUALITY,
  Measure.COURSE_COMPLETION,
  Measure.COOPERATION,
]

/** What has to hold for the prize, of so many teams. */
export const guardsOf = (teams: number): Guard[] => [
  Guard.DATA_QUALITY,
  Guard.PARTICIPATION,
  Guard.ROSTER,
  ...(teams > 1 ? [Guard.NOBODY_LEFT_BEHIND] : []),
]

/** Whether HR can still change it. */
export const isWritten = (state: State) => state === State.DRAFT || state === State.PROPOSED

/** Puts the choices of challenges into words. */
export function useChallengeWords() {
  const t = useText()
  return {
    measure: (measure: Measure) => t(words[measureWords[measure].name]),
    measureHint: (measure: Measure) => t(words[measureWords[measure].hint]),
    state: (state: State) => t(words[stateLooks[state].word]),
    stateTone: (state: State) => stateLooks[state].tone,
    guard: (guard: Guard) => t(words[guardWords[guard]]),
    guardState: (state: GuardState) => t(words[guardLooks[state].word]),
    guardTone: (state: GuardState) => guardLooks[state].tone,
    part: (part: Part) => {
      const word = partWords[part]
      return word && t(words[word])
    },
  }
}
