import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useVisits } from '@/api/championHome'
import { paths } from '@/api/paths'
import { useToday } from '@/fields/today'
import { words } from '@/fields/words'
import { type Visit, VisitState } from '@/gen/hamgam/champions/v1/visit_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Card, Figure, Grid, Stack } from '@/ui/Card'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import styles from './Champions.module.css'
import { TeamFilter } from './TeamFilter'

type Shown = 'all' | 'open' | 'overdue' | 'made'

const stateOf: Record<Shown, VisitState> = {
  all: VisitState.UNSPECIFIED,
  open: VisitState.OPEN,
  overdue: VisitState.UNSPECIFIED,
  made: VisitState.MADE,
}

/** Which visits champions are asked for, and which nobody made in time. It is about teams: no champion is counted. */
export function VisitsTab() {
  const t = useText()
  const format = useFormats()
  const [team, setTeam] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const query = useVisits({ team: team ?? '', state: stateOf[shown], overdue: shown === 'overdue' })
  const open = t({ id: 'champions.visitOpen', defaultMessage: 'Not made yet' })
  const overdue = t({ id: 'champions.visitOverdue', defaultMessage: 'Overdue' })
  const made = t({ id: 'champions.visitMade', defaultMessage: 'Made' })
  return (
    <Stack>
      <div className={styles.narrow}>
        <TeamFilter team={team} onChange={setTeam} />
        <Segmented<Shown>
          label={t(words.state)}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t({ id: 'champions.visitsAll', defaultMessage: 'All' }) },
            { value: 'open', label: open },
            { value: 'overdue', label: overdue },
            { value: 'made', label: made },
          ]}
        />
      </div>
      <Query query={query} lines={4}>
        {({ pages }) => (
          <>
            {pages[0] && (
              <Grid least="12rem">
                <Card>
                  <Figure label={open} value={format.number(pages[0].openCount)} />
                </Card>
                <Card>
                  <Figure
                    label={overdue}
                    value={format.number(pages[0].overdueCount)}
                    note={t(
                      { id: 'champions.visitsOf', defaultMessage: 'of {count, number} that are not made yet' },
                      { count: pages[0].openCount },
                    )}
                  />
                </Card>
                <Card>
                  <Figure label={made} value={format.number(pages[0].madeCount)} />
                </Card>
              </Grid>
            )}
            <Card flush>
              <Visits visits={pages.flatMap((page) => page.visits)} all={shown === 'all' && team === null} />
              <More query={query} />
            </Card>
          </>
        )}
      </Query>
    </Stack>
  )
}

function Visits({ visits, all }: { visits: Visit[]; all: boolean }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  return (
    <Table<Visit>
      label={t({ id: 'champions.visits', defaultMessage: 'Visits' })}
      rows={visits}
      rowId={({ name }) => name}
      empty={
        all ? (
          <EmptyState
            icon={CalendarCheck}
            title={t({ id: 'champions.noVisits', defaultMessage: 'No visit was asked for yet' })}
          >
            {t({
              id: 'champions.noVisitsHint',
              defaultMessage: 'A play asks the champions of a flagged team to look in; the visit stands here then.',
            })}
          </EmptyState>
        ) : (
          <EmptyState
            icon={CalendarCheck}
            title={t({ id: 'champions.noSuchVisit', defaultMessage: 'No visit of this kind' })}
          />
        )
      }
      columns={[
        {
          id: 'team',
          name: t(words.team),
          cell: (row) => <CellText main={row.teamDisplayName} sub={<bdi>{read(row.reason)}</bdi>} />,
        },
        {
          id: 'asked',
          name: t({ id: 'champions.visitAsked', defaultMessage: 'Who was asked' }),
          wideOnly: true,
          cell: (row) => (
            <CellText
              main={
                row.asked === 0
                  ? t({ id: 'champions.visitNobody', defaultMessage: 'Nobody: it has no champion' })
                  : t(
                      {
                        id: 'champions.visitChampions',
                        defaultMessage: '{count, plural, one {# champion} other {# champions}}',
                      },
                      { count: row.asked },
                    )
              }
              sub={format.dayOf(row.createTime)}
            />
          ),
        },
        {
          id: 'flag',
          name: t({ id: 'champions.visitFlag', defaultMessage: 'Because of' }),
          wideOnly: true,
          cell: (row) =>
            row.flag ? (
              <Link href={paths.flag(row.flag)}>{t({ id: 'champions.visitToFlag', defaultMessage: 'The flag' })}</Link>
            ) : (
              '–'
            ),
        },
        {
          id: 'due',
          name: t({ id: 'champions.visitDue', defaultMessage: 'Due by' }),
          cell: (row) => format.day(row.dueDay),
        },
        { id: 'state', name: t(words.state), cell: (row) => <HowFar visit={row} /> },
      ]}
    />
  )
}

function HowFar({ visit }: { visit: Visit }) {
  const t = useText()
  const format = useFormats()
  const today = useToday()
  if (visit.state === VisitState.MADE) {
    return (
      <Badge tone="good">
        {t(
          { id: 'champions.visitMadeOn', defaultMessage: 'Made, {day}' },
          { day: format.dayOf(visit.makeTime, 'dayMonth') },
        )}
      </Badge>
    )
  }
  return visit.dueDay < today ? (
    <Badge tone="bad">{t({ id: 'champions.visitOverdue', defaultMessage: 'Overdue' })}</Badge>
  ) : (
    <Badge tone="info">{t({ id: 'champions.visitOpen', defaultMessage: 'Not made yet' })}</Badge>
  )
}
