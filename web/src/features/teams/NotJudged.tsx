import type { NotJudgedReason, TeamStatus } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { isJudged, useReasonText } from '@/parts/adoption'
import { Count } from '@/ui/Badge'
import { Card } from '@/ui/Card'
import styles from './Teams.module.css'

/** What cannot be judged, and why: said, not hidden. */
export function NotJudged({ statuses }: { statuses: TeamStatus[] }) {
  const t = useText()
  const format = useFormats()
  const reason = useReasonText()
  const groups = new Map<NotJudgedReason, string[]>()
  for (const status of statuses) {
    if (isJudged(status)) continue
    groups.set(status.notJudgedReason, [...(groups.get(status.notJudgedReason) ?? []), status.teamDisplayName])
  }
  if (groups.size === 0) return null
  return (
    <Card
      title={t({ id: 'teams.notJudged', defaultMessage: 'What cannot be judged' })}
      subtitle={t({
        id: 'teams.notJudgedHint',
        defaultMessage: 'No verdict is better than a wrong one. These teams are neither good nor bad here.',
      })}
    >
      <div className={styles.reasons}>
        {[...groups].map(([why, names]) => (
          <details key={why}>
            <summary>
              <Count value={names.length} /> {reason(why)}
            </summary>
            <p className={styles.reasonTeams}>{format.list(names)}</p>
          </details>
        ))}
      </div>
    </Card>
  )
}
