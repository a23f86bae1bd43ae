import type { MessageInitShape } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Minutes, MinutesFormat } from '@/gen/hamgam/feedback/v1/minutes_pb'
import { MinutesService, type UpdateMinutesRequestSchema } from '@/gen/hamgam/feedback/v1/minutes_service_pb'
import type { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { useClient } from './client'
import { meetingKeys } from './meetings'

/** The minutes of a meeting; null before they are drafted. */
export function useMinutes(meeting: string) {
  const client = useClient(MinutesService)
  return useQuery<Minutes | null>({
    queryKey: meetingKeys.minutes(meeting),
    queryFn: async ({ signal }) => {
      try {
        return await client.getMinutes({ name: `${meeting}/minutes` }, { signal })
      } catch (error) {
        if (ConnectError.from(error).code === Code.FailedPrecondition) return null
        throw error
      }
    },
    refetchOnWindowFocus: false,
  })
}

/** What can be done with the minutes of a meeting. */
export function useMinutesChanges(meeting: string) {
  const client = useClient(MinutesService)
  const queries = useQueryClient()
  const name = `${meeting}/minutes`
  const onSuccess = (minutes: Minutes) => queries.setQueryData(meetingKeys.minutes(meeting), minutes)
  return {
    draft: useMutation({ mutationFn: (language: Language) => client.draftMinutes({ name, language }), onSuccess }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateMinutesRequestSchema>) => client.updateMinutes(request),
      onSuccess,
    }),
    approve: useMutation({ mutationFn: (etag: string) => client.approveMinutes({ name, etag }), onSuccess }),
    /** The minutes as a file, to be saved. */
    download: useMutation({ mutationFn: (format: MinutesFormat) => client.exportMinutes({ name, format }) }),
    /** What the server has now. */
    reload: async () => {
      const minutes = await client.getMinutes({ name })
      queries.setQueryData(meetingKeys.minutes(meeting), minutes)
      return minutes
    },
  }
}
