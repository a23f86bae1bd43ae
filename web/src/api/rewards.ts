import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Redemption, RedemptionState } from '@/gen/hamgam/incentives/v1/award_pb'
import { AwardService } from '@/gen/hamgam/incentives/v1/award_service_pb'
import type { Budget, ExchangeRate } from '@/gen/hamgam/incentives/v1/budget_pb'
import { BudgetService } from '@/gen/hamgam/incentives/v1/budget_service_pb'
import type { Reward } from '@/gen/hamgam/incentives/v1/reward_pb'
import { RewardService } from '@/gen/hamgam/incentives/v1/reward_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { everyPage } from './pages'

const all = ['rewards'] as const
const keys = {
  rewards: () => [...all, 'catalogue'] as const,
  budgets: () => [...all, 'budgets'] as const,
  rates: () => [...all, 'rates'] as const,
  redemptions: () => [...all, 'redemptions'] as const,
  redemptionsIn: (state: RedemptionState) => [...all, 'redemptions', state] as const,
}

/** What teams can choose from. */
export function useRewards(enabled = true) {
  const client = useClient(RewardService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.rewards(),
    queryFn: ({ signal }) =>
      everyPage(async (pageToken) => {
        const page = await client.listRewards({ parent, pageSize: 500, pageToken }, { signal })
        return { items: page.rewards, nextPageToken: page.nextPageToken }
      }),
    enabled,
  })
}

/** What prizes are paid from. HR and sponsors. */
export function useBudgets(enabled = true) {
  const client = useClient(BudgetService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.budgets(),
    queryFn: ({ signal }) =>
      everyPage(async (pageToken) => {
        const page = await client.listBudgets({ parent, pageSize: 500, pageToken }, { signal })
        return { items: page.budgets, nextPageToken: page.nextPageToken }
      }),
    enabled,
  })
}

/** What currencies are worth, the newest day first. */
export function useRates() {
  const client = useClient(BudgetService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.rates(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listExchangeRates({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** Rewards on their way from the choice to the use. */
export function useRedemptions(state: RedemptionState) {
  const client = useClient(AwardService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.redemptionsIn(state),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listRedemptions({ parent, state, pageSize: 30, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** What HR can do with the catalogue. */
export function useRewardChanges() {
  const client = useClient(RewardService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.rewards() })
  return {
    /** Adds a reward, or changes one that has a name already. */
    save: useMutation({
      mutationFn: ({ reward, requestId }: { reward: Reward; requestId: string }) =>
        reward.name ? client.updateReward({ reward }) : client.createReward({ parent, reward, requestId }),
      onSuccess,
    }),
    archive: useMutation({ mutationFn: (name: string) => client.archiveReward({ name }), onSuccess }),
  }
}

/** What HR can do with money. */
export function useBudgetChanges() {
  const client = useClient(BudgetService)
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  return {
    /** Creates a budget, or changes one that has a name already. */
    save: useMutation({
      mutationFn: ({ budget, requestId }: { budget: Budget; requestId: string }) =>
        budget.name ? client.updateBudget({ budget }) : client.createBudget({ parent, budget, requestId }),
      onSuccess: () => queries.invalidateQueries({ queryKey: keys.budgets() }),
    }),
    addRate: useMutation({
      mutationFn: ({ exchangeRate, requestId }: { exchangeRate: ExchangeRate; requestId: string }) =>
        client.createExchangeRate({ parent, exchangeRate, requestId }),
      onSuccess: () => queries.invalidateQueries({ queryKey: all }),
    }),
  }
}

/** What HR can do with redemptions. */
export function useRedemptionChanges() {
  const client = useClient(AwardService)
  const { useVoucher: redeem } = client
  const queries = useQueryClient()
  const { organization: parent } = useMe()
  const onSettled = () => {
    void queries.invalidateQueries({ queryKey: keys.redemptions() })
    void queries.invalidateQueries({ queryKey: keys.budgets() })
  }
  return {
    approve: useMutation({
      mutationFn: ({ name, etag }: Redemption) => client.approveRedemption({ name, etag }),
      onSettled,
    }),
    reject: useMutation({
      mutationFn: (request: { name: string; etag: string; reason: string }) => client.rejectRedemption(request),
      onSettled,
    }),
    use: useMutation({ mutationFn: (code: string) => redeem({ parent, code }), onSettled }),
  }
}
