import type { StatusChange } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Card } from '@/ui/Card'
import styles from './Feedback.module.css'
import { useProposalWords } from './kinds'

/** What became of a proposal: you said, we did. */
export function History({ changes }: { changes: StatusChange[] }) {
  const t = useText()
  const format = useFormats()
  const look = useProposalWords()
  if (changes.length === 0) return null
  return (
    <Card title={t({ id: 'feedback.became', defaultMessage: 'What became of it' })}>
      <ol className={styles.history}>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes are only added at the end
          <li key={index}>
            <p className={styles.meta}>
              <Badge tone={look.statusTone(change.status)}>{look.status(change.status)}</Badge>
              {change.actorDisplayName && <bdi>{change.actorDisplayName}</bdi>}
              <span>{format.dayOf(change.changeTime)}</span>
            </p>
            {change.answer && (
              <p className={styles.text} dir="auto">
                {change.answer}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
