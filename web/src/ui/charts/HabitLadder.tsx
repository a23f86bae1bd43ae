import type { CSSProperties } from 'react'
import { useFormats } from '@/i18n/formats'
import styles from './Chart.module.css'

/** Steps of habit from "not at all" to "by habit", each with its share of the people. */
export function HabitLadder({ label, steps }: { label: string; steps: { id: string; name: string; share: number }[] }) {
  const format = useFormats()
  const most = Math.max(0.01, ...steps.map(({ share }) => share))
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.id} className={styles.rung}>
          <span className={styles.rungShare}>{format.percent(step.share)}</span>
          <span
            className={styles.rungBar}
            style={
              {
                '--part': step.share / most,
                '--depth': `${(index / Math.max(1, steps.length - 1)) * 100}%`,
              } as CSSProperties
            }
          />
          <span className={styles.rungName}>{step.name}</span>
        </li>
      ))}
    </ol>
  )
}
