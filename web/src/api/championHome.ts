import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChampionService } from '@/gen/hamgam/champions/v1/champion_service_pb'
import { CheckInService, type CreateCheckInRequestSchema } from '@/gen/hamgam/champions/v1/check_in_service_pb'
import { ForwardedHelpService } from '@/gen/hamgam/champions/v1/forwarded_help_pb'
import { HomeService } from '@/gen/hamgam/champions/v1/home_service_pb'
import type { Material } from '@/gen/hamgam/champions/v1/material_pb'
import { MaterialService } from '@/gen/hamgam/champions/v1/material_service_pb'
import { VisitService, type VisitState } from '@/gen/hamgam/champions/v1/visit_pb'
import { useMe } from '@/session/me'
import { adoptionKeys } from './adoption'
import { useClient } from './client'

/** Which visits are listed: to one team or all, in one state or all, or only those that are late. */
export interface WantedVisits {
  team: string
  state: VisitState
  overdue: boolean
}

const keys = {
  // Below adoption, because flags and tasks are in it.
  home: () => [...adoptionKeys.all, 'championHome'] as const,
  materials: () => ['championMaterials'] as const,
  thanks: () => ['championThanks'] as const,
  checkIns: (team: string) => ['championCheckIns', team] as const,
  visits: () => ['championVisits'] as const,
  visitsTo: (wanted: WantedVisits) => [...keys.visits(), wanted] as const,
}

/** Everything that waits for the person as a champion. */
export function useChampionHome() {
  const client = useClient(HomeService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.home(),
    queryFn: ({ signal }) => client.getChampionHome({ parent }, { signal }),
  })
}

/** What champions can pass on. */
export function useMaterials() {
  const client = useClient(MaterialService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.materials(),
    queryFn: async ({ signal }) => (await client.listMaterials({ parent, pageSize: 500 }, { signal })).materials,
  })
}

/** What HR and trainers can do with materials. */
export function useMaterialChanges() {
  const client = useClient(MaterialService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.materials() })
  return {
    /** Adds a material, or changes one that has a name already. */
    save: useMutation({
      mutationFn: ({ material, requestId }: { material: Material; requestId: string }) =>
        material.name ? client.updateMaterial({ material }) : client.createMaterial({ parent, material, requestId }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (name: string) => client.deleteMaterial({ name }), onSuccess }),
  }
}

/** What champions did with teams, newest first, of one team or of all. HR. */
export function useAllCheckIns(team: string) {
  const client = useClient(CheckInService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.checkIns(team),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listCheckIns({ parent, team, everybody: true, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** Visits that champions are asked for, open ones by their due day. HR reads those to all teams. */
export function useVisits(wanted: WantedVisits) {
  const client = useClient(VisitService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.visitsTo(wanted),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listVisits({ parent, ...wanted, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** What the person was thanked for as a champion. */
export function useMyThanks() {
  const client = useClient(ChampionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.thanks(),
    queryFn: async ({ signal }) => (await client.listMyThanks({ parent, pageSize: 10 }, { signal })).thanks,
  })
}

/** What a champion says was done. */
export function useCheckInChanges() {
  const client = useClient(CheckInService)
  const queries = useQueryClient()
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: keys.visits() })
    return queries.invalidateQueries({ queryKey: keys.home() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateCheckInRequestSchema>) => client.createCheckIn(request),
      onSuccess,
    }),
    complete: useMutation({ mutationFn: (name: string) => client.completeFollowUp({ name }), onSuccess }),
    remove: useMutation({ mutationFn: (name: string) => client.deleteCheckIn({ name }), onSuccess }),
  }
}

/** Answers what a colleague asked in a course. */
export function useAnswerForwardedHelp() {
  const client = useClient(ForwardedHelpService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: { name: string; answer: string; articles: string[] }) => client.answerForwardedHelp(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.home() }),
  })
}
