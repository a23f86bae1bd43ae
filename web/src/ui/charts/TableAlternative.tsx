import { useText } from '@/i18n/text'
import styles from './Chart.module.css'

/** A row; its first cell names it, and two rows may have the same name. */
export interface AlternativeRow {
  id: string
  cells: string[]
}

/** The same figures as a table, for whoever cannot or will not read the drawing. */
export function TableAlternative({ caption, head, rows }: { caption: string; head: string[]; rows: AlternativeRow[] }) {
  const t = useText()
  return (
    <details className={styles.table}>
      <summary>{t({ id: 'ui.asTable', defaultMessage: 'Show as a table' })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={head[column]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={head[column]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
