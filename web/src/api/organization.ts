import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AdoptionSettingsService, type UpdateSettingsRequestSchema } from '@/gen/hamgam/adoption/v1/settings_service_pb'
import {
  OrganizationService,
  type UpdateOrganizationRequestSchema,
} from '@/gen/hamgam/identity/v1/organization_service_pb'
import { useMe } from '@/session/me'
import { adoptionKeys } from './adoption'
import { useClient } from './client'

const organizationKey = ['organization'] as const
const settingsKey = [...adoptionKeys.all, 'settings'] as const

/** The organization itself. */
export function useOrganization() {
  const client = useClient(OrganizationService)
  const { organization: name } = useMe()
  return useQuery({ queryKey: organizationKey, queryFn: ({ signal }) => client.getOrganization({ name }, { signal }) })
}

/** Changes the organization; who is signed in is asked for again, because it shows the name and the languages. */
export function useUpdateOrganization() {
  const client = useClient(OrganizationService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof UpdateOrganizationRequestSchema>) =>
      client.updateOrganization(request),
    onSuccess: (organization) => {
      queries.setQueryData(organizationKey, organization)
      void queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

/** How the organization wants to be told about low adoption. */
export function useAdoptionSettings() {
  const client = useClient(AdoptionSettingsService)
  const { organization } = useMe()
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => client.getSettings({ name: `${organization}/adoptionSettings` }, { signal }),
  })
}

/** Changes the settings of adoption. */
export function useUpdateAdoptionSettings() {
  const client = useClient(AdoptionSettingsService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof UpdateSettingsRequestSchema>) => client.updateSettings(request),
    onSuccess: (settings) => queries.setQueryData(settingsKey, settings),
  })
}
