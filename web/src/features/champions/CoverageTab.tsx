import { useCoverage } from '@/api/champions'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { TeamCoverage } from '@/gen/hamgam/champions/v1/coverage_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Card, Figure, Grid, Stack } from '@/ui/Card'
import { More, Query } from '@/ui/Query'
import { CellText, Table } from '@/ui/Table'
import { useChampionWords } from './kinds'
import { SettingsCard } from './SettingsCard'

/** Which teams have a champion; those without one stand first. */
export function CoverageTab() {
  const t = useText()
  const format = useFormats()
  const look = useChampionWords()
  const { has } = useMe()
  const query = useCoverage()
  return (
    <Query query={query} lines={4}>
      {({ pages }) => {
        const [first] = pages
        return (
          <Stack>
            {first && (
              <Grid least="12rem">
                <Card>
                  <Figure
                    label={t({ id: 'champions.teamsWithout', defaultMessage: 'Teams without a champion' })}
                    value={format.number(first.noneCount)}
                    note={t(
                      { id: 'champions.ofTeams', defaultMessage: 'of {count}' },
                      { count: format.number(first.teamCount) },
                    )}
                  />
                </Card>
                <Card>
                  <Figure
                    label={t({ id: 'champions.teamsStretched', defaultMessage: 'Teams whose champions have too many' })}
                    value={format.number(first.stretchedCount)}
                    note={t(
                      { id: 'champions.target', defaultMessage: 'Goal: at most {count} people each' },
                      { count: format.number(first.peoplePerChampion) },
                    )}
                  />
                </Card>
                <Card>
                  <Figure
                    label={t({ id: 'champions.peopleCovered', defaultMessage: 'People with a champion' })}
                    value={format.number(first.coveredPeople)}
                    note={t(
                      { id: 'champions.ofTeams', defaultMessage: 'of {count}' },
                      { count: format.number(first.people) },
                    )}
                  />
                </Card>
              </Grid>
            )}
            <Card flush>
              <Table<TeamCoverage>
                label={t({ id: 'champions.coverage', defaultMessage: 'Coverage' })}
                rows={pages.flatMap((page) => page.teams)}
                rowId={({ team }) => team}
                columns={[
                  {
                    id: 'team',
                    name: t(words.team),
                    cell: (row) => <CellText main={row.teamDisplayName} sub={look.gap(row.gapReason)} />,
                  },
                  {
                    id: 'since',
                    name: t({ id: 'champions.since', defaultMessage: 'Without since' }),
                    wideOnly: true,
                    cell: (row) => format.day(row.gapSince),
                  },
                  {
                    id: 'per',
                    name: t({ id: 'champions.per', defaultMessage: 'People per champion' }),
                    numeric: true,
                    wideOnly: true,
                    cell: (row) =>
                      row.peoplePerChampion === undefined
                        ? '–'
                        : format.number(row.peoplePerChampion, { maximumFractionDigits: 0 }),
                  },
                  {
                    id: 'state',
                    name: t(words.state),
                    cell: (row) => <Badge tone={look.coverTone(row.state)}>{look.cover(row.state)}</Badge>,
                  },
                ]}
              />
              <More query={query} />
            </Card>
            {has(Role.HR) && <SettingsCard />}
          </Stack>
        )
      }}
    </Query>
  )
}
