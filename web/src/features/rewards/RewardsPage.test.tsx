import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { RedemptionState } from '@/gen/hamgam/incentives/v1/award_pb'
import { AwardService } from '@/gen/hamgam/incentives/v1/award_service_pb'
import { BudgetService } from '@/gen/hamgam/incentives/v1/budget_service_pb'
import { RewardService } from '@/gen/hamgam/incentives/v1/reward_service_pb'
import { draw } from '@/test/render'
import { RewardsPage } from './RewardsPage'

const money = { currencyCode: 'EUR', minorUnits: 50_000n }

const show = (roles: Role[]) =>
  draw(<RewardsPage />, {
    roles,
    services: (router) => {
      router.service(BudgetService, {
        listBudgets: () => ({
          budgets: [{ name: 'organizations/o/budgets/b', title: { en: 'Team days' }, amount: money, remaining: money }],
        }),
        listExchangeRates: () => ({
          exchangeRates: [
            { name: 'organizations/o/exchangeRates/r', fromCurrencyCode: 'EUR', toCurrencyCode: 'USD', rate: '1.1' },
          ],
        }),
      })
      router.service(RewardService, {
        listRewards: () => ({
          rewards: [{ name: 'organizations/o/rewards/r', title: { en: 'A meal' }, price: money }],
        }),
      })
      router.service(AwardService, {
        listRedemptions: () => ({
          redemptions: [
            {
              name: 'organizations/o/redemptions/r',
              rewardTitle: { en: 'An outing' },
              state: RedemptionState.REQUESTED,
              cost: money,
            },
          ],
        }),
      })
    },
  })

/** What each tab shows, and the buttons that change something in it. */
async function walk(tabs: [name: string, shows: string][]) {
  const user = userEvent.setup()
  const found: Record<string, string[]> = {}
  for (const [name, shows] of tabs) {
    await user.click(screen.getByRole('tab', { name }))
    await screen.findByText(shows)
    found[name] = [...screen.queryAllByRole('button'), ...screen.queryAllByRole('textbox')].map(
      (control) => control.getAttribute('aria-label') ?? control.textContent ?? '',
    )
  }
  return found
}

it('lets sponsors read everything and change nothing', async () => {
  await show([Role.SPONSOR])
  expect(screen.getByRole('tab', { name: 'Budgets' }).getAttribute('aria-selected')).toBe('true')
  const found = await walk([
    ['Budgets', 'Team days'],
    ['What teams chose', 'An outing'],
    ['Catalogue', 'A meal'],
    ['Exchange rates', 'EUR → USD'],
  ])
  expect(Object.values(found).flat()).toEqual([])
})

it('gives HR what changes them', async () => {
  await show([Role.HR])
  const found = await walk([
    ['To approve', 'An outing'],
    ['Budgets', 'Team days'],
    ['Catalogue', 'A meal'],
    ['Exchange rates', 'EUR → USD'],
  ])
  expect(found['To approve']).toEqual(expect.arrayContaining(['Approve', 'Reject', 'Use it']))
  expect(found.Budgets).toEqual(['Add a budget', 'Edit'])
  expect(found.Catalogue).toEqual(['Add a reward', 'Edit', 'Take out'])
  expect(found['Exchange rates']).toContain('Add')
})
