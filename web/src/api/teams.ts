import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type CreateTeamRequestSchema, TeamService } from '@/gen/hamgam/identity/v1/team_service_pb'
import { adoptionKeys } from './adoption'
import { useClient } from './client'
import { directoryKeys } from './directory'

/** What can be changed about the team tree; whatever shows teams by name or place asks for them again. */
export function useTeamChanges() {
  const client = useClient(TeamService)
  const queries = useQueryClient()
  const onSuccess = async () => {
    void queries.invalidateQueries({ queryKey: adoptionKeys.all })
    await queries.invalidateQueries({ queryKey: directoryKeys.teams() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateTeamRequestSchema>) => client.createTeam(request),
      onSuccess,
    }),
    rename: useMutation({
      mutationFn: (team: { name: string; displayName: string; etag: string }) =>
        client.updateTeam({ team, updateMask: { paths: ['display_name'] } }),
      onSuccess,
    }),
    move: useMutation({
      mutationFn: (request: { name: string; destination: string }) => client.moveTeam(request),
      onSuccess,
    }),
    dissolve: useMutation({ mutationFn: (name: string) => client.deleteTeam({ name }), onSuccess }),
  }
}
