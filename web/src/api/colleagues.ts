import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PersonService } from '@/gen/hamgam/identity/v1/person_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** Colleagues whose name has what was typed. */
export function useColleagues(query: string) {
  const client = useClient(PersonService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: ['colleagues', query],
    queryFn: ({ signal }) => client.findColleagues({ parent, query }, { signal }),
    enabled: query.trim().length >= 2,
    placeholderData: keepPreviousData,
  })
}
