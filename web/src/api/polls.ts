import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type CreatePollRequestSchema,
  PollService,
  type TakeStanceRequestSchema,
  type UpdatePollRequestSchema,
} from '@/gen/hamgam/feedback/v1/poll_service_pb'
import { useClient } from './client'
import { liveEvery, meetingKeys } from './meetings'

/** The polls of a meeting, oldest first; `live` while people meet. */
export function usePolls(parent: string, live: boolean) {
  const client = useClient(PollService)
  return useQuery({
    queryKey: meetingKeys.polls(parent),
    queryFn: ({ signal }) => client.listPolls({ parent }, { signal }),
    refetchInterval: live ? liveEvery : false,
  })
}

/** What can be done with the polls of a meeting. */
export function usePollChanges(parent: string) {
  const client = useClient(PollService)
  const queries = useQueryClient()
  const onSuccess = () => void queries.invalidateQueries({ queryKey: meetingKeys.polls(parent) })
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreatePollRequestSchema>) => client.createPoll(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdatePollRequestSchema>) => client.updatePoll(request),
      onSuccess,
    }),
    takeStance: useMutation({
      mutationFn: (request: MessageInitShape<typeof TakeStanceRequestSchema>) => client.takeStance(request),
      onSuccess,
    }),
    close: useMutation({ mutationFn: (name: string) => client.closePoll({ name }), onSuccess }),
  }
}
