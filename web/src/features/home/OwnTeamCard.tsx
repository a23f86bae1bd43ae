import { useTeamUsage } from '@/api/telemetry'
import { FigureState } from '@/gen/hamgam/telemetry/v1/report_pb'
import { useText } from '@/i18n/text'
import { useApplicationChoice } from '@/parts/ApplicationChoice'
import { useRateText } from '@/parts/adoption'
import { useMe } from '@/session/me'
import { Card, Figure } from '@/ui/Card'
import { Sparkline } from '@/ui/charts/Sparkline'
import styles from './Home.module.css'

/** A member's own team, as a team: what everybody in it may see. */
export function OwnTeamCard() {
  const t = useText()
  const rate = useRateText()
  const { me } = useMe()
  const choice = useApplicationChoice()
  const team = me.teams[0]
  const query = useTeamUsage(team?.name ?? '', team ? choice.application : '')
  const weeks = query.data?.weeks ?? []
  const last = weeks.findLast(({ state }) => state === FigureState.PUBLISHED)
  if (!team || last?.activeRate?.value === undefined) return null
  return (
    <Card title={<bdi>{team.displayName}</bdi>}>
      <Figure
        label={t({ id: 'home.teamRate', defaultMessage: 'Working days on which your team used it' })}
        value={rate(last.activeRate.value * 100)}
        note={
          last.activeRate.peers === undefined
            ? undefined
            : t(
                { id: 'home.peers', defaultMessage: 'comparable teams: {rate}' },
                { rate: rate(last.activeRate.peers * 100) },
              )
        }
      />
      <Sparkline
        width={240}
        height={48}
        label={t({ id: 'home.teamSpark', defaultMessage: 'Week by week' })}
        values={weeks.map(({ weekActiveRate }) => weekActiveRate?.value)}
      />
      <p className={styles.sub}>
        {t({ id: 'home.teamOnly', defaultMessage: 'A figure of the team. Nobody sees yours.' })}
      </p>
    </Card>
  )
}
