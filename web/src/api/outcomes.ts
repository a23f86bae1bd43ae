import type { MessageInitShape } from '@bufbuild/protobuf'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type CreateOutcomeRequestSchema,
  type ListOutcomesRequestSchema,
  OutcomeService,
  type UpdateTaskRequestSchema,
} from '@/gen/hamgam/feedback/v1/outcome_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** What a list of outcomes is narrowed to. */
type OutcomeFilter = Omit<
  MessageInitShape<typeof ListOutcomesRequestSchema>,
  '$typeName' | '$unknown' | 'parent' | 'pageSize' | 'pageToken'
>

const all = ['outcomes'] as const
const keys = {
  lists: () => [...all, 'list'] as const,
  list: (filter: OutcomeFilter) => [...all, 'list', filter] as const,
  effect: (name: string) => [...all, 'effect', name] as const,
}

/** Outcomes as the filter says, newest first, page by page. */
export function useOutcomes(filter: OutcomeFilter) {
  const client = useClient(OutcomeService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listOutcomes({ ...filter, parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** What happened to the usage of the teams that asked for a decision. */
export function useDecisionEffect(name: string) {
  const client = useClient(OutcomeService)
  return useQuery({
    queryKey: keys.effect(name),
    queryFn: ({ signal }) => client.getDecisionEffect({ name }, { signal }),
  })
}

/** What can be done with outcomes. A decision changes proposals, so those are asked for again. */
export function useOutcomeChanges() {
  const client = useClient(OutcomeService)
  const queries = useQueryClient()
  const onSuccess = () => void queries.invalidateQueries({ queryKey: keys.lists() })
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateOutcomeRequestSchema>) => client.createOutcome(request),
      onSuccess: () => {
        onSuccess()
        void queries.invalidateQueries({ queryKey: ['proposals'] })
      },
    }),
    updateTask: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateTaskRequestSchema>) => client.updateTask(request),
      onSuccess,
    }),
    complete: useMutation({
      mutationFn: (request: { name: string; followUp: string }) => client.completeTask(request),
      onSuccess,
    }),
    reopen: useMutation({ mutationFn: (name: string) => client.reopenTask({ name }), onSuccess }),
  }
}
