import { CalendarDays, CalendarPlus } from 'lucide-react'
import { useMeetings } from '@/api/meetings'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import type { Meeting } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMeetingState } from '@/parts/committees'
import { Badge } from '@/ui/Badge'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'

/** The meetings of a committee, as far as the person may see them. */
export function MeetingsCard({
  committee,
  maySchedule,
  isInsider,
}: {
  committee: string
  maySchedule: boolean
  /** Whether the person sees all meetings; others see only those that they are invited to. */
  isInsider: boolean
}) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const look = useMeetingState()
  const query = useMeetings(committee)
  const schedule = maySchedule && (
    <ButtonLink size="small" icon={CalendarPlus} href={paths.newMeeting(committee)}>
      {t({ id: 'committees.schedule', defaultMessage: 'Schedule a meeting' })}
    </ButtonLink>
  )
  const title = t({ id: 'committees.meetings', defaultMessage: 'Meetings' })
  return (
    <Card title={title} actions={schedule} flush>
      <Query query={query} lines={3}>
        {({ pages }) => {
          const meetings = pages.flatMap((page) => page.meetings)
          return (
            <>
              {meetings.length === 0 ? (
                <EmptyState
                  icon={CalendarDays}
                  title={t({ id: 'committees.noMeetings', defaultMessage: 'No meeting to see' })}
                >
                  {isInsider
                    ? t({
                        id: 'committees.noMeetingsHint',
                        defaultMessage:
                          'The chair, a secretary or HR schedules one; everybody gets it into the calendar.',
                      })
                    : t({
                        id: 'committees.notInvited',
                        defaultMessage: 'Members see its meetings, and whoever is invited to one.',
                      })}
                </EmptyState>
              ) : (
                <Table<Meeting>
                  label={title}
                  rows={meetings}
                  rowId={({ name }) => name}
                  href={({ name }) => paths.meeting(name)}
                  columns={[
                    {
                      id: 'title',
                      name: t(words.title),
                      cell: (row) => <CellText main={read(row.title)} sub={format.instant(row.startTime)} />,
                    },
                    {
                      id: 'duration',
                      name: t({ id: 'committees.duration', defaultMessage: 'Duration' }),
                      numeric: true,
                      wideOnly: true,
                      cell: (row) => format.minutes(row.durationMinutes),
                    },
                    {
                      id: 'state',
                      name: t(words.state),
                      cell: (row) => <Badge tone={look(row.state).tone}>{look(row.state).text}</Badge>,
                    },
                  ]}
                />
              )}
              <More query={query} />
            </>
          )
        }}
      </Query>
    </Card>
  )
}
