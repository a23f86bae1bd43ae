import type { CSSProperties } from 'react'
import styles from './Chart.module.css'

/** One bar: a part of the longest, a value in words, and where the peers stand. */
export interface Bar {
  id: string
  name: string
  /** 0 to 1 of the track. */
  part: number
  /** 0 to 1 of the track: a tick where comparable teams are. */
  peer?: number
  value: string
  /** What a screen reader says about the peers. */
  peerLabel?: string
}

/** Values side by side; it is a list, so a screen reader reads it as it is. */
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} className={styles.bar}>
          <span>{bar.name}</span>
          <span className={styles.barTrack}>
            <span className={styles.barFill} style={{ '--part': `${bar.part * 100}%` } as CSSProperties} />
            {bar.peer !== undefined && (
              <span className={styles.barPeer} style={{ '--peer': `${bar.peer * 100}%` } as CSSProperties} />
            )}
          </span>
          <span className={styles.barValue}>
            {bar.value}
            {bar.peerLabel && <span className="visually-hidden"> ({bar.peerLabel})</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
