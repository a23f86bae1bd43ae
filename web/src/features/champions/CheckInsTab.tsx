import { Footprints } from 'lucide-react'
import { useState } from 'react'
import { useAllCheckIns } from '@/api/championHome'
import { words } from '@/fields/words'
import type { CheckIn } from '@/gen/hamgam/champions/v1/check_in_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Card, Stack } from '@/ui/Card'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import styles from './Champions.module.css'
import { useChampionWords } from './kinds'
import { TeamFilter } from './TeamFilter'

/** What was done with which team. It is a diary of teams: nobody's check-ins are counted or compared. */
export function CheckInsTab() {
  const t = useText()
  const format = useFormats()
  const look = useChampionWords()
  const [team, setTeam] = useState<string | null>(null)
  const query = useAllCheckIns(team ?? '')
  return (
    <Stack>
      <div className={styles.narrow}>
        <TeamFilter team={team} onChange={setTeam} />
      </div>
      <Query query={query} lines={4}>
        {({ pages }) => (
          <Card flush>
            <Table<CheckIn>
              label={t({ id: 'champions.checkIns', defaultMessage: 'Check-ins' })}
              rows={pages.flatMap((page) => page.checkIns)}
              rowId={({ name }) => name}
              empty={
                <EmptyState
                  icon={Footprints}
                  title={t({ id: 'champions.noCheckIns', defaultMessage: 'No check-in here yet' })}
                >
                  {t({
                    id: 'champions.noCheckInsHint',
                    defaultMessage: 'Champions say in two taps what they did with a team; it stands here then.',
                  })}
                </EmptyState>
              }
              columns={[
                {
                  id: 'team',
                  name: t(words.team),
                  cell: (row) => <CellText main={row.teamDisplayName} sub={look.checkIn(row.kind)} />,
                },
                {
                  id: 'day',
                  name: t({ id: 'champions.when', defaultMessage: 'When' }),
                  cell: (row) => format.dayOf(row.createTime),
                },
                {
                  id: 'champion',
                  name: t({ id: 'champions.champion', defaultMessage: 'Champion' }),
                  wideOnly: true,
                  cell: (row) => <bdi>{row.championDisplayName}</bdi>,
                },
                {
                  id: 'again',
                  name: t({ id: 'champions.looksAgain', defaultMessage: 'Looks again' }),
                  wideOnly: true,
                  cell: (row) =>
                    row.followUpTime ? (
                      <Badge tone="good">{t({ id: 'champions.lookedAgain', defaultMessage: 'Looked again' })}</Badge>
                    ) : (
                      format.day(row.followUpDay) || '–'
                    ),
                },
              ]}
            />
            <More query={query} />
          </Card>
        )}
      </Query>
    </Stack>
  )
}
