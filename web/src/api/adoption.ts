import type { MessageInitShape } from '@bufbuild/protobuf'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import {
  type ConfirmFlagRequestSchema,
  FlagService,
  type RejectFlagRequestSchema,
  type SnoozeFlagRequestSchema,
} from '@/gen/hamgam/adoption/v1/flag_service_pb'
import { type Intervention, StepState } from '@/gen/hamgam/adoption/v1/intervention_pb'
import { InterventionService } from '@/gen/hamgam/adoption/v1/intervention_service_pb'
import { PlaybookService } from '@/gen/hamgam/adoption/v1/playbook_service_pb'
import { TeamAdoptionService } from '@/gen/hamgam/adoption/v1/team_adoption_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

export const adoptionKeys = {
  all: ['adoption'] as const,
  statuses: (application: string) => [...adoptionKeys.all, 'statuses', application] as const,
  team: (team: string, application: string) => [...adoptionKeys.all, 'team', team, application] as const,
  flags: (states: FlagState[]) => [...adoptionKeys.all, 'flags', ...states] as const,
  flag: (name: string) => [...adoptionKeys.all, 'flag', name] as const,
  interventions: (filter: object) => [...adoptionKeys.all, 'interventions', filter] as const,
  tasks: () => [...adoptionKeys.all, 'tasks'] as const,
  playbooks: () => [...adoptionKeys.all, 'playbooks'] as const,
}

/** Where every team stands with an application, with the funnel. */
export function useTeamStatuses(application: string, enabled = true) {
  const client = useClient(TeamAdoptionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: adoptionKeys.statuses(application),
    queryFn: ({ signal }) => client.listTeamStatuses({ parent, application, pageSize: 5000 }, { signal }),
    enabled: enabled && application !== '',
  })
}

/** One team with one application. */
export function useTeamAdoption(team: string, application: string) {
  const client = useClient(TeamAdoptionService)
  return useQuery({
    queryKey: adoptionKeys.team(team, application),
    queryFn: ({ signal }) => client.getTeamAdoption({ team, application, weeks: 26 }, { signal }),
    enabled: application !== '',
  })
}

/** Flags in some states, page by page, newest first. */
export function useFlags(states: FlagState[] = [FlagState.FLAGGED], enabled = true) {
  const client = useClient(FlagService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: adoptionKeys.flags(states),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listFlags({ parent, states, pageToken: pageParam, pageSize: 50 }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    enabled,
  })
}

/** One flag with its evidence and history. */
export function useFlag(name: string) {
  const client = useClient(FlagService)
  return useQuery({
    queryKey: adoptionKeys.flag(name),
    queryFn: ({ signal }) => client.getFlag({ name }, { signal }),
  })
}

/** The three answers to a flag. Each leaves every list of adoption to be asked for again. */
export function useFlagAnswers() {
  const client = useClient(FlagService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: adoptionKeys.all })
  return {
    confirm: useMutation({
      mutationFn: (request: MessageInitShape<typeof ConfirmFlagRequestSchema>) => client.confirmFlag(request),
      onSuccess,
    }),
    snooze: useMutation({
      mutationFn: (request: MessageInitShape<typeof SnoozeFlagRequestSchema>) => client.snoozeFlag(request),
      onSuccess,
    }),
    reject: useMutation({
      mutationFn: (request: MessageInitShape<typeof RejectFlagRequestSchema>) => client.rejectFlag(request),
      onSuccess,
    }),
  }
}

const isBeginning = ({ trainings, outreach }: Intervention) =>
  [...trainings, ...outreach].some(({ state }) => state === StepState.OPEN)

/** What was done for a flag or a team. */
export function useInterventions(filter: { flag?: string; team?: string }, enabled = true) {
  const client = useClient(InterventionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: adoptionKeys.interventions(filter),
    queryFn: async ({ signal }) =>
      (await client.listInterventions({ parent, ...filter, pageSize: 100 }, { signal })).interventions,
    enabled,
    // What is being assigned or asked takes some seconds.
    refetchInterval: ({ state: { data } }) => (data?.some(isBeginning) ? 4_000 : false),
  })
}

/** The tasks of the person's roles, earliest due first. */
export function useTasks(enabled = true) {
  const client = useClient(InterventionService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: adoptionKeys.tasks(),
    queryFn: async ({ signal }) => (await client.listTasks({ parent, pageSize: 50 }, { signal })).tasks,
    enabled,
  })
}

/** Says that a task is done. */
export function useCompleteTask() {
  const client = useClient(InterventionService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: { name: string; note: string }) => client.completeTask(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: adoptionKeys.all }),
  })
}

/** What is done for each barrier. */
export function usePlaybooks() {
  const client = useClient(PlaybookService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: adoptionKeys.playbooks(),
    queryFn: async ({ signal }) => (await client.listPlaybooks({ parent }, { signal })).playbooks,
    staleTime: 60_000,
  })
}
