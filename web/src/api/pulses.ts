import { type MessageInitShape, toJsonString } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type Pulse,
  type PulseAnswer,
  type PulseAudience,
  PulseAudienceSchema,
} from '@/gen/hamgam/feedback/v1/pulse_pb'
import {
  type CreatePulseRequestSchema,
  PulseService,
  type UpdatePulseRequestSchema,
} from '@/gen/hamgam/feedback/v1/pulse_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

const all = ['pulses'] as const
const keys = {
  list: () => [...all, 'list'] as const,
  one: (name: string) => [...all, 'one', name] as const,
  results: (name: string) => [...all, 'results', name] as const,
  count: (audience: string) => [...all, 'count', audience] as const,
  mine: () => [...all, 'mine'] as const,
  settings: () => [...all, 'settings'] as const,
}

/** Pulses, newest first, page by page. */
export function usePulses() {
  const client = useClient(PulseService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.listPulses({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** One pulse. */
export function usePulse(name: string) {
  const client = useClient(PulseService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getPulse({ name }, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** What was answered in a pulse or one of its rounds. */
export function usePulseResults(name: string) {
  const client = useClient(PulseService)
  return useQuery({
    queryKey: keys.results(name),
    queryFn: ({ signal }) => client.getPulseResults({ name }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** How many people a rule selects. The last answer stays until the next one is there. */
export function usePulseAudienceCount(audience: PulseAudience) {
  const client = useClient(PulseService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.count(toJsonString(PulseAudienceSchema, audience)),
    queryFn: ({ signal }) => client.countPulseAudience({ parent, audience }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** How often one person may be asked. */
export function usePulseSettings() {
  const client = useClient(PulseService)
  const { organization } = useMe()
  return useQuery({
    queryKey: keys.settings(),
    queryFn: ({ signal }) => client.getPulseSettings({ name: `${organization}/pulseSettings` }, { signal }),
  })
}

/** What the person is asked and has not answered. */
export function useMyPulses() {
  const client = useClient(PulseService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.mine(),
    queryFn: ({ signal }) => client.listMyPulses({ parent }, { signal }),
  })
}

/** Answers a round. */
export function useAnswerPulse() {
  const client = useClient(PulseService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: { name: string; answers: PulseAnswer[] }) => client.answerPulse(request),
    // Not awaited: what thanks for the answer comes before the list in which the pulse is missing then.
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.mine() }),
  })
}

/** What can be done with a pulse. */
export function usePulseChanges() {
  const client = useClient(PulseService)
  const queries = useQueryClient()
  const { organization } = useMe()
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.list() })
  const onSuccess = (pulse: Pulse) => {
    queries.setQueryData(keys.one(pulse.name), pulse)
    refresh()
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreatePulseRequestSchema>) => client.createPulse(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdatePulseRequestSchema>) => client.updatePulse(request),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (name: string) => client.deletePulse({ name }), onSuccess: refresh }),
    open: useMutation({ mutationFn: (name: string) => client.openPulse({ name }), onSuccess }),
    close: useMutation({ mutationFn: (name: string) => client.closePulse({ name }), onSuccess }),
    saveSettings: useMutation({
      mutationFn: (daysBetween: number) =>
        client.updatePulseSettings({ settings: { name: `${organization}/pulseSettings`, daysBetween } }),
      onSuccess: (settings) => queries.setQueryData(keys.settings(), settings),
    }),
    /** What the server has now. */
    reload: async (name: string) => {
      const pulse = await client.getPulse({ name })
      queries.setQueryData(keys.one(name), pulse)
      return pulse
    },
  }
}
