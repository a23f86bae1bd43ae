import { useQuery } from '@tanstack/react-query'
import { PositionService } from '@/gen/hamgam/identity/v1/position_service_pb'
import { TeamService } from '@/gen/hamgam/identity/v1/team_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

export const directoryKeys = {
  all: ['directory'] as const,
  teams: () => [...directoryKeys.all, 'teams'] as const,
  positions: () => [...directoryKeys.all, 'positions'] as const,
}

/** The whole team tree, parents before their children. */
export function useTeams() {
  const client = useClient(TeamService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: directoryKeys.teams(),
    queryFn: async ({ signal }) => (await client.listTeams({ parent }, { signal })).teams,
    staleTime: 60_000,
  })
}

/** All positions. */
export function usePositions() {
  const client = useClient(PositionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: directoryKeys.positions(),
    queryFn: async ({ signal }) => (await client.listPositions({ parent }, { signal })).positions,
    staleTime: 60_000,
  })
}
