import { Code, ConnectError } from '@connectrpc/connect'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ClockService } from '@/gen/hamgam/demo/v1/clock_service_pb'
import { useClient } from './client'

const clockKey = ['demo', 'clock'] as const

/** The clock of the demo; null where this is not a demo. While days pass, it is asked every second. */
export function useDemoClock() {
  const client = useClient(ClockService)
  return useQuery({
    queryKey: clockKey,
    queryFn: async ({ signal }) => {
      try {
        return await client.getClock({}, { signal })
      } catch (error) {
        if ([Code.Unimplemented, Code.NotFound].includes(ConnectError.from(error).code)) return null
        throw error
      }
    },
    staleTime: 60_000,
    retry: false,
    refetchInterval: ({ state }) => (state.data && state.data.daysLeft > 0 ? 1000 : false),
  })
}

/** Lets days pass in the demo. */
export function useAdvanceClock() {
  const client = useClient(ClockService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (days: number) => client.advanceClock({ days }),
    onSuccess: (clock) => queries.setQueryData(clockKey, clock),
  })
}
