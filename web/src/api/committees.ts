import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Committee } from '@/gen/hamgam/feedback/v1/committee_pb'
import {
  type AddCommitteeMemberRequestSchema,
  CommitteeService,
  type CreateCommitteeRequestSchema,
  type UpdateCommitteeMemberRequestSchema,
  type UpdateCommitteeRequestSchema,
} from '@/gen/hamgam/feedback/v1/committee_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

const all = ['committees'] as const
const keys = {
  lists: () => [...all, 'list'] as const,
  list: (mine: boolean) => [...all, 'list', mine] as const,
  one: (name: string) => [...all, 'one', name] as const,
  composition: (name: string) => [...all, 'composition', name] as const,
  candidates: (parent: string, team: string, query: string) => [...all, 'candidates', parent, team, query] as const,
}

/** Committees, newest first, page by page; only one's own if `mine`. */
export function useCommittees(mine: boolean) {
  const client = useClient(CommitteeService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(mine),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listCommittees({ parent, mine, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** One committee with its members. */
export function useCommittee(name: string) {
  const client = useClient(CommitteeService)
  return useQuery({ queryKey: keys.one(name), queryFn: ({ signal }) => client.getCommittee({ name }, { signal }) })
}

/** Who sits in a committee against the teams concerned. */
export function useComposition(name: string) {
  const client = useClient(CommitteeService)
  return useQuery({
    queryKey: keys.composition(name),
    queryFn: ({ signal }) => client.getComposition({ name }, { signal }),
  })
}

/** People who could become members, of one team or of all that are concerned. */
export function useMemberCandidates(parent: string, team: string, query: string) {
  const client = useClient(CommitteeService)
  return useQuery({
    queryKey: keys.candidates(parent, team, query),
    queryFn: ({ signal }) => client.listMemberCandidates({ parent, team, query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** What can be done with a committee. */
export function useCommitteeChanges() {
  const client = useClient(CommitteeService)
  const queries = useQueryClient()
  const onSuccess = (committee: Committee) => {
    queries.setQueryData(keys.one(committee.name), committee)
    void queries.invalidateQueries({ queryKey: keys.lists() })
    void queries.invalidateQueries({ queryKey: keys.composition(committee.name) })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateCommitteeRequestSchema>) => client.createCommittee(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateCommitteeRequestSchema>) => client.updateCommittee(request),
      onSuccess,
    }),
    end: useMutation({ mutationFn: (name: string) => client.endCommittee({ name }), onSuccess }),
    addMember: useMutation({
      mutationFn: (request: MessageInitShape<typeof AddCommitteeMemberRequestSchema>) =>
        client.addCommitteeMember(request),
      onSuccess,
    }),
    updateMember: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateCommitteeMemberRequestSchema>) =>
        client.updateCommitteeMember(request),
      onSuccess,
    }),
    removeMember: useMutation({
      mutationFn: (request: { name: string; person: string }) => client.removeCommitteeMember(request),
      onSuccess,
    }),
    /** What the server has now. */
    reload: async (name: string) => {
      const committee = await client.getCommittee({ name })
      queries.setQueryData(keys.one(name), committee)
      return committee
    },
  }
}
