import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/text'
import { Button } from './Button'
import { ErrorState, Loading } from './State'
import { TableMore } from './Table'

/** Shows what a query brings: its place while it is on its way, its failure with a retry, or its data. */
export function Query<T>({
  query,
  lines,
  height,
  children,
}: {
  query: UseQueryResult<T>
  lines?: number
  height?: string
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return <Loading lines={lines} height={height} />
}

/** Brings the next page of a list, as long as there is one. */
export function More({ query }: { query: UseInfiniteQueryResult }) {
  const t = useText()
  if (!query.hasNextPage) return null
  return (
    <TableMore>
      <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {t({ id: 'ui.more', defaultMessage: 'Show more' })}
      </Button>
    </TableMore>
  )
}
