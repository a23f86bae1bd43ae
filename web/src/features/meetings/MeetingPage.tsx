import { useAgenda } from '@/api/agenda'
import { useMeeting } from '@/api/meetings'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { CommitteeRole } from '@/gen/hamgam/feedback/v1/committee_pb'
import { type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { leads, useMeetingState } from '@/parts/committees'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Card, Facts, Split, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { AgendaCard } from './AgendaCard'
import { AttendanceCard } from './AttendanceCard'
import { InvitationCard } from './InvitationCard'
import { MeetingActions } from './MeetingActions'
import styles from './Meetings.module.css'
import { MinutesCard } from './MinutesCard'
import { OutcomesCard } from './OutcomesCard'
import { PollsCard } from './PollsCard'
import { SuggestionsCard } from './SuggestionsCard'

/** One meeting, from the invitation to the approved minutes. */
export function MeetingPage() {
  const t = useText()
  const read = useLocalized()
  const look = useMeetingState()
  const { organization } = useMe()
  const query = useMeeting(`${organization}/meetings/${useId('meeting')}`)
  const meeting = query.data
  return (
    <Page
      title={read(meeting?.title) || t({ id: 'meetings.one', defaultMessage: 'Meeting' })}
      back={
        meeting
          ? { href: paths.committee(meeting.committee), label: read(meeting.committeeTitle) }
          : { href: paths.committees, label: t({ id: 'committees.title', defaultMessage: 'Committees' }) }
      }
      badge={meeting && <Badge tone={look(meeting.state).tone}>{look(meeting.state).text}</Badge>}
      actions={meeting && <MeetingActions meeting={meeting} />}
    >
      <Query query={query} lines={6}>
        {(found) => <Parts meeting={found} />}
      </Query>
    </Page>
  )
}

function Parts({ meeting }: { meeting: Meeting }) {
  const t = useText()
  const { has } = useMe()
  const agenda = useAgenda(meeting.name)
  const items = agenda.data?.agendaItems ?? []
  const lead = leads(meeting.ownRole)
  const mayPrepare = lead || has(Role.HR)
  const mayAdd = mayPrepare || meeting.ownRole !== CommitteeRole.UNSPECIFIED
  const { state } = meeting
  const ahead = state === MeetingState.SCHEDULED || state === MeetingState.OPEN
  return (
    <Split>
      <Stack>
        {state === MeetingState.CANCELLED && (
          <Banner
            tone="warn"
            title={t({ id: 'meetings.isCancelled', defaultMessage: 'This meeting does not take place' })}
          >
            <span dir="auto">{meeting.cancelReason}</span>
          </Banner>
        )}
        {state === MeetingState.CLOSED && <MinutesCard meeting={meeting} />}
        <AgendaCard meeting={meeting} mayAdd={mayAdd && ahead} mayPrepare={mayPrepare} />
        {mayAdd && ahead && <SuggestionsCard meeting={meeting} mayDismiss={mayPrepare} />}
        {(state === MeetingState.OPEN || state === MeetingState.CLOSED) && (
          <>
            <PollsCard meeting={meeting} items={items} />
            <OutcomesCard meeting={meeting} items={items} />
          </>
        )}
      </Stack>
      <Stack>
        <AboutCard meeting={meeting} />
        {ahead && <InvitationCard meeting={meeting} />}
        <AttendanceCard
          // What is ticked begins anew when somebody else wrote the attendance down.
          key={meeting.attendees.map(({ person, present }) => `${person}${present}`).join()}
          meeting={meeting}
          mayRecord={lead && state === MeetingState.OPEN}
        />
      </Stack>
    </Split>
  )
}

function AboutCard({ meeting }: { meeting: Meeting }) {
  const t = useText()
  const format = useFormats()
  const tooLong = meeting.agendaMinutes > meeting.durationMinutes
  return (
    <Card>
      <Facts
        items={[
          { name: t({ id: 'meetings.when', defaultMessage: 'When' }), value: format.instant(meeting.startTime) },
          {
            name: t({ id: 'meetings.howLong', defaultMessage: 'How long' }),
            value: format.minutes(meeting.durationMinutes),
          },
          {
            name: t({ id: 'meetings.where', defaultMessage: 'Where' }),
            value: /^https:\/\/\S+$/u.test(meeting.location) ? (
              <a href={meeting.location} target="_blank" rel="noopener noreferrer" className={styles.address}>
                {meeting.location}
              </a>
            ) : (
              <bdi>{meeting.location || '–'}</bdi>
            ),
          },
        ]}
      />
      {tooLong && (
        <p className={styles.warning}>
          {t(
            { id: 'meetings.tooLong', defaultMessage: 'The agenda takes {minutes}: longer than the meeting.' },
            { minutes: format.minutes(meeting.agendaMinutes) },
          )}
        </p>
      )}
    </Card>
  )
}
