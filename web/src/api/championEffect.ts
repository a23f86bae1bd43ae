import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CoverageState } from '@/gen/hamgam/champions/v1/coverage_pb'
import { CoverageService } from '@/gen/hamgam/champions/v1/coverage_service_pb'
import { EffectService } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { useMe } from '@/session/me'
import { championKeys } from './champions'
import { useClient } from './client'
import { everyPage } from './pages'

/** Teams of one staged start at most. */
const mostTeams = 1_000

const keys = {
  effect: (programme: string) => [...championKeys.all, 'effect', programme] as const,
  starts: (programme: string) => [...championKeys.all, 'starts', programme] as const,
  uncovered: () => [...championKeys.all, 'uncovered'] as const,
}

/** What the champions of a programme did, and what it did, as far as it can be known. */
export function useChampionEffect(programme: string) {
  const client = useClient(EffectService)
  return useQuery({
    queryKey: keys.effect(programme),
    queryFn: ({ signal }) => client.getChampionEffect({ name: programme }, { signal }),
  })
}

/** The staged starts of a programme, newest first. HR, administrators and sponsors. */
export function useStagedStarts(programme: string) {
  const client = useClient(EffectService)
  return useQuery({
    queryKey: keys.starts(programme),
    queryFn: async ({ signal }) => (await client.listStagedStarts({ programme }, { signal })).stagedStarts,
  })
}

/** The teams that have no champion, as many as one start takes. */
export function useUncoveredTeams() {
  const client = useClient(CoverageService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.uncovered(),
    queryFn: async ({ signal }) => {
      const teams = await everyPage(async (pageToken) => {
        const page = await client.listTeamCoverage({ parent, pageSize: 500, pageToken }, { signal })
        const none = page.teams.filter(({ state }) => state === CoverageState.NONE)
        // They stand first, so that a page with others is the last that is needed.
        return { items: none, nextPageToken: none.length < page.teams.length ? '' : page.nextPageToken }
      }, mostTeams)
      return teams.slice(0, mostTeams)
    },
  })
}

/** Lets a coin say which teams start now and which later. HR. */
export function useStageStart() {
  const client = useClient(EffectService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: { programme: string; teams: string[]; requestId: string }) =>
      client.createStagedStart(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: championKeys.all }),
  })
}
