import { defineMessages } from 'react-intl'
import { CommitteeRole } from '@/gen/hamgam/feedback/v1/committee_pb'
import { MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  guest: { id: 'committees.guest', defaultMessage: 'Guest' },
  chair: { id: 'committees.chair', defaultMessage: 'Chair' },
  secretary: { id: 'committees.secretary', defaultMessage: 'Secretary' },
  member: { id: 'committees.member', defaultMessage: 'Member' },
  scheduled: { id: 'committees.scheduled', defaultMessage: 'To come' },
  open: { id: 'committees.meetingOpen', defaultMessage: 'People are meeting' },
  closed: { id: 'committees.closed', defaultMessage: 'Over' },
  cancelled: { id: 'committees.cancelled', defaultMessage: 'Cancelled' },
})

const roles: Record<CommitteeRole, keyof typeof words> = {
  [CommitteeRole.UNSPECIFIED]: 'guest',
  [CommitteeRole.CHAIR]: 'chair',
  [CommitteeRole.SECRETARY]: 'secretary',
  [CommitteeRole.MEMBER]: 'member',
}

const states: Record<MeetingState, { word: keyof typeof words; tone: Tone }> = {
  [MeetingState.UNSPECIFIED]: { word: 'scheduled', tone: 'neutral' },
  [MeetingState.SCHEDULED]: { word: 'scheduled', tone: 'info' },
  [MeetingState.OPEN]: { word: 'open', tone: 'good' },
  [MeetingState.CLOSED]: { word: 'closed', tone: 'neutral' },
  [MeetingState.CANCELLED]: { word: 'cancelled', tone: 'bad' },
}

/** Whether a role holds meetings. */
export const leads = (role: CommitteeRole) => role === CommitteeRole.CHAIR || role === CommitteeRole.SECRETARY

/** Puts roles of a committee into words. */
export function useRoleText() {
  const t = useText()
  return (role: CommitteeRole) => t(words[roles[role]])
}

/** How the state of a meeting is shown. */
export function useMeetingState() {
  const t = useText()
  return (state: MeetingState) => ({ text: t(words[states[state].word]), tone: states[state].tone })
}
