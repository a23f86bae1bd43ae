import { useErrorSentence } from '@/api/errors'
import { useMeetingChanges } from '@/api/meetings'
import { InvitationResponse, type Meeting } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Card } from '@/ui/Card'
import { RadioGroup } from '@/ui/Field'
import { toast, toastError } from '@/ui/Toast'

/** Asks somebody who is invited whether they come. */
export function InvitationCard({ meeting }: { meeting: Meeting }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { person } = useMe()
  const { respond } = useMeetingChanges()
  const own = meeting.attendees.find((attendee) => attendee.person === person)
  if (!own) return null
  return (
    <Card>
      <RadioGroup
        label={t({ id: 'meetings.coming', defaultMessage: 'Will you come?' })}
        value={own.response ? String(own.response) : null}
        isDisabled={respond.isPending}
        onChange={(response) =>
          respond.mutate(
            { name: meeting.name, response: Number(response) },
            {
              onSuccess: () => toast(t({ id: 'meetings.answered', defaultMessage: 'The others see your answer.' })),
              onError: (error) => toastError(sentence(error)),
            },
          )
        }
        options={[
          {
            value: String(InvitationResponse.ACCEPTED),
            label: t({ id: 'meetings.yes', defaultMessage: 'Yes' }),
          },
          {
            value: String(InvitationResponse.TENTATIVE),
            label: t({ id: 'meetings.perhaps', defaultMessage: 'I do not know yet' }),
          },
          { value: String(InvitationResponse.DECLINED), label: t({ id: 'meetings.no', defaultMessage: 'No' }) },
        ]}
      />
    </Card>
  )
}
