import { useQuery } from '@tanstack/react-query'
import { ApplicationService } from '@/gen/hamgam/telemetry/v1/application_service_pb'
import { ReportService } from '@/gen/hamgam/telemetry/v1/report_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

export const telemetryKeys = {
  all: ['telemetry'] as const,
  applications: () => [...telemetryKeys.all, 'applications'] as const,
  teamUsage: (team: string, application: string) => [...telemetryKeys.all, 'teamUsage', team, application] as const,
  activity: (application: string) => [...telemetryKeys.all, 'activity', application] as const,
  mine: () => [...telemetryKeys.all, 'mine'] as const,
}

/** The applications that are tracked. */
export function useApplications() {
  const client = useClient(ApplicationService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: telemetryKeys.applications(),
    queryFn: async ({ signal }) => (await client.listApplications({ parent, pageSize: 500 }, { signal })).applications,
    staleTime: 60_000,
  })
}

/** How a team uses an application, week by week. */
export function useTeamUsage(team: string, application: string) {
  const client = useClient(ReportService)
  return useQuery({
    queryKey: telemetryKeys.teamUsage(team, application),
    queryFn: ({ signal }) => client.getTeamUsage({ team, application, weekCount: 26 }, { signal }),
    enabled: application !== '',
  })
}

/** How many people use an application at all. */
export function useActivity(application: string, enabled = true) {
  const client = useClient(ReportService)
  return useQuery({
    queryKey: telemetryKeys.activity(application),
    queryFn: ({ signal }) => client.getActivity({ application, dayCount: 84 }, { signal }),
    enabled: enabled && application !== '',
  })
}

/** What telemetry holds about the person. */
export function useMyUsage() {
  const client = useClient(ReportService)
  return useQuery({ queryKey: telemetryKeys.mine(), queryFn: ({ signal }) => client.getMyUsage({}, { signal }) })
}
