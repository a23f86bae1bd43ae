import { defineMessages } from 'react-intl'
import { PulseQuestionKind as Kind, PulseState } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  awareness: { id: 'pulses.awareness', defaultMessage: 'Awareness' },
  willingness: { id: 'pulses.willingness', defaultMessage: 'Willingness' },
  knowledge: { id: 'pulses.knowledge', defaultMessage: 'Knowledge' },
  ability: { id: 'pulses.ability', defaultMessage: 'Ability' },
  reinforcement: { id: 'pulses.reinforcement', defaultMessage: 'Reinforcement' },
  scale: { id: 'pulses.scale', defaultMessage: 'Own question, 1 to 5' },
  choice: { id: 'pulses.choice', defaultMessage: 'Own question, one of several answers' },
  text: { id: 'pulses.text', defaultMessage: 'Own question, in words' },
  draft: { id: 'pulses.draft', defaultMessage: 'Draft' },
  open: { id: 'pulses.open', defaultMessage: 'Running' },
  closed: { id: 'pulses.closed', defaultMessage: 'Over' },
})

const labels = {
  [Kind.UNSPECIFIED]: words.scale,
  [Kind.AWARENESS]: words.awareness,
  [Kind.WILLINGNESS]: words.willingness,
  [Kind.KNOWLEDGE]: words.knowledge,
  [Kind.ABILITY]: words.ability,
  [Kind.REINFORCEMENT]: words.reinforcement,
  [Kind.SCALE]: words.scale,
  [Kind.CHOICE]: words.choice,
  [Kind.TEXT]: words.text,
}

/** All kinds of questions, in the order in which they are offered. */
export const kinds = [
  Kind.AWARENESS,
  Kind.WILLINGNESS,
  Kind.KNOWLEDGE,
  Kind.ABILITY,
  Kind.REINFORCEMENT,
  Kind.SCALE,
  Kind.CHOICE,
  Kind.TEXT,
]

/** Whether the words of a question are the organisation's own. */
export const isOwn = (kind: Kind) => kind === Kind.SCALE || kind === Kind.CHOICE || kind === Kind.TEXT

/** Whether a question is answered from 1 to 5. */
export const hasScore = (kind: Kind) => kind !== Kind.CHOICE && kind !== Kind.TEXT

/** Puts a kind of question into words. */
export function useKindText() {
  const t = useText()
  return (kind: Kind) => t(labels[kind])
}

const states: Record<PulseState, { word: keyof typeof words; tone: Tone }> = {
  [PulseState.UNSPECIFIED]: { word: 'draft', tone: 'neutral' },
  [PulseState.DRAFT]: { word: 'draft', tone: 'neutral' },
  [PulseState.OPEN]: { word: 'open', tone: 'good' },
  [PulseState.CLOSED]: { word: 'closed', tone: 'info' },
}

/** How a state is shown. */
export function usePulseState() {
  const t = useText()
  return (state: PulseState) => ({ text: t(words[states[state].word]), tone: states[state].tone })
}
