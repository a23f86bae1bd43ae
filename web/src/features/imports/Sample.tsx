import type { Import } from '@/gen/hamgam/imports/v1/imports_pb'
import { useText } from '@/i18n/text'
import { Card } from '@/ui/Card'
import styles from './Imports.module.css'

/** The first rows of a file, as they are. */
export function Sample({ current }: { current: Import }) {
  const t = useText()
  const title = t({ id: 'imports.sample', defaultMessage: 'The first rows of the file' })
  return (
    <Card flush title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <table className={styles.sample}>
          <thead>
            <tr>
              {current.columns.map((name) => (
                <th key={name} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {current.sample.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other key
              <tr key={index}>
                {current.columns.map((name, at) => (
                  <td key={name}>
                    <bdi>{row.values[at]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
