import type { MessageInitShape } from '@bufbuild/protobuf'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import {
  type CreateMeetingRequestSchema,
  MeetingService,
  type RespondToInvitationRequestSchema,
  type UpdateMeetingRequestSchema,
} from '@/gen/hamgam/feedback/v1/meeting_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** While people meet, each sees within seconds what the others did. */
export const liveEvery = 5_000

export const meetingKeys = {
  all: ['meetings'] as const,
  lists: () => [...meetingKeys.all, 'list'] as const,
  list: (committee: string) => [...meetingKeys.all, 'list', committee] as const,
  one: (name: string) => [...meetingKeys.all, 'one', name] as const,
  agenda: (name: string) => [...meetingKeys.all, 'agenda', name] as const,
  suggestions: (name: string) => [...meetingKeys.all, 'suggestions', name] as const,
  polls: (name: string) => [...meetingKeys.all, 'polls', name] as const,
  minutes: (name: string) => [...meetingKeys.all, 'minutes', name] as const,
}

/** The meetings of a committee, the latest start first, page by page; of all committees when it is empty. */
export function useMeetings(committee: string) {
  const client = useClient(MeetingService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: meetingKeys.list(committee),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listMeetings({ parent, committee, pageSize: 20, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** One meeting; while it is open it is asked for again and again. */
export function useMeeting(name: string) {
  const client = useClient(MeetingService)
  return useQuery({
    queryKey: meetingKeys.one(name),
    queryFn: ({ signal }) => client.getMeeting({ name }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === MeetingState.OPEN ? liveEvery : false),
  })
}

/** What can be done with a meeting. */
export function useMeetingChanges() {
  const client = useClient(MeetingService)
  const queries = useQueryClient()
  const onSuccess = (meeting: Meeting) => {
    queries.setQueryData(meetingKeys.one(meeting.name), meeting)
    void queries.invalidateQueries({ queryKey: meetingKeys.lists() })
    void queries.invalidateQueries({ queryKey: meetingKeys.polls(meeting.name) })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateMeetingRequestSchema>) => client.createMeeting(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateMeetingRequestSchema>) => client.updateMeeting(request),
      onSuccess,
    }),
    cancel: useMutation({
      mutationFn: (request: { name: string; reason: string }) => client.cancelMeeting(request),
      onSuccess,
    }),
    respond: useMutation({
      mutationFn: (request: MessageInitShape<typeof RespondToInvitationRequestSchema>) =>
        client.respondToInvitation(request),
      onSuccess,
    }),
    open: useMutation({ mutationFn: (name: string) => client.openMeeting({ name }), onSuccess }),
    close: useMutation({ mutationFn: (name: string) => client.closeMeeting({ name }), onSuccess }),
    attend: useMutation({
      mutationFn: (request: { name: string; present: string[] }) => client.recordAttendance(request),
      onSuccess,
    }),
    /** The calendar entry, to be saved. */
    calendar: useMutation({ mutationFn: (name: string) => client.getMeetingCalendar({ name }) }),
    /** What the server has now. */
    reload: async (name: string) => {
      const meeting = await client.getMeeting({ name })
      queries.setQueryData(meetingKeys.one(name), meeting)
      return meeting
    },
  }
}
