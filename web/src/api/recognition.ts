import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Value } from '@/gen/hamgam/incentives/v1/recognition_pb'
import { type GiveThanksRequestSchema, RecognitionService } from '@/gen/hamgam/incentives/v1/recognition_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** What the wall is narrowed to. */
interface WallFilter {
  mine: boolean
  showHidden: boolean
}

const all = ['recognition'] as const
const keys = {
  walls: () => [...all, 'wall'] as const,
  wall: (filter: WallFilter) => [...all, 'wall', filter] as const,
  settings: () => [...all, 'settings'] as const,
  values: () => [...all, 'values'] as const,
}

/** The wall of thanks, newest first, page by page. */
export function useThanks(filter: WallFilter) {
  const client = useClient(RecognitionService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.wall(filter),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listThanks({ ...filter, parent, pageSize: 30, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** Whether the person is on the wall. */
export function useRecognitionSettings() {
  const client = useClient(RecognitionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.settings(),
    queryFn: ({ signal }) => client.getRecognitionSettings({ parent }, { signal }),
  })
}

/** What the organization stands for. */
export function useValues() {
  const client = useClient(RecognitionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.values(),
    queryFn: async ({ signal }) => (await client.listValues({ parent }, { signal })).values,
  })
}

/** What can be done with thanks. */
export function useThanksChanges() {
  const client = useClient(RecognitionService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.walls() })
  return {
    give: useMutation({
      mutationFn: (request: MessageInitShape<typeof GiveThanksRequestSchema>) => client.giveThanks(request),
      onSuccess,
    }),
    withdraw: useMutation({ mutationFn: (name: string) => client.withdrawThanks({ name }), onSuccess }),
    hide: useMutation({
      mutationFn: (request: { name: string; reason: string }) => client.hideThanks(request),
      onSuccess,
    }),
    setOffWall: useMutation({
      mutationFn: (offWall: boolean) => client.updateRecognitionSettings({ parent, settings: { offWall } }),
      onSuccess: (settings) => {
        queries.setQueryData(keys.settings(), settings)
        void onSuccess()
      },
    }),
  }
}

/** What HR can do with values. */
export function useValueChanges() {
  const client = useClient(RecognitionService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.values() })
  return {
    /** Adds a value, or changes one that has a name already. */
    save: useMutation({
      mutationFn: ({ value, requestId }: { value: Value; requestId: string }) =>
        value.name ? client.updateValue({ value }) : client.createValue({ parent, value, requestId }),
      onSuccess,
    }),
    archive: useMutation({ mutationFn: (name: string) => client.archiveValue({ name }), onSuccess }),
  }
}
