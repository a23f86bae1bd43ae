import { CircleCheck } from 'lucide-react'
import { type DueFilter, useDue } from '@/api/assignments'
import { words } from '@/fields/words'
import type { DueEnrollment } from '@/gen/hamgam/training/v1/assignment_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, type ColumnSpec, Table } from '@/ui/Table'
import styles from './Assignments.module.css'
import { ExcuseButton } from './Excuses'

/** Who has something to complete, soonest first. There is no score in it. */
export function DueList({
  filter,
  withoutCourse,
  excusable,
}: {
  filter: DueFilter
  withoutCourse?: boolean
  /** Whether people can be taken out of the assignment here. */
  excusable?: boolean
}) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const query = useDue(filter)
  const course: ColumnSpec<DueEnrollment> = {
    id: 'course',
    name: t(words.course),
    wideOnly: true,
    cell: (row) => <span dir="auto">{read(row.courseTitle)}</span>,
  }
  const excuse: ColumnSpec<DueEnrollment> = {
    id: 'excuse',
    name: t({ id: 'assignments.excuse', defaultMessage: 'Excuse' }),
    cell: (row) => <ExcuseButton row={row} assignment={filter.assignment ?? ''} />,
  }
  return (
    <Query query={query} lines={6}>
      {({ pages }) => {
        const due = pages.flatMap((page) => page.due)
        if (due.length === 0) {
          return (
            <EmptyState
              icon={CircleCheck}
              title={t({ id: 'assignments.nobodyDue', defaultMessage: 'Nobody is due' })}
            />
          )
        }
        return (
          <>
            <Table
              label={t({ id: 'assignments.whoIsDue', defaultMessage: 'Who is due' })}
              rows={due}
              rowId={({ enrollment }) => enrollment}
              columns={[
                {
                  id: 'person',
                  name: t(words.name),
                  cell: (row) => <CellText main={row.personDisplayName} sub={<bdi>{row.teamTitle}</bdi>} />,
                },
                ...(withoutCourse ? [] : [course]),
                {
                  id: 'day',
                  name: t({ id: 'assignments.dueDay', defaultMessage: 'Due' }),
                  cell: (row) => (
                    <span className={styles.dueDay}>
                      {format.day(row.dueDay)}
                      {row.overdue && (
                        <Badge tone="warn">{t({ id: 'assignments.overdue', defaultMessage: 'Overdue' })}</Badge>
                      )}
                    </span>
                  ),
                },
                {
                  id: 'state',
                  name: t(words.state),
                  wideOnly: true,
                  cell: (row) => (
                    <>
                      {row.started
                        ? t({ id: 'assignments.started', defaultMessage: 'Begun' })
                        : t({ id: 'assignments.notStarted', defaultMessage: 'Not begun' })}
                      {row.escalateTime ? (
                        <span className={styles.sub}>
                          {t(
                            { id: 'assignments.escalated', defaultMessage: 'Escalated on {day}' },
                            { day: format.dayOf(row.escalateTime) },
                          )}
                        </span>
                      ) : (
                        row.remindTime && (
                          <span className={styles.sub}>
                            {t(
                              { id: 'assignments.reminded', defaultMessage: 'Reminded on {day}' },
                              { day: format.dayOf(row.remindTime) },
                            )}
                          </span>
                        )
                      )}
                    </>
                  ),
                },
                ...(excusable ? [excuse] : []),
              ]}
            />
            <More query={query} />
          </>
        )
      }}
    </Query>
  )
}
