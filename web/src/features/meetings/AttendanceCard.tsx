import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useMeetingChanges } from '@/api/meetings'
import { words } from '@/fields/words'
import { type Attendee, InvitationResponse, type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useRoleText } from '@/parts/committees'
import { Badge, type Tone } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Checkbox } from '@/ui/Field'
import { Progress } from '@/ui/Progress'
import { toast, toastError } from '@/ui/Toast'
import styles from './Meetings.module.css'

/** Who is invited, who comes, who is there, and whether that is enough to decide. */
export function AttendanceCard({ meeting, mayRecord }: { meeting: Meeting; mayRecord: boolean }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { attend } = useMeetingChanges()
  const saved = meeting.attendees.filter(({ present }) => present).map(({ person }) => person)
  const [present, setPresent] = useState(saved)
  const same = present.length === saved.length && present.every((person) => saved.includes(person))
  const met = meeting.state === MeetingState.OPEN || meeting.state === MeetingState.CLOSED
  return (
    <Card title={t({ id: 'meetings.people', defaultMessage: 'Who is invited' })}>
      {met && <QuorumNote meeting={meeting} />}
      <ul className={styles.people}>
        {meeting.attendees.map((attendee) =>
          mayRecord ? (
            <li key={attendee.person}>
              <Checkbox
                isSelected={present.includes(attendee.person)}
                onChange={(on) =>
                  setPresent(
                    on ? [...present, attendee.person] : present.filter((person) => person !== attendee.person),
                  )
                }
              >
                <Invited attendee={attendee} />
              </Checkbox>
            </li>
          ) : (
            <li key={attendee.person} className={styles.row}>
              <Invited attendee={attendee} />
              {met ? (
                attendee.present ? (
                  <Badge tone="good">{t({ id: 'meetings.present', defaultMessage: 'Present' })}</Badge>
                ) : (
                  <Badge>{t({ id: 'meetings.absent', defaultMessage: 'Not there' })}</Badge>
                )
              ) : (
                <Response response={attendee.response} />
              )}
            </li>
          ),
        )}
      </ul>
      {mayRecord && (
        <Button
          variant="primary"
          isDisabled={same}
          isPending={attend.isPending}
          onPress={() =>
            attend.mutate(
              { name: meeting.name, present },
              { onSuccess: () => toast(t(words.saved)), onError: (error) => toastError(sentence(error)) },
            )
          }
        >
          {t({ id: 'meetings.record', defaultMessage: 'Write the attendance down' })}
        </Button>
      )}
    </Card>
  )
}

function Invited({ attendee }: { attendee: Attendee }) {
  const roleText = useRoleText()
  return (
    <span>
      <bdi>{attendee.displayName}</bdi> <span className={styles.quiet}>{roleText(attendee.role)}</span>
    </span>
  )
}

function Response({ response }: { response: InvitationResponse }) {
  const t = useText()
  const looks: Record<InvitationResponse, { tone: Tone; text: string }> = {
    [InvitationResponse.UNSPECIFIED]: {
      tone: 'neutral',
      text: t({ id: 'meetings.noAnswer', defaultMessage: 'No answer yet' }),
    },
    [InvitationResponse.ACCEPTED]: { tone: 'good', text: t({ id: 'meetings.comes', defaultMessage: 'Comes' }) },
    [InvitationResponse.DECLINED]: {
      tone: 'bad',
      text: t({ id: 'meetings.comesNot', defaultMessage: 'Does not come' }),
    },
    [InvitationResponse.TENTATIVE]: { tone: 'warn', text: t({ id: 'meetings.mayCome', defaultMessage: 'Perhaps' }) },
  }
  return <Badge tone={looks[response].tone}>{looks[response].text}</Badge>
}

/** Says clearly whether the meeting can decide. */
function QuorumNote({ meeting }: { meeting: Meeting }) {
  const t = useText()
  const format = useFormats()
  const quorum = meeting.quorum
  if (!quorum) return null
  const { reached, present, needed, members } = quorum
  return (
    <>
      <Banner
        tone={reached ? 'good' : 'warn'}
        title={
          reached
            ? t({ id: 'meetings.quorumYes', defaultMessage: 'Enough members to decide' })
            : t({ id: 'meetings.quorumNo', defaultMessage: 'Too few members to decide' })
        }
      >
        {t(
          {
            id: 'meetings.quorumCount',
            defaultMessage: '{present} of {members} members are present; {needed} are needed.',
          },
          { present: format.number(present), members: format.number(members), needed: format.number(needed) },
        )}
      </Banner>
      <Progress
        slim
        label={t({ id: 'meetings.quorum', defaultMessage: 'Members present, of those needed' })}
        value={present}
        max={needed}
      />
    </>
  )
}
