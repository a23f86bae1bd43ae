import { useLocale } from 'react-aria-components'
import styles from './Chart.module.css'
import { line, linear } from './scale'

/** A few values as a small line; `label` says them to a screen reader. */
export function Sparkline({
  label,
  values,
  width = 88,
  height = 26,
}: {
  label: string
  values: (number | undefined)[]
  width?: number
  height?: number
}) {
  const rtl = useLocale().direction === 'rtl'
  const known = values.filter((value) => value !== undefined)
  const x = linear([0, Math.max(1, values.length - 1)], rtl ? [width - 3, 3] : [3, width - 3])
  const y = linear([Math.min(0, ...known), Math.max(0.01, ...known)], [height - 3, 3])
  const end = values.findLastIndex((value) => value !== undefined)
  return (
    <svg className={styles.spark} width={width} height={height} role="img" aria-label={label}>
      <path
        className={styles.value}
        strokeWidth={2}
        d={line(values.map((value, index) => (value === undefined ? undefined : { x: x(index), y: y(value) })))}
      />
      {end >= 0 && <circle className={styles.valueDot} cx={x(end)} cy={y(values[end] ?? 0)} r={3.5} />}
    </svg>
  )
}
