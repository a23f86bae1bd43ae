import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Award } from '@/gen/hamgam/incentives/v1/award_pb'
import { AwardService } from '@/gen/hamgam/incentives/v1/award_service_pb'
import type { Challenge, ChallengeState } from '@/gen/hamgam/incentives/v1/challenge_pb'
import {
  ChallengeService,
  type CreateChallengeRequestSchema,
  type UpdateChallengeRequestSchema,
} from '@/gen/hamgam/incentives/v1/challenge_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

const all = ['challenges'] as const
const keys = {
  lists: () => [...all, 'list'] as const,
  list: (states: ChallengeState[]) => [...all, 'list', states] as const,
  one: (name: string) => [...all, 'one', name] as const,
  award: (name: string) => [...all, 'award', name] as const,
}

/** Challenges in some states, all when empty; newest first, page by page. */
export function useChallenges(states: ChallengeState[]) {
  const client = useClient(ChallengeService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(states),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listChallenges({ parent, states, pageSize: 30, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** One challenge. */
export function useChallenge(name: string) {
  const client = useClient(ChallengeService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getChallenge({ name }, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** What HR can do with a challenge. */
export function useChallengeChanges() {
  const client = useClient(ChallengeService)
  const queries = useQueryClient()
  const onSuccess = (challenge: Challenge) => {
    queries.setQueryData(keys.one(challenge.name), challenge)
    void queries.invalidateQueries({ queryKey: keys.lists() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateChallengeRequestSchema>) => client.createChallenge(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateChallengeRequestSchema>) => client.updateChallenge(request),
      onSuccess,
    }),
    start: useMutation({
      mutationFn: ({ name, etag }: Challenge) => client.startChallenge({ name, etag }),
      onSuccess,
    }),
    cancel: useMutation({
      mutationFn: (request: { name: string; reason: string }) => client.cancelChallenge(request),
      onSuccess,
    }),
    /** What the server has now. */
    reload: async (name: string) => {
      const challenge = await client.getChallenge({ name })
      queries.setQueryData(keys.one(name), challenge)
      return challenge
    },
  }
}

/** The prize that teams got for a challenge. */
export function useAward(name: string) {
  const client = useClient(AwardService)
  return useQuery({
    queryKey: keys.award(name),
    queryFn: ({ signal }) => client.getAward({ name }, { signal }),
  })
}

/** What members can do with their prize. */
export function useAwardChanges() {
  const client = useClient(AwardService)
  const queries = useQueryClient()
  const onSuccess = (award: Award) => queries.setQueryData(keys.award(award.name), award)
  return {
    propose: useMutation({
      mutationFn: (request: { name: string; reward: string }) => client.proposeReward(request),
      onSuccess,
    }),
    choose: useMutation({
      mutationFn: (request: { name: string; reward: string }) => client.chooseReward(request),
      onSuccess,
    }),
    voucher: useMutation({ mutationFn: (name: string) => client.showVoucher({ name }), gcTime: 0 }),
  }
}
