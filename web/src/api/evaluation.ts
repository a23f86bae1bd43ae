import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { EvaluationState } from '@/gen/hamgam/adoption/v1/evaluation_pb'
import { type EvaluateNowRequestSchema, EvaluationService } from '@/gen/hamgam/adoption/v1/evaluation_service_pb'
import { useMe } from '@/session/me'
import { adoptionKeys } from './adoption'
import { useClient } from './client'

const runKey = (name: string) => [...adoptionKeys.all, 'run', name] as const

/** Whether a run still goes on. */
export function isRunning(state: EvaluationState): boolean {
  return state === EvaluationState.PENDING || state === EvaluationState.RUNNING
}

/** Evaluates days of an application now. */
export function useEvaluateNow() {
  const client = useClient(EvaluationService)
  const { organization: parent } = useMe()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof EvaluateNowRequestSchema>) =>
      client.evaluateNow({ parent, ...request }),
    onSuccess: (run) => queries.setQueryData(runKey(run.name), run),
  })
}

/** How far a run is; asked again while it goes on, and everything of adoption is fresh when it is over. */
export function useEvaluationRun(name: string) {
  const client = useClient(EvaluationService)
  const queries = useQueryClient()
  return useQuery({
    queryKey: runKey(name),
    queryFn: async ({ signal }) => {
      const run = await client.getEvaluationRun({ name }, { signal })
      if (!isRunning(run.state)) {
        void queries.invalidateQueries({
          queryKey: adoptionKeys.all,
          predicate: ({ queryKey }) => queryKey[1] !== 'run',
        })
      }
      return run
    },
    refetchInterval: ({ state }) => (state.data && isRunning(state.data.state) ? 700 : false),
  })
}
