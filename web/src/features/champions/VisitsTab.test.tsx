import type { MessageInitShape } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { type ListVisitsResponseSchema, VisitService, VisitState } from '@/gen/hamgam/champions/v1/visit_pb'
import { TeamService } from '@/gen/hamgam/identity/v1/team_service_pb'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { draw } from '@/test/render'
import { VisitsTab } from './VisitsTab'

const visit = (id: string, dueDay: string, asked: number, state = VisitState.OPEN) => ({
  name: `organizations/o/visits/${id}`,
  team: `organizations/o/teams/${id}`,
  teamDisplayName: id,
  reason: { en: 'Use declined.', fa: 'استفاده کم شد.' },
  dueDay,
  asked,
  state,
})
const late = visit('North', '2020-01-02', 0)
const soon = visit('South', '2999-01-02', 2)
const made = visit('West', '2020-01-02', 1, VisitState.MADE)
const counts = { openCount: 2, overdueCount: 1, madeCount: 1 }

interface Asked {
  state: VisitState
  overdue: boolean
  team: string
}

const show = async (
  answer: (asked: Asked) => MessageInitShape<typeof ListVisitsResponseSchema>,
  language?: Language,
) => {
  const asked: Asked[] = []
  await draw(<VisitsTab />, {
    language,
    services: (router) => {
      router.service(TeamService, {
        listTeams: () => ({ teams: [{ name: 'organizations/o/teams/North', displayName: 'North' }] }),
      })
      router.service(VisitService, {
        listVisits: ({ state, overdue, team }) => {
          asked.push({ state, overdue, team })
          return answer({ state, overdue, team })
        },
      })
    },
  })
  return asked
}

it('shows what is asked for, what is late, and where there was nobody to ask', async () => {
  await show(() => ({ visits: [late, soon, made], ...counts }))
  const grid = await screen.findByRole('grid', { name: 'Visits' })
  const row = (team: string) => within(within(grid).getByRole('row', { name: new RegExp(team) }))
  expect(row('North').getByText('Overdue')).toBeTruthy()
  expect(row('North').getByText('Nobody: it has no champion')).toBeTruthy()
  expect(row('South').getByText('Not made yet')).toBeTruthy()
  expect(row('South').getByText('2 champions')).toBeTruthy()
  expect(row('West').getByText(/^Made/)).toBeTruthy()
  expect(screen.getByText('of 2 that are not made yet')).toBeTruthy()
})

it('asks the server for late ones only, and for one team', async () => {
  const asked = await show(({ overdue }) => ({ visits: overdue ? [late] : [late, soon, made], ...counts }))
  const user = userEvent.setup()
  await screen.findByRole('row', { name: /South/ })
  await user.click(screen.getByRole('radio', { name: 'Overdue' }))
  await expect.poll(() => screen.queryByRole('row', { name: /South/ })).toBeNull()
  expect(asked.at(-1)).toEqual({ state: VisitState.UNSPECIFIED, overdue: true, team: '' })
  await user.click(screen.getByRole('combobox', { name: /Team/ }))
  await user.click(await screen.findByRole('option', { name: /North/ }))
  await expect.poll(() => asked.at(-1)?.team).toBe('organizations/o/teams/North')
})

it('says in Persian that no visit was asked for yet', async () => {
  await show(() => ({}), Language.FA)
  expect(await screen.findByText('هنوز دیداری خواسته نشده است')).toBeTruthy()
})

it('offers to try again when the visits do not come', async () => {
  await show(() => {
    throw new ConnectError('no', Code.Unavailable)
  })
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})
