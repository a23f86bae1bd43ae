import { UsersRound } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { useAudienceCount } from '@/api/assignments'
import { useErrorText } from '@/api/errors'
import type { Audience } from '@/gen/hamgam/training/v1/audience_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Card } from '@/ui/Card'
import { cx } from '@/ui/cx'
import styles from './Assignments.module.css'
import { isWhole } from './conditions'

/** How many people the rule selects right now. It asks when the rule has rested for a moment. */
export function AudienceCount({ audience, target }: { audience: Audience; target: string }) {
  const t = useText()
  const format = useFormats()
  const errorText = useErrorText()
  const [rested, setRested] = useState(audience)
  useEffect(() => {
    const timer = setTimeout(() => setRested(audience), 350)
    return () => clearTimeout(timer)
  }, [audience])
  const asked = useDeferredValue(rested)
  const whole = [...asked.allOf, ...asked.anyOf.flatMap(({ conditions }) => conditions)].every(isWhole)
  const query = useAudienceCount(asked, target, whole)
  const stale = query.isFetching || asked !== audience || !whole
  // A count of the rule as it was before would be taken for that of the unfinished one.
  const count = whole ? query.data : undefined
  return (
    <Card title={t({ id: 'assignments.now', defaultMessage: 'Right now' })}>
      <div role="status" aria-busy={stale} className={cx(styles.count, stale && styles.countStale)}>
        {count ? (
          <>
            <span className={styles.countNumber}>{format.number(target ? count.toEnroll : count.matching)}</span>
            <span className={styles.countLabel}>
              {target
                ? t(
                    {
                      id: 'assignments.toEnroll',
                      defaultMessage:
                        '{count, plural, one {person would be enrolled} other {people would be enrolled}}',
                    },
                    { count: count.toEnroll },
                  )
                : t(
                    {
                      id: 'assignments.match',
                      defaultMessage: '{count, plural, one {person matches} other {people match}}',
                    },
                    { count: count.matching },
                  )}
            </span>
          </>
        ) : (
          <>
            <UsersRound size={26} aria-hidden />
            <span className={styles.countLabel}>
              {query.isError
                ? errorText(query.error).title
                : whole
                  ? t({ id: 'assignments.counting', defaultMessage: 'Counting …' })
                  : t({
                      id: 'assignments.fillIn',
                      defaultMessage: 'Fill in the conditions to see how many people they select.',
                    })}
            </span>
          </>
        )}
      </div>
      {count && target && (
        <dl className={styles.split}>
          <dt>{t({ id: 'assignments.matching', defaultMessage: 'Match the rule' })}</dt>
          <dd>{format.number(count.matching)}</dd>
          <dt>{t({ id: 'assignments.haveCompleted', defaultMessage: 'Have completed it; skipped' })}</dt>
          <dd>{format.number(count.completed)}</dd>
          <dt>{t({ id: 'assignments.areEnrolled', defaultMessage: 'Are enrolled already' })}</dt>
          <dd>{format.number(count.enrolled)}</dd>
        </dl>
      )}
      {count && count.matching === 0 && !stale && (
        <p className={styles.quiet}>
          {t({
            id: 'assignments.nobody',
            defaultMessage: 'Nobody matches now. Whoever comes to match later can still be enrolled.',
          })}
        </p>
      )}
    </Card>
  )
}
