import type { MessageInitShape } from '@bufbuild/protobuf'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Champion } from '@/gen/hamgam/champions/v1/champion_pb'
import { type AppointChampionRequestSchema, ChampionService } from '@/gen/hamgam/champions/v1/champion_service_pb'
import type { ChampionSettings } from '@/gen/hamgam/champions/v1/coverage_pb'
import { CoverageService } from '@/gen/hamgam/champions/v1/coverage_service_pb'
import {
  type CreateNominationRequestSchema,
  type DecideNominationRequestSchema,
  NominationService,
} from '@/gen/hamgam/champions/v1/nomination_service_pb'
import type { Programme } from '@/gen/hamgam/champions/v1/programme_pb'
import { ProgrammeService } from '@/gen/hamgam/champions/v1/programme_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

const all = ['champions'] as const

/** The root of what is remembered about champions. */
export const championKeys = { all }

const keys = {
  programmes: () => [...all, 'programmes'] as const,
  mine: () => [...all, 'mine'] as const,
  list: () => [...all, 'list'] as const,
  nominations: () => [...all, 'nominations'] as const,
  myNominations: () => [...all, 'myNominations'] as const,
  coverage: () => [...all, 'coverage'] as const,
  settings: () => [...all, 'settings'] as const,
}

/** What champions are looked for. */
export function useProgrammes() {
  const client = useClient(ProgrammeService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.programmes(),
    queryFn: async ({ signal }) => (await client.listProgrammes({ parent, pageSize: 500 }, { signal })).programmes,
  })
}

/** The champions of the own teams, and oneself as one. */
export function useMyChampions() {
  const client = useClient(ChampionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.mine(),
    queryFn: ({ signal }) => client.listMyChampions({ parent }, { signal }),
  })
}

/** All champions in their terms, by name. */
export function useChampions() {
  const client = useClient(ChampionService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listChampions({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** The open nominations of everybody. HR. */
export function useNominations() {
  const client = useClient(NominationService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.nominations(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listNominations({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** The nominations that the person made, is the nominee of, or decides on. */
export function useMyNominations() {
  const client = useClient(NominationService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.myNominations(),
    queryFn: async ({ signal }) => (await client.listMyNominations({ parent, pageSize: 100 }, { signal })).nominations,
  })
}

/** How each team is covered, those without a champion first. */
export function useCoverage() {
  const client = useClient(CoverageService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.coverage(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listTeamCoverage({ parent, pageSize: 100, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** What the organization wants of its champions. */
export function useChampionSettings() {
  const client = useClient(CoverageService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.settings(),
    queryFn: ({ signal }) => client.getChampionSettings({ parent }, { signal }),
  })
}

/** Changes what the organization wants of its champions. HR. */
export function useSaveChampionSettings() {
  const client = useClient(CoverageService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  return useMutation({
    mutationFn: (settings: ChampionSettings) => client.updateChampionSettings({ parent, settings }),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  })
}

/** What HR can do with programmes. */
export function useProgrammeChanges() {
  const client = useClient(ProgrammeService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  const onSuccess = () => queries.invalidateQueries({ queryKey: all })
  return {
    /** Creates a programme, or changes one that has a name already. */
    save: useMutation({
      mutationFn: ({ programme, requestId }: { programme: Programme; requestId: string }) =>
        programme.name
          ? client.updateProgramme({ programme })
          : client.createProgramme({ parent, programme, requestId }),
      onSuccess,
    }),
    archive: useMutation({ mutationFn: (name: string) => client.archiveProgramme({ name }), onSuccess }),
  }
}

/** What can be done with nominations. */
export function useNominationChanges() {
  const client = useClient(NominationService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: all })
  return {
    nominate: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateNominationRequestSchema>) => client.createNomination(request),
      onSuccess,
    }),
    accept: useMutation({ mutationFn: (name: string) => client.acceptNomination({ name }), onSuccess }),
    decide: useMutation({
      mutationFn: (request: MessageInitShape<typeof DecideNominationRequestSchema>) => client.decideNomination(request),
      onSuccess,
    }),
    withdraw: useMutation({ mutationFn: (name: string) => client.withdrawNomination({ name }), onSuccess }),
  }
}

/** What can be done with champions. */
export function useChampionChanges() {
  const client = useClient(ChampionService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: all })
  return {
    appoint: useMutation({
      mutationFn: (request: MessageInitShape<typeof AppointChampionRequestSchema>) => client.appointChampion(request),
      onSuccess,
    }),
    update: useMutation({ mutationFn: (champion: Champion) => client.updateChampion({ champion }), onSuccess }),
    end: useMutation({ mutationFn: (name: string) => client.endChampion({ name }), onSuccess }),
    thank: useMutation({
      mutationFn: (request: { name: string; text: string; requestId: string }) => client.thankChampion(request),
    }),
    /** What the server has now. */
    reload: (name: string) => client.getChampion({ name }),
  }
}
