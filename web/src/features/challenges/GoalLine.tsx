import type { CSSProperties } from 'react'
import type { Challenge } from '@/gen/hamgam/incentives/v1/challenge_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import styles from './Challenges.module.css'

/** Where the teams stand together between their own baseline and the goal. */
export function GoalLine({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const format = useFormats()
  const { targetPercent: goal, progress } = challenge
  const now = progress?.improvementPercent
  const low = Math.min(0, now ?? 0) - goal * 0.1
  const high = Math.max(goal, now ?? 0) + goal * 0.1
  const at = (percent: number) => `${((percent - low) / (high - low)) * 100}%`
  const signed = (percent: number) =>
    format.number(percent / 100, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 })
  const base = t({ id: 'challenges.baseline', defaultMessage: 'Own baseline' })
  const goalText = t({ id: 'challenges.goalAt', defaultMessage: 'Goal: {part}' }, { part: signed(goal) })
  const nowText =
    now === undefined
      ? t({ id: 'challenges.notYet', defaultMessage: 'The first week is measured three days after its end.' })
      : t({ id: 'challenges.nowAt', defaultMessage: 'Now: {part} against the own baseline' }, { part: signed(now) })
  return (
    <figure className={styles.goal} style={{ margin: 0 }}>
      <figcaption className={now === undefined ? styles.quiet : styles.now}>{nowText}</figcaption>
      <div className={styles.scale} role="img" aria-label={`${nowText} ${goalText}`}>
        <span className={styles.label} data-goal style={{ '--at': at(goal) } as CSSProperties}>
          {goalText}
        </span>
        <span className={styles.track}>
          {now !== undefined && (
            <span
              className={styles.fill}
              data-below={now < 0 || undefined}
              style={
                {
                  '--from': at(Math.min(0, now)),
                  '--length': `${(Math.abs(now) / (high - low)) * 100}%`,
                } as CSSProperties
              }
            />
          )}
        </span>
        <span className={styles.mark} style={{ '--at': at(0) } as CSSProperties} />
        <span className={styles.mark} data-goal style={{ '--at': at(goal) } as CSSProperties} />
        <span className={styles.label} data-base style={{ '--at': at(0) } as CSSProperties}>
          {base}
        </span>
      </div>
    </figure>
  )
}
