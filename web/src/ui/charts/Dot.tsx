import type { CSSProperties } from 'react'
import styles from './Chart.module.css'

/** What a dot looks like: kinds differ in it as well, for whoever cannot tell their colours apart. */
export type DotShape = 'circle' | 'triangle' | 'diamond' | 'square'

/** Around the origin, all of about the same area. */
const outlines: Record<DotShape, string> = {
  circle: 'M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0Z',
  triangle: 'M-8 -5.5H8L0 8.5Z',
  diamond: 'M0 -8.3L8.3 0L0 8.3L-8.3 0Z',
  square: 'M-5.8 -5.8H5.8V5.8H-5.8Z',
}

/** A dot at the origin of where it stands. */
export function Dot({ shape, color }: { shape: DotShape; color: string }) {
  return (
    <path className={styles.dot} data-shape={shape} d={outlines[shape]} style={{ '--dot': color } as CSSProperties} />
  )
}

/** A dot by itself, for a legend. */
export function DotKey(dot: { shape: DotShape; color: string }) {
  return (
    <svg width={14} height={14} viewBox="-9 -9 18 18" aria-hidden="true">
      <Dot {...dot} />
    </svg>
  )
}
