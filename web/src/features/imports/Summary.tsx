import type { ImportSummary } from '@/gen/hamgam/imports/v1/imports_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Card } from '@/ui/Card'
import { Table } from '@/ui/Table'
import styles from './Imports.module.css'
import { useCountText, useNoticeText } from './words'

/** What a file would change, or changed, and what is worth knowing about it. */
export function Summary({ summary, done }: { summary: ImportSummary; done: boolean }) {
  const t = useText()
  const format = useFormats()
  const countText = useCountText()
  const noticeText = useNoticeText()
  return (
    <>
      <Card
        flush
        title={
          done
            ? t({ id: 'imports.changed', defaultMessage: 'What changed' })
            : t({ id: 'imports.wouldChange', defaultMessage: 'What would change' })
        }
      >
        <Table
          label={t({ id: 'imports.wouldChange', defaultMessage: 'What would change' })}
          rows={summary.counts}
          rowId={({ kind }) => kind}
          columns={[
            { id: 'kind', name: t({ id: 'imports.what', defaultMessage: 'What' }), cell: (row) => countText(row.kind) },
            {
              id: 'created',
              name: t({ id: 'imports.new', defaultMessage: 'New' }),
              numeric: true,
              cell: (row) => (
                <strong className={row.created > 0n ? styles.new : styles.nil}>{format.number(row.created)}</strong>
              ),
            },
            {
              id: 'updated',
              name: t({ id: 'imports.updated', defaultMessage: 'Changed' }),
              numeric: true,
              cell: (row) => (
                <strong className={row.updated > 0n ? styles.changed : styles.nil}>{format.number(row.updated)}</strong>
              ),
            },
            {
              id: 'unchanged',
              name: t({ id: 'imports.unchanged', defaultMessage: 'As before' }),
              numeric: true,
              cell: (row) => <span className={styles.nil}>{format.number(row.unchanged)}</span>,
            },
          ]}
        />
      </Card>
      {summary.notices.length > 0 && (
        <Banner tone="warn" title={t({ id: 'imports.notices', defaultMessage: 'Worth knowing' })}>
          <ul className={styles.notices}>
            {summary.notices.map(({ code, count, examples }) => (
              <li key={code}>
                {noticeText(code, Number(count))}
                {examples.some(Boolean) && (
                  <span className={styles.examples}>
                    {examples.filter(Boolean).map((example) => (
                      <bdi key={example} className={styles.example}>
                        {example}
                      </bdi>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  )
}
