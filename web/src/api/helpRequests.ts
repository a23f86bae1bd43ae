import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { HelpState } from '@/gen/hamgam/training/v1/help_pb'
import { HelpService } from '@/gen/hamgam/training/v1/help_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { trainingKeys } from './training'

const keys = {
  all: [...trainingKeys.all, 'helpRequests'] as const,
  list: (state: HelpState) => [...trainingKeys.all, 'helpRequests', state] as const,
}

/** What learners asked, those that wait longest first. */
export function useHelpRequests(state: HelpState) {
  const client = useClient(HelpService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(state),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listHelpRequests({ parent, state, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** Answers a learner. */
export function useAnswerHelpRequest() {
  const client = useClient(HelpService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: { name: string; answer: string; articles: string[] }) => client.answerHelpRequest(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.all }),
  })
}
