import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import {
  Table as AriaTable,
  Cell,
  Column,
  Row,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from 'react-aria-components'
import { useFormats } from '@/i18n/formats'
import { cx } from './cx'
import styles from './Table.module.css'

/** A column: how a row shows in it, and, if it can be sorted, what by. */
export interface ColumnSpec<T> {
  id: string
  name: string
  cell: (row: T) => ReactNode
  /** The value to sort by; undefined values come last either way. */
  sortBy?: (row: T) => string | number | undefined
  /** Numbers align at the end. */
  numeric?: boolean
  /** The column that names the row, for screen readers. */
  isHeader?: boolean
  /** Left out on a phone. */
  wideOnly?: boolean
}

/** A table with sortable columns and rows that may lead somewhere; arrows move between cells. */
export function Table<T extends object>({
  label,
  columns,
  rows,
  rowId,
  href,
  sort: initialSort,
  empty,
}: {
  label: string
  columns: ColumnSpec<T>[]
  rows: readonly T[]
  rowId: (row: T) => string
  href?: (row: T) => string | undefined
  sort?: SortDescriptor
  empty?: ReactNode
}) {
  const format = useFormats()
  const [sort, setSort] = useState<SortDescriptor | undefined>(initialSort)
  const sorted = useMemo(() => {
    const by = columns.find((column) => column.id === sort?.column)?.sortBy
    if (!by) return [...rows]
    const sign = sort?.direction === 'descending' ? -1 : 1
    return [...rows].sort((a, b) => {
      const x = by(a)
      const y = by(b)
      if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1
      return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : format.compare(String(x), String(y)))
    })
  }, [rows, columns, sort, format])
  return (
    <div className={styles.wrap}>
      <AriaTable aria-label={label} className={styles.table} sortDescriptor={sort} onSortChange={setSort}>
        <TableHeader>
          {columns.map((column, index) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column.isHeader ?? index === 0}
              allowsSorting={column.sortBy !== undefined}
              className={cx(styles.column, column.numeric && styles.end, column.wideOnly && styles.narrowHidden)}
            >
              {({ sortDirection }) => (
                <span className={styles.columnInner}>
                  {column.name}
                  {column.sortBy && (
                    <span aria-hidden className={styles.sort}>
                      {sortDirection === 'descending' ? <ArrowDown size={14} /> : <ArrowUp size={14} />}
                    </span>
                  )}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => empty ?? null}>
          {sorted.map((row) => (
            <Row key={rowId(row)} id={rowId(row)} href={href?.(row)} className={styles.row}>
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  className={cx(styles.cell, column.numeric && styles.end, column.wideOnly && styles.narrowHidden)}
                >
                  {column.cell(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  )
}

/** The main words of a cell with smaller ones below. */
export function CellText({ main, sub }: { main: ReactNode; sub?: ReactNode }) {
  return (
    <>
      <span className={styles.cellMain}>
        <bdi>{main}</bdi>
      </span>
      {sub && <span className={styles.cellSub}>{sub}</span>}
    </>
  )
}

/** The place for a "show more" below a table. */
export const TableMore = ({ children }: { children: ReactNode }) => <div className={styles.more}>{children}</div>
