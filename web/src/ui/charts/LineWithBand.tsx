import { type CSSProperties, type PointerEvent, useId, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import styles from './Chart.module.css'
import { withGaps } from './gaps'
import { area, line, linear, ticks } from './scale'
import { TableAlternative } from './TableAlternative'
import { useWidth } from './useWidth'

/** One week: what a team did and what comparable teams did, as parts of one. */
export interface UsePoint {
  /** Its first day, `YYYY-MM-DD`. */
  day: string
  value?: number
  expected?: number
}

/** Something that happened on a day, marked on the time axis. */
export interface UseMark {
  day: string
  label: string
}

const height = 260
const margin = { top: 26, bottom: 26, start: 44, end: 12 }

/** A team's use week by week against its peers: the area where it falls short is tinted. Weeks left out stay empty. */
export function LineWithBand({
  label,
  points: known,
  marks: wanted = [],
  names,
}: {
  label: string
  points: UsePoint[]
  marks?: UseMark[]
  names: { value: string; expected: string; day: string }
}) {
  const t = useText()
  const format = useFormats()
  const rtl = useLocale().direction === 'rtl'
  const id = useId()
  const [ref, width] = useWidth()
  const [active, setActive] = useState<number>()
  const inner = width - margin.start - margin.end
  const points = withGaps(known, 7)
  const last = Math.max(1, points.length - 1)
  const newest = points.findLastIndex(({ value }) => value !== undefined)
  const x = (index: number) => {
    const along = margin.start + (index / last) * inner
    return rtl ? width - along : along
  }
  const most = Math.max(0.2, ...points.flatMap(({ value, expected }) => [value ?? 0, expected ?? 0]))
  const top = Math.min(1, Math.ceil(most * 10 + 0.3) / 10)
  const y = linear([0, top], [height - margin.bottom, margin.top])
  const at = (day: string) => {
    // The last point that is not after the day: marks fall between the weeks.
    let index = 0
    for (const [i, point] of points.entries()) if (point.day <= day) index = i
    return index
  }
  // What happened before the first week has no place on the axis.
  const [first] = points
  const marks = wanted.filter(({ day }) => first && day >= first.day)
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(inner / 92))))
  const shown = active === undefined ? undefined : points[active]
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const along = rtl ? box.right - event.clientX : event.clientX - box.left
    setActive(Math.min(last, Math.max(0, Math.round(((along - margin.start) / inner) * last))))
  }
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {label}
      </figcaption>
      <div className={styles.legend} aria-hidden>
        <span className={styles.key}>
          <span className={styles.swatch} />
          {names.value}
        </span>
        <span className={styles.key}>
          <span className={styles.swatch} data-kind="expected" />
          {names.expected}
        </span>
        <span className={styles.key}>
          <span className={styles.swatch} data-kind="gap" />
          {t({ id: 'ui.shortfall', defaultMessage: 'Falls short' })}
        </span>
      </div>
      <div className={styles.plot} ref={ref}>
        <svg
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerMove={move}
          onPointerLeave={() => setActive(undefined)}
        >
          <g className={styles.grid}>
            {ticks(0, top, 4).map((tick) => (
              <line
                key={tick}
                x1={rtl ? margin.end : margin.start}
                x2={rtl ? width - margin.start : width - margin.end}
                y1={y(tick)}
                y2={y(tick)}
              />
            ))}
          </g>
          <g className={styles.axis}>
            {ticks(0, top, 4).map((tick) => (
              <text
                key={tick}
                x={rtl ? width - margin.start + 8 : margin.start - 8}
                y={y(tick)}
                dy="0.35em"
                textAnchor="end"
              >
                {format.percent(tick)}
              </text>
            ))}
            {points.map(
              (point, index) =>
                (points.length - 1 - index) % every === 0 && (
                  <text key={point.day} x={x(index)} y={height - 6} textAnchor="middle">
                    {format.day(point.day, 'dayMonth')}
                  </text>
                ),
            )}
          </g>
          <path
            className={styles.gap}
            d={area(
              points.map(({ value, expected }, index) =>
                value === undefined || expected === undefined
                  ? undefined
                  : { x: x(index), low: y(Math.min(value, expected)), high: y(expected) },
              ),
            )}
          />
          {marks.map((mark, index) => {
            const where = x(at(mark.day))
            const early = at(mark.day) < last / 2
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of a kind may begin on one day
              <g key={`${mark.day}${mark.label}${index}`}>
                <line className={styles.mark} x1={where} x2={where} y1={margin.top - 6} y2={height - margin.bottom} />
                <text
                  className={styles.markLabel}
                  x={where + (early === rtl ? -6 : 6)}
                  y={margin.top - 8 + (index % 2) * 14}
                  textAnchor={early ? 'start' : 'end'}
                >
                  {mark.label}
                </text>
              </g>
            )
          })}
          <path
            className={styles.expected}
            d={line(
              points.map(({ expected }, index) =>
                expected === undefined ? undefined : { x: x(index), y: y(expected) },
              ),
            )}
          />
          <path
            className={styles.value}
            d={line(points.map(({ value }, index) => (value === undefined ? undefined : { x: x(index), y: y(value) })))}
          />
          {shown && active !== undefined && (
            <line className={styles.cursor} x1={x(active)} x2={x(active)} y1={margin.top} y2={height - margin.bottom} />
          )}
          {points.map(({ day, value }, index) =>
            value !== undefined && (index === active || index === newest) ? (
              <circle key={day} className={styles.valueDot} cx={x(index)} cy={y(value)} r={5} />
            ) : null,
          )}
        </svg>
        {shown && active !== undefined && (
          <div
            className={styles.tip}
            style={
              {
                [x(active) > width / 2 ? 'right' : 'left']:
                  `${(x(active) > width / 2 ? width - x(active) : x(active)) + 12}px`,
              } as CSSProperties
            }
          >
            <strong>{format.day(shown.day)}</strong>
            <span className={styles.tipRow}>
              {names.value}
              <b>{shown.value === undefined ? '–' : format.percent(shown.value)}</b>
            </span>
            <span className={styles.tipRow}>
              {names.expected}
              <b>{shown.expected === undefined ? '–' : format.percent(shown.expected)}</b>
            </span>
          </div>
        )}
      </div>
      <TableAlternative
        caption={label}
        head={[names.day, names.value, names.expected]}
        rows={points.map(({ day, value, expected }, index) => ({
          id: day,
          cells: [
            [format.day(day), ...marks.filter((mark) => at(mark.day) === index).map((mark) => mark.label)].join(' · '),
            value === undefined ? '–' : format.percent(value),
            expected === undefined ? '–' : format.percent(expected),
          ],
        }))}
      />
    </figure>
  )
}
