import type { CSSProperties } from 'react'
import { paths } from '@/api/paths'
import type { TeamStatus } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import {
  IndexTrend,
  StateBadge,
  stateColors,
  useRateText,
  useReasonText,
  useSizeText,
  useStateText,
} from '@/parts/adoption'
import { useDirectoryNames } from '@/parts/teamNames'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import styles from './Teams.module.css'

/** The teams as a table, the lowest first. */
export function TeamTable({ statuses }: { statuses: TeamStatus[] }) {
  const t = useText()
  const format = useFormats()
  const names = useDirectoryNames()
  const size = useSizeText()
  const rate = useRateText()
  const reason = useReasonText()
  const state = useStateText()
  return (
    <Table
      label={t({ id: 'teams.title', defaultMessage: 'Teams' })}
      rows={statuses}
      rowId={(row) => row.team}
      href={(row) => paths.team(row.team)}
      sort={{ column: 'index', direction: 'ascending' }}
      empty={<EmptyState title={t({ id: 'ui.noMatch', defaultMessage: 'Nothing matches.' })} />}
      columns={[
        {
          id: 'team',
          name: t({ id: 'teams.team', defaultMessage: 'Team' }),
          sortBy: (row) => row.teamDisplayName,
          cell: (row) => (
            <CellText
              main={row.teamDisplayName}
              sub={
                reason(row.notJudgedReason) ?? (
                  <>
                    {row.position && (
                      <>
                        <bdi>{names.position(row.position)}</bdi> ·{' '}
                      </>
                    )}
                    {size(row.sizeBand)}
                  </>
                )
              }
            />
          ),
        },
        {
          id: 'state',
          name: t({ id: 'teams.state', defaultMessage: 'State' }),
          sortBy: (row) => state(row.state),
          cell: (row) => <StateBadge state={row.state} />,
        },
        {
          id: 'index',
          name: t({ id: 'teams.index', defaultMessage: 'Adoption index' }),
          sortBy: (row) => row.index,
          cell: (row) =>
            row.index === undefined ? null : (
              <span className={styles.index}>
                {format.number(row.index)}
                <IndexTrend status={row} />
              </span>
            ),
        },
        {
          id: 'rate',
          name: t({ id: 'teams.rate', defaultMessage: 'Days used, peers' }),
          wideOnly: true,
          sortBy: (row) => row.rate,
          cell: (row) =>
            row.rate === undefined || row.expectedRate === undefined ? null : (
              <span className={styles.rates}>
                <span
                  className={styles.bar}
                  aria-hidden
                  style={
                    {
                      '--part': `${row.rate}%`,
                      '--peer': `${row.expectedRate}%`,
                      '--dot': stateColors[row.state],
                    } as CSSProperties
                  }
                >
                  <span className={styles.barFill} />
                  <span className={styles.barPeer} />
                </span>
                <span>
                  {t(
                    { id: 'teams.rates', defaultMessage: '{rate}, peers {expected}' },
                    { rate: rate(row.rate), expected: rate(row.expectedRate) },
                  )}
                </span>
              </span>
            ),
        },
      ]}
    />
  )
}
