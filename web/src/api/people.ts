import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Person } from '@/gen/hamgam/identity/v1/person_pb'
import {
  type CreatePersonRequestSchema,
  PersonService,
  type SetRolesRequestSchema,
  type UpdatePersonRequestSchema,
} from '@/gen/hamgam/identity/v1/person_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { directoryKeys } from './directory'

/** Which people to list. */
export interface PeopleFilter {
  query: string
  team: string
  position: string
  site: string
  role: Role
  showEnded: boolean
}

const keys = {
  all: [...directoryKeys.all, 'people'] as const,
  list: (filter: object) => [...directoryKeys.all, 'people', filter] as const,
  one: (name: string) => [...directoryKeys.all, 'person', name] as const,
}

/** People by name, page by page. */
export function usePeople(filter: Partial<PeopleFilter>, enabled = true) {
  const client = useClient(PersonService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listPeople({ parent, ...filter, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** One person. */
export function usePerson(name: string) {
  const client = useClient(PersonService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getPerson({ name }, { signal }),
    enabled: name !== '',
  })
}

/** What can be changed about people. */
export function usePersonChanges() {
  const client = useClient(PersonService)
  const queries = useQueryClient()
  const onSuccess = (person: Person) => {
    queries.setQueryData(keys.one(person.name), person)
    void queries.invalidateQueries({ queryKey: keys.all })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreatePersonRequestSchema>) => client.createPerson(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdatePersonRequestSchema>) => client.updatePerson(request),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (request: { name: string; endDay: string }) => client.endEmployment(request),
      onSuccess,
    }),
    reopen: useMutation({
      mutationFn: (request: { name: string; startDay: string }) => client.reopenEmployment(request),
      onSuccess,
    }),
    setRoles: useMutation({
      mutationFn: (request: MessageInitShape<typeof SetRolesRequestSchema>) => client.setRoles(request),
      onSuccess,
    }),
    invite: useMutation({ mutationFn: (name: string) => client.invitePerson({ name }) }),
  }
}
