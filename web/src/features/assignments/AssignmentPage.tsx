import { CalendarClock, CircleStop, Pause, Pencil, Play } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAssignment, useAssignmentChanges, useAssignmentProgress } from '@/api/assignments'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { words } from '@/fields/words'
import { type Assignment, type AssignmentCounts, AssignmentState } from '@/gen/hamgam/training/v1/assignment_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Figure, Grid, Split, Stack } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Page } from '@/ui/Page'
import { Progress } from '@/ui/Progress'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { toastError } from '@/ui/Toast'
import styles from './Assignments.module.css'
import { AudienceText } from './AudienceText'
import { DueList } from './DueList'
import { Excuses } from './Excuses'
import { useAssignmentState } from './states'

/** One assignment: its rule, how far its people are by team, and who is due. */
export function AssignmentPage() {
  const t = useText()
  const read = useLocalized()
  const look = useAssignmentState()
  const { organization } = useMe()
  const name = `${organization}/assignments/${useId('assignment')}`
  const query = useAssignment(name)
  const assignment = query.data
  return (
    <Page
      title={
        assignment
          ? read(assignment.title) || read(assignment.targetTitle)
          : t({ id: 'assignments.one', defaultMessage: 'Assignment' })
      }
      back={{ href: paths.assignments, label: t({ id: 'assignments.title', defaultMessage: 'Assignments' }) }}
      badge={assignment && <Badge tone={look(assignment.state).tone}>{look(assignment.state).text}</Badge>}
      actions={assignment && assignment.state !== AssignmentState.ENDED && <Actions assignment={assignment} />}
    >
      <Query query={query} lines={6}>
        {(found) => (
          <Split>
            <Stack>
              <ProgressByTeam name={name} />
              <Card title={t({ id: 'assignments.whoIsDue', defaultMessage: 'Who is due' })} flush>
                <DueList
                  filter={{ assignment: name }}
                  withoutCourse={found.target.case === 'course'}
                  excusable={found.state !== AssignmentState.ENDED}
                />
              </Card>
              <Excuses assignment={name} />
            </Stack>
            <RuleCard assignment={found} />
          </Split>
        )}
      </Query>
    </Page>
  )
}

function Actions({ assignment }: { assignment: Assignment }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { pause, resume, end } = useAssignmentChanges()
  const [ending, setEnding] = useState(false)
  const onError = (error: unknown) => toastError(sentence(error))
  const paused = assignment.state === AssignmentState.PAUSED
  return (
    <>
      <ButtonLink icon={Pencil} href={paths.editAssignment(assignment.name)}>
        {t(words.edit)}
      </ButtonLink>
      <Button
        icon={paused ? Play : Pause}
        isPending={pause.isPending || resume.isPending}
        onPress={() => (paused ? resume : pause).mutate(assignment.name, { onError })}
      >
        {paused
          ? t({ id: 'assignments.resume', defaultMessage: 'Go on' })
          : t({ id: 'assignments.pause', defaultMessage: 'Pause' })}
      </Button>
      <Button variant="quiet" icon={CircleStop} onPress={() => setEnding(true)}>
        {t({ id: 'assignments.end', defaultMessage: 'End' })}
      </Button>
      <ConfirmDialog
        title={t({ id: 'assignments.endTitle', defaultMessage: 'End this assignment for good?' })}
        isOpen={ending}
        danger
        onClose={() => setEnding(false)}
        isPending={end.isPending}
        confirmLabel={t({ id: 'assignments.end', defaultMessage: 'End' })}
        onConfirm={() => end.mutate(assignment.name, { onError, onSettled: () => setEnding(false) })}
      >
        <p>
          {t({
            id: 'assignments.endHint',
            defaultMessage: 'Whoever has begun may finish; whoever has not is withdrawn. Nobody is reminded any more.',
          })}
        </p>
      </ConfirmDialog>
    </>
  )
}

function RuleCard({ assignment }: { assignment: Assignment }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  return (
    <Card title={t({ id: 'assignments.rule', defaultMessage: 'The rule' })}>
      <Stacked
        items={[
          {
            name: t({ id: 'assignments.what', defaultMessage: 'What' }),
            value: <bdi>{read(assignment.targetTitle)}</bdi>,
          },
          {
            name: t({ id: 'assignments.forWhom', defaultMessage: 'For whom' }),
            value: <AudienceText audience={assignment.audience} />,
          },
          {
            name: t({ id: 'assignments.dueIn', defaultMessage: 'Due in' }),
            value: t(
              {
                id: 'assignments.workingDays',
                defaultMessage: '{count, plural, one {# working day} other {# working days}}',
              },
              { count: assignment.dueWorkingDays },
            ),
          },
          {
            name: t({ id: 'assignments.joinLater', defaultMessage: 'Later ones' }),
            value: assignment.enrollLater
              ? t({ id: 'assignments.enrolledToo', defaultMessage: 'Enrolled too' })
              : t({ id: 'assignments.notEnrolled', defaultMessage: 'Not enrolled' }),
          },
          { name: t({ id: 'assignments.since', defaultMessage: 'Since' }), value: format.dayOf(assignment.createTime) },
          ...(assignment.source
            ? [
                {
                  name: t({ id: 'assignments.origin', defaultMessage: 'Comes from' }),
                  value: t({ id: 'assignments.fromFlag', defaultMessage: 'From a flag' }),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

function ProgressByTeam({ name }: { name: string }) {
  const t = useText()
  const query = useAssignmentProgress(name)
  return (
    <Query query={query}>
      {({ total, teams, otherTeams }) => {
        if (!total) {
          return (
            <Card title={t({ id: 'assignments.progress', defaultMessage: 'How far they are' })}>
              <EmptyState
                icon={CalendarClock}
                title={t({ id: 'assignments.tooFew', defaultMessage: 'Fewer than five people so far' })}
              >
                {t({
                  id: 'assignments.tooFewHint',
                  defaultMessage: 'Figures are shown from five people on, so that nobody can be singled out.',
                })}
              </EmptyState>
            </Card>
          )
        }
        const rows = [
          ...teams.flatMap(({ team, teamTitle, counts }) => (counts ? [{ id: team, title: teamTitle, counts }] : [])),
          ...(otherTeams
            ? [
                {
                  id: 'others',
                  title: t({ id: 'assignments.others', defaultMessage: 'All other teams' }),
                  counts: otherTeams,
                },
              ]
            : []),
        ]
        return (
          <Card title={t({ id: 'assignments.progress', defaultMessage: 'How far they are' })}>
            <Totals counts={total} />
            <Table
              label={t({ id: 'assignments.progress', defaultMessage: 'How far they are' })}
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                {
                  id: 'team',
                  name: t(words.team),
                  cell: (row) => <CellText main={row.title} />,
                  sortBy: (row) => row.title,
                },
                {
                  id: 'people',
                  name: t({ id: 'assignments.people', defaultMessage: 'People' }),
                  numeric: true,
                  cell: (row) => <Whole value={row.counts.people} />,
                  sortBy: (row) => row.counts.people,
                },
                {
                  id: 'done',
                  name: t({ id: 'assignments.done', defaultMessage: 'Complete' }),
                  cell: (row) => <Done counts={row.counts} />,
                  sortBy: (row) => row.counts.completed / row.counts.people,
                },
                {
                  id: 'overdue',
                  name: t({ id: 'assignments.overdue', defaultMessage: 'Overdue' }),
                  numeric: true,
                  cell: (row) => <Whole value={row.counts.overdue} />,
                  sortBy: (row) => row.counts.overdue,
                },
              ]}
            />
          </Card>
        )
      }}
    </Query>
  )
}

function Totals({ counts }: { counts: AssignmentCounts }) {
  const t = useText()
  const format = useFormats()
  return (
    <Grid least="6rem">
      <Figure label={t({ id: 'assignments.people', defaultMessage: 'People' })} value={format.number(counts.people)} />
      <Figure
        label={t({ id: 'assignments.notStarted', defaultMessage: 'Not begun' })}
        value={format.number(counts.notStarted)}
      />
      <Figure label={t({ id: 'assignments.started', defaultMessage: 'Begun' })} value={format.number(counts.started)} />
      <Figure
        label={t({ id: 'assignments.done', defaultMessage: 'Complete' })}
        value={format.number(counts.completed)}
      />
      <Figure
        label={t({ id: 'assignments.overdue', defaultMessage: 'Overdue' })}
        value={format.number(counts.overdue)}
      />
    </Grid>
  )
}

function Whole({ value }: { value: number }) {
  return <>{useFormats().number(value)}</>
}

function Done({ counts }: { counts: AssignmentCounts }) {
  const t = useText()
  const format = useFormats()
  return (
    <span className={styles.cellProgress}>
      <Progress
        slim
        label={t({ id: 'assignments.done', defaultMessage: 'Complete' })}
        value={counts.completed}
        max={counts.people}
      />
      <span>{format.percent(counts.people ? counts.completed / counts.people : 0)}</span>
    </span>
  )
}

/** Names above their values, where there is little room. */
function Stacked({ items }: { items: { name: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.stacked}>
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
