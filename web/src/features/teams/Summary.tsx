import type { CSSProperties } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import type { TeamStatus } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { isJudged, stateColors, useStateText } from '@/parts/adoption'
import styles from './Teams.module.css'

/** Which teams are shown below. */
export type TeamFilter = 'all' | 'flagged' | 'watch' | 'inStep' | 'notJudged'

/** Whether a team is shown. */
export function matches(filter: TeamFilter, status: TeamStatus): boolean {
  if (filter === 'all') return true
  if (!isJudged(status)) return filter === 'notJudged'
  if (filter === 'flagged') return status.state === FlagState.FLAGGED || status.state === FlagState.SNOOZED
  if (filter === 'watch') return status.state === FlagState.WATCH
  return filter === 'inStep' && status.state === FlagState.CLEARED
}

/** How many teams stand where; each count narrows the list below. */
export function Summary({
  statuses,
  filter,
  onFilter,
}: {
  statuses: TeamStatus[]
  filter: TeamFilter
  onFilter: (filter: TeamFilter) => void
}) {
  const t = useText()
  const format = useFormats()
  const state = useStateText()
  const cells: { id: TeamFilter; label: string; color?: string }[] = [
    { id: 'all', label: t({ id: 'teams.all', defaultMessage: 'All teams' }) },
    { id: 'flagged', label: state(FlagState.FLAGGED), color: stateColors[FlagState.FLAGGED] },
    { id: 'watch', label: state(FlagState.WATCH), color: stateColors[FlagState.WATCH] },
    { id: 'inStep', label: state(FlagState.CLEARED), color: stateColors[FlagState.CLEARED] },
    { id: 'notJudged', label: state(FlagState.UNSPECIFIED), color: stateColors[FlagState.UNSPECIFIED] },
  ]
  return (
    <ToggleButtonGroup
      className={styles.summary}
      aria-label={t({ id: 'teams.filter', defaultMessage: 'Show teams that are' })}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={([key]) => key && onFilter(key as TeamFilter)}
    >
      {cells.map(({ id, label, color }) => (
        <ToggleButton key={id} id={id} className={styles.cell}>
          <span className={styles.cellValue}>
            {color && <span className={styles.cellDot} style={{ '--dot': color } as CSSProperties} />}
            {format.number(statuses.filter((status) => matches(id, status)).length)}
          </span>
          <span className={styles.cellLabel}>{label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
