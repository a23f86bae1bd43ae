import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, Loading } from './State'

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
