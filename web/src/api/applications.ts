import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  ApplicationService,
  type CreateApplicationRequestSchema,
  type CreateCoreTaskRequestSchema,
  type CreateFeatureRequestSchema,
  type UpdateApplicationRequestSchema,
  type UpdateFeatureRequestSchema,
} from '@/gen/hamgam/telemetry/v1/application_service_pb'
import { UsageService } from '@/gen/hamgam/telemetry/v1/usage_service_pb'
import { useClient } from './client'
import { everyPage } from './pages'
import { telemetryKeys } from './telemetry'

const keys = {
  application: (name: string) => [...telemetryKeys.all, 'application', name] as const,
  features: (application: string) => [...telemetryKeys.all, 'features', application] as const,
  coreTasks: (application: string) => [...telemetryKeys.all, 'coreTasks', application] as const,
  apiKeys: (application: string) => [...telemetryKeys.all, 'apiKeys', application] as const,
  unknowns: (application: string) => [...telemetryKeys.all, 'unknowns', application] as const,
}

/** One application. */
export function useApplication(name: string) {
  const client = useClient(ApplicationService)
  return useQuery({
    queryKey: keys.application(name),
    queryFn: ({ signal }) => client.getApplication({ name }, { signal }),
  })
}

/** The features of an application, by code. */
export function useFeatures(application: string) {
  const client = useClient(ApplicationService)
  return useQuery({
    queryKey: keys.features(application),
    queryFn: ({ signal }) =>
      everyPage(async (pageToken) => {
        const page = await client.listFeatures({ parent: application, pageSize: 500, pageToken }, { signal })
        return { items: page.features, nextPageToken: page.nextPageToken }
      }),
    enabled: application !== '',
  })
}

/** Which features are whose core tasks. */
export function useCoreTasks(application: string) {
  const client = useClient(ApplicationService)
  return useQuery({
    queryKey: keys.coreTasks(application),
    queryFn: async ({ signal }) => (await client.listCoreTasks({ parent: application }, { signal })).coreTasks,
  })
}

/** The keys with which an application sends. Administrators only. */
export function useApiKeys(application: string, enabled: boolean) {
  const client = useClient(ApplicationService)
  return useQuery({
    queryKey: keys.apiKeys(application),
    queryFn: async ({ signal }) => (await client.listApiKeys({ parent: application }, { signal })).apiKeys,
    enabled,
  })
}

/** People and features that events named and nobody knows. */
export function useUnknowns(application: string) {
  const client = useClient(UsageService)
  return useQuery({
    queryKey: keys.unknowns(application),
    queryFn: ({ signal }) => client.listUnknowns({ parent: application }, { signal }),
  })
}

/** What can be changed about what is tracked. */
export function useApplicationChanges() {
  const client = useClient(ApplicationService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: telemetryKeys.all })
  return {
    createApplication: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateApplicationRequestSchema>) =>
        client.createApplication(request),
      onSuccess,
    }),
    updateApplication: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateApplicationRequestSchema>) =>
        client.updateApplication(request),
      onSuccess,
    }),
    deleteApplication: useMutation({ mutationFn: (name: string) => client.deleteApplication({ name }), onSuccess }),
    createFeature: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateFeatureRequestSchema>) => client.createFeature(request),
      onSuccess,
    }),
    updateFeature: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateFeatureRequestSchema>) => client.updateFeature(request),
      onSuccess,
    }),
    createCoreTask: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateCoreTaskRequestSchema>) => client.createCoreTask(request),
      onSuccess,
    }),
    deleteCoreTask: useMutation({ mutationFn: (name: string) => client.deleteCoreTask({ name }), onSuccess }),
    createApiKey: useMutation({
      mutationFn: ({ parent, displayName }: { parent: string; displayName: string }) =>
        client.createApiKey({ parent, apiKey: { displayName } }),
      onSuccess,
    }),
    revokeApiKey: useMutation({ mutationFn: (name: string) => client.revokeApiKey({ name }), onSuccess }),
  }
}
