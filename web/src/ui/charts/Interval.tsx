import { useId } from 'react'
import { useLocale } from 'react-aria-components'
import { useFormats } from '@/i18n/formats'
import styles from './Chart.module.css'
import { linear, ticks } from './scale'
import { useWidth } from './useWidth'

const height = 118
const margin = 34
const bar = { y: 46, height: 22 }

/**
 * A number with the range in which it may lie, against none at all: whether the range takes in the line of nothing is what one
 * sees first. The sentence beside it says the same.
 */
export function Interval({
  label,
  value,
  low,
  high,
  none,
}: {
  label: string
  value: number
  low: number
  high: number
  /** What the line at zero is called. */
  none: string
}) {
  const format = useFormats()
  const rtl = useLocale().direction === 'rtl'
  const id = useId()
  const [ref, width] = useWidth()
  const reach = reachOf(low, high)
  const x = linear([-reach, reach], rtl ? [width - margin, margin] : [margin, width - margin])
  const [start, end] = [Math.min(x(low), x(high)), Math.max(x(low), x(high))]
  const signed = (number: number) => format.number(number, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {label}
      </figcaption>
      <div className={styles.plot} ref={ref}>
        <svg height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <g className={styles.grid}>
            {ticks(-reach, reach, width < 480 ? 4 : 8).map((tick) => (
              <line key={tick} x1={x(tick)} x2={x(tick)} y1={26} y2={height - 26} />
            ))}
          </g>
          <g className={styles.axis}>
            {ticks(-reach, reach, width < 480 ? 4 : 8).map((tick) => (
              <text key={tick} x={x(tick)} y={height - 8} textAnchor="middle">
                {signed(tick)}
              </text>
            ))}
          </g>
          <line className={styles.nothing} x1={x(0)} x2={x(0)} y1={22} y2={height - 24} />
          <text className={styles.axisTitle} x={x(0)} y={14} textAnchor="middle">
            {none}
          </text>
          <rect
            className={styles.range}
            data-proven={low > 0 || high < 0 || undefined}
            x={start}
            y={bar.y}
            width={Math.max(2, end - start)}
            height={bar.height}
            rx={bar.height / 2}
          />
          <circle className={styles.valueDot} cx={x(value)} cy={bar.y + bar.height / 2} r={7} />
        </svg>
      </div>
    </figure>
  )
}

/** How far the axis goes to either side of zero: zero stays in the middle, and the range has room. */
export function reachOf(low: number, high: number): number {
  return Math.max(5, Math.ceil((Math.max(Math.abs(low), Math.abs(high)) * 1.15) / 5) * 5)
}
