import { usePositions, useTeams } from '@/api/directory'
import { idOf } from '@/api/names'

/** Puts team and position names of the contract into what people call them. */
export function useDirectoryNames() {
  const teams = useTeams().data
  const positions = usePositions().data
  const byTeam = new Map(teams?.map((team) => [team.name, team.displayName]))
  const byPosition = new Map(positions?.map((position) => [position.name, position.displayName]))
  return {
    team: (name: string) => byTeam.get(name) ?? idOf(name),
    position: (name: string) => byPosition.get(name) ?? '',
  }
}
