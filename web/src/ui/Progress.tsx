import { Check } from 'lucide-react'
import type { CSSProperties } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import { useFormats } from '@/i18n/formats'
import { cx } from './cx'
import styles from './Progress.module.css'

/** How far something is; without a `value` only that it goes on. */
export function Progress({
  label,
  value,
  max = 100,
  note,
  slim,
}: {
  label: string
  value?: number
  max?: number
  /** Said beside the label instead of the percentage. */
  note?: string
  slim?: boolean
}) {
  const part = value === undefined || max === 0 ? undefined : Math.min(1, value / max)
  return (
    <ProgressBar
      className={cx(styles.progress, part === undefined && styles.unknown)}
      value={part === undefined ? undefined : part * 100}
      isIndeterminate={part === undefined}
      valueLabel={note}
    >
      {({ valueText }) => (
        <>
          <div className={slim ? 'visually-hidden' : styles.row}>
            <Label>{label}</Label>
            <span className="numeric">{valueText}</span>
          </div>
          <div className={cx(styles.bar, slim && styles.slim)}>
            <div className={styles.fill} style={{ '--part': `${(part ?? 0) * 100}%` } as CSSProperties} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}

/** The same in a ring, where there is little room. */
export function ProgressRing({ label, part, size = 44 }: { label: string; part: number; size?: number }) {
  const format = useFormats()
  const radius = size / 2 - 4
  const round = 2 * Math.PI * radius
  const done = part >= 1
  return (
    <span className={styles.ring} role="img" aria-label={`${label}: ${format.percent(part)}`}>
      <svg width={size} height={size} fill="none" strokeWidth={4.5} aria-hidden="true">
        <circle className={styles.ringTrack} cx={size / 2} cy={size / 2} r={radius} />
        <circle
          className={cx(styles.ringFill, done && styles.ringDone)}
          cx={size / 2}
          cy={size / 2}
          r={radius}
          strokeDasharray={round}
          strokeDashoffset={round * (1 - Math.min(1, part))}
          strokeLinecap="round"
        />
      </svg>
      <span className={styles.ringText} aria-hidden>
        {done ? <Check size={16} /> : format.percent(part)}
      </span>
    </span>
  )
}

/** Where one is in a few steps. */
export function Stepper({ label, steps, current }: { label: string; steps: string[]; current: number }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'now' : 'next'
        return (
          <li key={step} className={styles.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={styles.stepHead}>
              {state === 'done' && <Check size={15} aria-hidden />}
              {step}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
