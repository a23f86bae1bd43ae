import type { ReactNode } from 'react'
import styles from './List.module.css'

/** Things one below the other, parted by lines. */
export const List = ({ children }: { children: ReactNode }) => <ul className={styles.list}>{children}</ul>

/** One thing of a list, with what can be done to it at the end. */
export function ListRow({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}

/** What is said beside the main thing. */
export const Quiet = ({ children }: { children: ReactNode }) => <span className={styles.quiet}>{children}</span>
