import { useMemo } from 'react'
import type { ImportKind } from '@/api/imports'
import type { Import } from '@/gen/hamgam/imports/v1/imports_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Card } from '@/ui/Card'
import { Table } from '@/ui/Table'
import styles from './Imports.module.css'
import { fieldsOf } from './words'

/** The rows that break a rule: where, what, and which rule. */
export function BadRows({ current, kind }: { current: Import; kind: ImportKind }) {
  const t = useText()
  const format = useFormats()
  const labels = useMemo(() => new Map(fieldsOf(kind).map(({ key, label }) => [key, label])), [kind])
  const rows = useMemo(() => current.errors.map((error, index) => ({ error, id: String(index) })), [current.errors])
  if (rows.length === 0) return null
  const total = Number(current.summary?.badRows ?? 0n)
  return (
    <Card
      flush
      title={t({ id: 'imports.badTitle', defaultMessage: 'What is wrong' })}
      subtitle={
        total > rows.length
          ? t(
              {
                id: 'imports.badShown',
                defaultMessage: 'The first {shown} of {total} are shown, in the order of the file.',
              },
              { shown: format.number(rows.length), total: format.number(total) },
            )
          : undefined
      }
    >
      <Table
        label={t({ id: 'imports.badTitle', defaultMessage: 'What is wrong' })}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'line',
            name: t({ id: 'imports.line', defaultMessage: 'Line' }),
            numeric: true,
            cell: ({ error }) => (error.line > 0n ? format.number(error.line) : '–'),
          },
          {
            id: 'field',
            name: t({ id: 'imports.field', defaultMessage: 'Field' }),
            isHeader: true,
            cell: ({ error }) => {
              const label = labels.get(error.field)
              return (
                <>
                  {label ? t(label) : <bdi>{error.field}</bdi>}
                  {current.mapping?.columns[error.field] && (
                    <span className={styles.sub}>
                      <bdi>{current.mapping.columns[error.field]}</bdi>
                    </span>
                  )}
                </>
              )
            },
          },
          {
            id: 'value',
            name: t({ id: 'imports.value', defaultMessage: 'Value' }),
            cell: ({ error }) =>
              error.value ? (
                <bdi className={styles.example}>{error.value}</bdi>
              ) : (
                <span className={styles.nil}>{t({ id: 'imports.empty', defaultMessage: 'empty' })}</span>
              ),
          },
          {
            id: 'rule',
            name: t({ id: 'imports.rule', defaultMessage: 'Rule' }),
            cell: ({ error }) => <span dir="auto">{error.description}</span>,
          },
        ]}
      />
    </Card>
  )
}
