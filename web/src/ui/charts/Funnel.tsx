import { type CSSProperties, useId, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import styles from './Chart.module.css'
import { Dot, type DotShape } from './Dot'
import { line, linear, ticks } from './scale'
import { TableAlternative } from './TableAlternative'
import { useWidth } from './useWidth'

/** A team in the funnel. */
export interface FunnelDot {
  id: string
  name: string
  size: number
  /** Its size as it may be said. */
  sizeText: string
  index: number
  /** In words, where chance alone would put its index; empty when not known. */
  chance: string
  /** The colour of its state. */
  color: string
  /** The shape of its state. */
  shape: DotShape
  /** Its state in words. */
  state: string
  /** Written beside the dot. */
  labelled?: boolean
}

/** The range of chance at one size. */
export interface FunnelLimit {
  size: number
  low: number
  high: number
}

const height = 340
const margin = { top: 18, bottom: 44, start: 48, end: 18 }

/**
 * Index against size: what lies inside the funnel is chance, what lies below it is not. The size axis is by its square root,
 * where the funnel's arms open evenly.
 */
export function Funnel({
  label,
  dots,
  limits,
  names,
  onOpen,
}: {
  label: string
  dots: FunnelDot[]
  limits: FunnelLimit[]
  names: { size: string; index: string; chance: string; team: string; state: string }
  onOpen: (id: string) => void
}) {
  const t = useText()
  const format = useFormats()
  const rtl = useLocale().direction === 'rtl'
  const id = useId()
  const [ref, width] = useWidth()
  const [active, setActive] = useState<FunnelDot>()
  const sizes = dots.map(({ size }) => size)
  const least = Math.max(4, Math.min(5, ...sizes))
  const most = Math.max(20, ...sizes) * 1.06
  const along = linear([Math.sqrt(least), Math.sqrt(most)], [margin.start, width - margin.end])
  const x = (size: number) => (rtl ? width - along(Math.sqrt(size)) : along(Math.sqrt(size)))
  const inRange = clip(limits, least, most)
  const top = Math.min(240, Math.max(150, ...dots.map(({ index }) => index + 8)))
  const y = linear([0, top], [height - margin.bottom, margin.top])
  const clamp = (value: number) => Math.max(0, Math.min(top, value))
  const high = inRange.map((limit) => ({ x: x(limit.size), y: y(clamp(limit.high)) }))
  const low = inRange.map((limit) => ({ x: x(limit.size), y: y(clamp(limit.low)) }))
  const labelled = apart(
    dots.filter((dot) => dot.labelled).map((dot) => ({ id: dot.id, x: x(dot.size), y: y(clamp(dot.index)) })),
  )
  const candidates = [5, 10, 20, 30, 50, 80, 120, 200, 400, 800]
  const left = rtl ? margin.end : margin.start
  const right = rtl ? width - margin.start : width - margin.end
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {label}
      </figcaption>
      <div className={styles.plot} ref={ref}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
        <svg height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes focus; the table says the same */}
          <g aria-hidden="true">
            <path className={styles.funnel} d={high.length ? `${line([...high, ...low.toReversed()])}Z` : ''} />
            <path className={styles.funnelEdge} d={line(high)} />
            <path className={styles.funnelEdge} d={line(low)} />
            <g className={styles.axis}>
              {ticks(0, top, 5).map((tick) => (
                <text key={tick} x={rtl ? right + 8 : left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
                  {format.number(tick)}
                </text>
              ))}
              {candidates
                .filter((size) => size >= least && size <= most)
                .map((size) => (
                  <text key={size} x={x(size)} y={height - margin.bottom + 18} textAnchor="middle">
                    {format.number(size)}
                  </text>
                ))}
              <text className={styles.axisTitle} x={(left + right) / 2} y={height - 6} textAnchor="middle">
                {names.size}
              </text>
            </g>
            <line className={styles.reference} x1={left} x2={right} y1={y(100)} y2={y(100)} />
            <text className={styles.axisTitle} x={rtl ? left + 2 : right - 2} y={y(100) - 6} textAnchor={'end'}>
              {t({ id: 'ui.asExpected', defaultMessage: '100 = as expected' })}
            </text>
          </g>
          {dots.map((dot) => (
            // biome-ignore lint/a11y/useSemanticElements: a link in a drawing
            <g
              key={dot.id}
              role="link"
              tabIndex={0}
              className={styles.point}
              aria-label={`${dot.name}, ${names.index} ${format.number(dot.index)}, ${dot.state}`}
              onClick={() => onOpen(dot.id)}
              onKeyDown={(event) => event.key === 'Enter' && onOpen(dot.id)}
              onPointerEnter={() => setActive(dot)}
              onPointerLeave={() => setActive(undefined)}
              onFocus={() => setActive(dot)}
              onBlur={() => setActive(undefined)}
            >
              <g transform={`translate(${x(dot.size).toFixed(1)} ${y(clamp(dot.index)).toFixed(1)})`}>
                <Dot shape={dot.shape} color={dot.color} />
              </g>
              {labelled.has(dot.id) && active === undefined && (
                <text
                  className={styles.dotLabel}
                  x={x(dot.size) + (x(dot.size) > width / 2 ? -11 : 11)}
                  y={y(clamp(dot.index))}
                  dy="0.35em"
                  textAnchor={x(dot.size) > width / 2 === rtl ? 'start' : 'end'}
                >
                  {dot.name}
                </text>
              )}
            </g>
          ))}
        </svg>
        {active && (
          <div
            className={styles.tip}
            style={
              {
                top: `${Math.max(0, y(clamp(active.index)) - 70)}px`,
                [x(active.size) > width / 2 ? 'right' : 'left']:
                  `${(x(active.size) > width / 2 ? width - x(active.size) : x(active.size)) + 14}px`,
              } as CSSProperties
            }
          >
            <strong dir="auto">{active.name}</strong>
            <span className={styles.tipRow}>
              {names.index}
              <b>{format.number(active.index)}</b>
            </span>
            <span className={styles.tipRow}>{active.state}</span>
          </div>
        )}
      </div>
      <TableAlternative
        caption={label}
        head={[names.team, names.size, names.index, names.chance, names.state]}
        rows={dots.map((dot) => ({
          id: dot.id,
          cells: [dot.name, dot.sizeText, format.number(dot.index), dot.chance, dot.state],
        }))}
      />
    </figure>
  )
}

/** The limits between two sizes, with one made up between its neighbours where the drawing ends. */
export function clip(limits: FunnelLimit[], least: number, most: number): FunnelLimit[] {
  const sorted = limits.toSorted((a, b) => a.size - b.size)
  const inside = sorted.filter(({ size }) => size >= least && size <= most)
  const last = inside.at(-1)
  const after = sorted.find(({ size }) => size > most)
  if (!last) return inside
  if (!after) return [...inside, { ...last, size: most }]
  const part = (most - last.size) / (after.size - last.size)
  return [
    ...inside,
    { size: most, low: last.low + part * (after.low - last.low), high: last.high + part * (after.high - last.high) },
  ]
}

/** The dots whose labels have room: each at least a line away from those before it. */
export function apart(dots: { id: string; x: number; y: number }[]): Set<string> {
  const taken: { id: string; x: number; y: number }[] = []
  for (const dot of dots) {
    if (taken.every((other) => Math.abs(other.y - dot.y) > 16 || Math.abs(other.x - dot.x) > 170)) taken.push(dot)
  }
  return new Set(taken.map(({ id }) => id))
}
