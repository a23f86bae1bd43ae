import { defineMessages, type MessageDescriptor } from 'react-intl'
import { AssignmentState } from '@/gen/hamgam/training/v1/assignment_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  active: { id: 'assignments.state.active', defaultMessage: 'Enrols' },
  paused: { id: 'assignments.state.paused', defaultMessage: 'Paused' },
  ended: { id: 'assignments.state.ended', defaultMessage: 'Ended' },
})

const looks: Record<AssignmentState, [MessageDescriptor, Tone]> = {
  [AssignmentState.UNSPECIFIED]: [words.active, 'neutral'],
  [AssignmentState.ACTIVE]: [words.active, 'good'],
  [AssignmentState.PAUSED]: [words.paused, 'warn'],
  [AssignmentState.ENDED]: [words.ended, 'neutral'],
}

/** How an assignment stands, in a word and a colour. */
export function useAssignmentState() {
  const t = useText()
  return (state: AssignmentState): { text: string; tone: Tone } => ({ text: t(looks[state][0]), tone: looks[state][1] })
}
