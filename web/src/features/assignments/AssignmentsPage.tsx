import { CalendarClock, Megaphone, Plus } from 'lucide-react'
import { useAssignments } from '@/api/assignments'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import type { Assignment } from '@/gen/hamgam/training/v1/assignment_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Progress } from '@/ui/Progress'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import styles from './Assignments.module.css'
import { useAssignmentState } from './states'

/** Who is given what, by rule, and how far they are. */
export function AssignmentsPage() {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const look = useAssignmentState()
  const query = useAssignments()
  const add = (
    <ButtonLink variant="primary" icon={Plus} href={paths.newAssignment}>
      {t({ id: 'assignments.add', defaultMessage: 'Assign by rule' })}
    </ButtonLink>
  )
  return (
    <Page
      title={t({ id: 'assignments.title', defaultMessage: 'Assignments' })}
      lead={t({
        id: 'assignments.lead',
        defaultMessage: 'A rule gives courses to whoever matches, now and later. Nobody is enrolled one by one.',
      })}
      actions={
        <>
          <ButtonLink icon={CalendarClock} href={paths.due}>
            {t({ id: 'assignments.whoIsDue', defaultMessage: 'Who is due' })}
          </ButtonLink>
          {add}
        </>
      }
    >
      <Query query={query} lines={6}>
        {({ pages }) => {
          const assignments = pages.flatMap((page) => page.assignments)
          return (
            <Card flush>
              {assignments.length === 0 ? (
                <EmptyState
                  icon={Megaphone}
                  title={t({ id: 'assignments.none', defaultMessage: 'Nothing is assigned yet' })}
                  actions={add}
                >
                  {t({
                    id: 'assignments.noneHint',
                    defaultMessage: 'Choose a curriculum and say for whom: a position, some teams, the newcomers.',
                  })}
                </EmptyState>
              ) : (
                <Table<Assignment>
                  label={t({ id: 'assignments.title', defaultMessage: 'Assignments' })}
                  rows={assignments}
                  rowId={({ name }) => name}
                  href={({ name }) => paths.assignment(name)}
                  columns={[
                    {
                      id: 'title',
                      name: t(words.title),
                      cell: (row) => (
                        <CellText
                          main={read(row.title) || read(row.targetTitle)}
                          sub={
                            row.source
                              ? t({ id: 'assignments.fromFlag', defaultMessage: 'From a flag' })
                              : format.dayOf(row.createTime)
                          }
                        />
                      ),
                    },
                    {
                      id: 'people',
                      name: t({ id: 'assignments.people', defaultMessage: 'People' }),
                      numeric: true,
                      wideOnly: true,
                      cell: (row) =>
                        row.counts
                          ? format.number(row.counts.people)
                          : t({ id: 'assignments.fewer', defaultMessage: 'fewer than 5' }),
                    },
                    {
                      id: 'done',
                      name: t({ id: 'assignments.done', defaultMessage: 'Complete' }),
                      wideOnly: true,
                      cell: (row) =>
                        row.counts && (
                          <span className={styles.cellProgress}>
                            <Progress
                              slim
                              label={t({ id: 'assignments.done', defaultMessage: 'Complete' })}
                              value={row.counts.completed}
                              max={row.counts.people}
                            />
                            <span>
                              {format.percent(row.counts.people ? row.counts.completed / row.counts.people : 0)}
                            </span>
                          </span>
                        ),
                    },
                    {
                      id: 'overdue',
                      name: t({ id: 'assignments.overdue', defaultMessage: 'Overdue' }),
                      numeric: true,
                      cell: (row) =>
                        row.counts && row.counts.overdue > 0 ? (
                          <Badge tone="warn">{format.number(row.counts.overdue)}</Badge>
                        ) : (
                          '–'
                        ),
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
            </Card>
          )
        }}
      </Query>
    </Page>
  )
}
