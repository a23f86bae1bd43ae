import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type CreatePositionRequestSchema,
  PositionService,
  type UpdatePositionRequestSchema,
} from '@/gen/hamgam/identity/v1/position_service_pb'
import type { Site } from '@/gen/hamgam/identity/v1/site_pb'
import {
  type AddHolidaysRequestSchema,
  type CreateSiteRequestSchema,
  SiteService,
  type UpdateSiteRequestSchema,
} from '@/gen/hamgam/identity/v1/site_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { directoryKeys } from './directory'

const keys = {
  sites: () => [...directoryKeys.all, 'sites'] as const,
  site: (name: string) => [...directoryKeys.all, 'site', name] as const,
  sets: (firstYear: number, lastYear: number) => [...directoryKeys.all, 'holidaySets', firstYear, lastYear] as const,
}

/** All sites with their calendars. */
export function useSites() {
  const client = useClient(SiteService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.sites(),
    queryFn: async ({ signal }) => (await client.listSites({ parent }, { signal })).sites,
    staleTime: 60_000,
  })
}

/** One site with its calendar. */
export function useSite(name: string) {
  const client = useClient(SiteService)
  return useQuery({ queryKey: keys.site(name), queryFn: ({ signal }) => client.getSite({ name }, { signal }) })
}

/** The sets of holidays that Hamgam knows, with their days in some years. */
export function useHolidaySets(firstYear: number, lastYear: number, enabled: boolean) {
  const client = useClient(SiteService)
  return useQuery({
    queryKey: keys.sets(firstYear, lastYear),
    queryFn: async ({ signal }) => (await client.listHolidaySets({ firstYear, lastYear }, { signal })).holidaySets,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  })
}

/** What can be changed about sites. */
export function useSiteChanges() {
  const client = useClient(SiteService)
  const queries = useQueryClient()
  const onSuccess = (site: Site) => {
    queries.setQueryData(keys.site(site.name), site)
    void queries.invalidateQueries({ queryKey: keys.sites() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateSiteRequestSchema>) => client.createSite(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateSiteRequestSchema>) => client.updateSite(request),
      onSuccess,
    }),
    addHolidays: useMutation({
      mutationFn: (request: MessageInitShape<typeof AddHolidaysRequestSchema>) => client.addHolidays(request),
      onSuccess,
    }),
    removeHolidays: useMutation({
      mutationFn: (request: { name: string; days: string[] }) => client.removeHolidays(request),
      onSuccess,
    }),
  }
}

/** What can be changed about positions. */
export function usePositionChanges() {
  const client = useClient(PositionService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: directoryKeys.positions() })
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreatePositionRequestSchema>) => client.createPosition(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdatePositionRequestSchema>) => client.updatePosition(request),
      onSuccess,
    }),
  }
}
