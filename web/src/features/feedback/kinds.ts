import { defineMessages } from 'react-intl'
import {
  ProposalKind as Kind,
  ProposalStatus as Status,
  Tone as ToneChoice,
  ProposalTopic as Topic,
} from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  idea: { id: 'feedback.idea', defaultMessage: 'Idea' },
  problem: { id: 'feedback.problem', defaultMessage: 'Problem' },
  question: { id: 'feedback.question', defaultMessage: 'Question' },
  open: { id: 'feedback.open', defaultMessage: 'Open' },
  planned: { id: 'feedback.planned', defaultMessage: 'Planned' },
  started: { id: 'feedback.started', defaultMessage: 'Started' },
  completed: { id: 'feedback.completed', defaultMessage: 'Completed' },
  declined: { id: 'feedback.declined', defaultMessage: 'Declined' },
  duplicate: { id: 'feedback.duplicate', defaultMessage: 'Duplicate' },
  positive: { id: 'feedback.positive', defaultMessage: 'Pleased' },
  neutral: { id: 'feedback.neutral', defaultMessage: 'Neither nor' },
  negative: { id: 'feedback.negative', defaultMessage: 'Displeased' },
  easeOfUse: { id: 'feedback.easeOfUse', defaultMessage: 'How easy it is to use' },
  speed: { id: 'feedback.speed', defaultMessage: 'How fast it is' },
  reliability: { id: 'feedback.reliability', defaultMessage: 'Errors and outages' },
  function: { id: 'feedback.function', defaultMessage: 'What it can do' },
  data: { id: 'feedback.data', defaultMessage: 'The data in it' },
  learning: { id: 'feedback.learning', defaultMessage: 'Learning it' },
  workload: { id: 'feedback.workload', defaultMessage: 'What it adds to the day’s work' },
  purpose: { id: 'feedback.purpose', defaultMessage: 'What it is good for' },
  other: { id: 'feedback.other', defaultMessage: 'Something else' },
})
type Word = keyof typeof words

const kindWords: Record<Kind, Word> = {
  [Kind.UNSPECIFIED]: 'idea',
  [Kind.IDEA]: 'idea',
  [Kind.PROBLEM]: 'problem',
  [Kind.QUESTION]: 'question',
}
const statusLooks: Record<Status, { word: Word; tone: Tone }> = {
  [Status.UNSPECIFIED]: { word: 'open', tone: 'neutral' },
  [Status.OPEN]: { word: 'open', tone: 'neutral' },
  [Status.PLANNED]: { word: 'planned', tone: 'info' },
  [Status.STARTED]: { word: 'started', tone: 'brand' },
  [Status.COMPLETED]: { word: 'completed', tone: 'good' },
  [Status.DECLINED]: { word: 'declined', tone: 'plum' },
  [Status.DUPLICATE]: { word: 'duplicate', tone: 'neutral' },
}
const toneWords: Record<ToneChoice, Word> = {
  [ToneChoice.UNSPECIFIED]: 'neutral',
  [ToneChoice.POSITIVE]: 'positive',
  [ToneChoice.NEUTRAL]: 'neutral',
  [ToneChoice.NEGATIVE]: 'negative',
}
const topicWords: Record<Topic, Word> = {
  [Topic.UNSPECIFIED]: 'other',
  [Topic.EASE_OF_USE]: 'easeOfUse',
  [Topic.SPEED]: 'speed',
  [Topic.RELIABILITY]: 'reliability',
  [Topic.FUNCTION]: 'function',
  [Topic.DATA]: 'data',
  [Topic.LEARNING]: 'learning',
  [Topic.WORKLOAD]: 'workload',
  [Topic.PURPOSE]: 'purpose',
  [Topic.OTHER]: 'other',
}

/** What a proposal can be. */
export const kinds = [Kind.IDEA, Kind.PROBLEM, Kind.QUESTION]
/** The states that a moderator can set. */
export const settable = [Status.OPEN, Status.PLANNED, Status.STARTED, Status.COMPLETED, Status.DECLINED]
/** How a writer can feel. */
export const tones = [ToneChoice.POSITIVE, ToneChoice.NEUTRAL, ToneChoice.NEGATIVE]
/** What a proposal can be about. */
export const topics = [
  Topic.EASE_OF_USE,
  Topic.SPEED,
  Topic.RELIABILITY,
  Topic.FUNCTION,
  Topic.DATA,
  Topic.LEARNING,
  Topic.WORKLOAD,
  Topic.PURPOSE,
  Topic.OTHER,
]

/** Whether nothing can be added any more. */
export const isClosed = (status: Status) =>
  status === Status.COMPLETED || status === Status.DECLINED || status === Status.DUPLICATE

/** Puts the choices of proposals into words. */
export function useProposalWords() {
  const t = useText()
  return {
    kind: (kind: Kind) => t(words[kindWords[kind]]),
    status: (status: Status) => t(words[statusLooks[status].word]),
    statusTone: (status: Status) => statusLooks[status].tone,
    tone: (tone: ToneChoice) => t(words[toneWords[tone]]),
    topic: (topic: Topic) => t(words[topicWords[topic]]),
  }
}
