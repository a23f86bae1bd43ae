import { useNavigate } from '@tanstack/react-router'
import { idOf } from '@/api/names'
import { FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import type { FunnelPoint, TeamStatus } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { isJudged, sizeOf, stateColors, stateShapes, useSizeText, useStateText } from '@/parts/adoption'
import { DotKey } from '@/ui/charts/Dot'
import { Funnel } from '@/ui/charts/Funnel'
import styles from './Teams.module.css'

const order = [FlagState.CLEARED, FlagState.WATCH, FlagState.FLAGGED, FlagState.SNOOZED]

/** Every judged team's index against its size; a team without figures has no place in it. */
export function TeamFunnel({
  statuses,
  limits,
  teams,
}: {
  statuses: TeamStatus[]
  limits: FunnelPoint[]
  teams: Team[]
}) {
  const t = useText()
  const format = useFormats()
  const size = useSizeText()
  const state = useStateText()
  const navigate = useNavigate()
  const members = new Map(teams.map((team) => [team.name, team.memberCount]))
  const judged = statuses.filter(isJudged)
  const lowest = judged
    .filter((status) => status.state === FlagState.FLAGGED)
    .toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .slice(0, 3)
  return (
    <>
      <div className={styles.legend} aria-hidden>
        {order.map((each) => (
          <span key={each} className={styles.key}>
            <DotKey shape={stateShapes[each]} color={stateColors[each]} />
            {state(each)}
          </span>
        ))}
      </div>
      <Funnel
        label={t({ id: 'teams.funnelLabel', defaultMessage: 'Use against comparable teams, by size of the team' })}
        names={{
          size: t({ id: 'teams.size', defaultMessage: 'People in the team' }),
          index: t({ id: 'teams.index', defaultMessage: 'Adoption index' }),
          chance: t({ id: 'teams.chance', defaultMessage: 'Chance alone' }),
          team: t({ id: 'teams.team', defaultMessage: 'Team' }),
          state: t({ id: 'teams.state', defaultMessage: 'State' }),
        }}
        limits={limits}
        dots={judged
          .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
          .map((status) => ({
            id: status.team,
            name: status.teamDisplayName,
            size: sizeOf(status.sizeBand, members.get(status.team) ?? 0),
            sizeText: size(status.sizeBand),
            index: status.index ?? 0,
            chance:
              status.chanceLow === undefined || status.chanceHigh === undefined
                ? ''
                : t(
                    { id: 'teams.chanceRange', defaultMessage: '{low} to {high}' },
                    { low: format.number(status.chanceLow), high: format.number(status.chanceHigh) },
                  ),
            color: stateColors[status.state],
            shape: stateShapes[status.state],
            state: state(status.state),
            labelled: lowest.includes(status),
          }))}
        onOpen={(team) => void navigate({ to: '/teams/$team', params: { team: idOf(team) } })}
      />
    </>
  )
}
