import { defineMessages, type MessageDescriptor } from 'react-intl'
import { MailState } from '@/gen/hamgam/notifications/v1/recorded_mail_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  pending: { id: 'mail.state.pending', defaultMessage: 'Waits' },
  sent: { id: 'mail.state.sent', defaultMessage: 'Sent' },
  recorded: { id: 'mail.state.recorded', defaultMessage: 'Recorded, not sent' },
  failed: { id: 'mail.state.failed', defaultMessage: 'Failed' },
})

const looks: Record<MailState, [MessageDescriptor, Tone]> = {
  [MailState.UNSPECIFIED]: [words.pending, 'neutral'],
  [MailState.PENDING]: [words.pending, 'info'],
  [MailState.SENT]: [words.sent, 'good'],
  [MailState.RECORDED]: [words.recorded, 'neutral'],
  [MailState.FAILED]: [words.failed, 'bad'],
}

/** The states that a list can be limited to. */
export const mailStates = [MailState.RECORDED, MailState.PENDING, MailState.SENT, MailState.FAILED]

/** How a mail stands, in words and a colour. */
export function useMailState() {
  const t = useText()
  return (state: MailState): { text: string; tone: Tone } => ({ text: t(looks[state][0]), tone: looks[state][1] })
}
