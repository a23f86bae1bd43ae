import type { StagedStart } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useDirectoryNames } from '@/parts/teamNames'
import styles from './Champions.module.css'

/** Which teams start when, as the coin said. */
export function Halves({ start, open }: { start: StagedStart; open?: boolean }) {
  const t = useText()
  const format = useFormats()
  const names = useDirectoryNames()
  const halves = [
    { day: start.startDay, teams: start.teamsNow },
    { day: start.laterDay, teams: start.teamsLater },
  ]
  return (
    <div className={styles.halves}>
      {halves.map(({ day, teams }) => (
        <details key={day} open={open}>
          <summary>
            {t(
              {
                id: 'champions.startOn',
                defaultMessage: '{count, plural, one {# team starts} other {# teams start}} on {day}',
              },
              { count: teams.length, day: format.day(day) },
            )}
          </summary>
          <ul>
            {teams.map((team) => (
              <li key={team}>
                <bdi>{names.team(team)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
