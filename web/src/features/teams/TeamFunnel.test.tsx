import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { FlagState, SizeBand } from '@/gen/hamgam/adoption/v1/flag_pb'
import { NotJudgedReason, type TeamStatus, TeamStatusSchema } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { TeamSchema } from '@/gen/hamgam/identity/v1/team_pb'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, pointOf } from '@/test/drawing'
import { draw } from '@/test/render'
import { TeamFunnel } from './TeamFunnel'

type Given = Exclude<MessageInitShape<typeof TeamStatusSchema>, TeamStatus>

const status = (name: string, more: Given) =>
  create(TeamStatusSchema, {
    team: `organizations/o/teams/${name}`,
    teamDisplayName: name,
    sizeBand: SizeBand.SIZE_BAND_10_TO_19,
    state: FlagState.CLEARED,
    index: 100,
    chanceLow: 75,
    chanceHigh: 125,
    ...more,
  })
const tooSmall = status('Sari', {
  sizeBand: SizeBand.SIZE_BAND_UNSPECIFIED,
  state: FlagState.UNSPECIFIED,
  index: undefined,
  chanceLow: undefined,
  chanceHigh: undefined,
  notJudgedReason: NotJudgedReason.TEAM_TOO_SMALL,
})
const team = (name: string, memberCount: number) =>
  create(TeamSchema, { name: `organizations/o/teams/${name}`, displayName: name, memberCount })

async function show(
  statuses: TeamStatus[],
  teams = [team('Berlin', 12), team('Tehran', 18), team('Sari', 3)],
  language = Language.EN,
) {
  const root = createRootRoute()
  const router = createRouter({
    routeTree: root.addChildren([
      createRoute({
        getParentRoute: () => root,
        path: '/',
        component: () => <TeamFunnel statuses={statuses} limits={[]} teams={teams} />,
      }),
      createRoute({ getParentRoute: () => root, path: '/teams/$team', component: () => 'The page of a team' }),
    ]),
    history: createMemoryHistory(),
  })
  const view = await draw(<RouterProvider router={router} />, { language })
  await screen.findByRole('table', { hidden: true })
  return view
}

const rows = () =>
  within(screen.getByRole('table', { hidden: true }))
    .getAllByRole('row', { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))
const link = (name: string) => screen.getByRole('link', { name: new RegExp(name) })
const outline = (part: Element | null | undefined) => part?.querySelector('.dot')?.getAttribute('d')

it('neither draws nor names a team of fewer than five, and does not take it for one without use', async () => {
  const { container } = await show([status('Berlin', {}), tooSmall])
  expect(screen.getAllByRole('link')).toHaveLength(1)
  expect(container.textContent).not.toContain('Sari')
  expect(rows().map(([name]) => name)).toEqual(['Berlin'])
})

it('says in words what stands where: size, index, chance and state', async () => {
  await show([status('Berlin', { state: FlagState.FLAGGED, index: 60 }), status('Tehran', {})])
  expect(rows()).toEqual([
    ['Tehran', '10 to 19 people', '100', '75 to 125', 'In step'],
    ['Berlin', '10 to 19 people', '60', '75 to 125', 'Flagged'],
  ])
  expect(link('Berlin').getAttribute('aria-label')).toBe('Berlin, Adoption index 60, Flagged')
})

it('says it in Persian with Persian digits', async () => {
  await show([status('تهران', { index: 65 })], [], Language.FA)
  expect(rows()).toEqual([['تهران', '۱۰ تا ۱۹ نفر', '۶۵', '۷۵ تا ۱۲۵', 'همگام']])
})

it('gives every state a shape of its own, the same in the legend', async () => {
  const states = [FlagState.CLEARED, FlagState.WATCH, FlagState.FLAGGED, FlagState.SNOOZED]
  await show(states.map((state) => status(`Team ${state}`, { state })))
  const words = ['In step', 'Watch', 'Flagged', 'Put off']
  const drawn = states.map((state) => outline(link(`Team ${state}`)))
  expect(new Set(drawn).size).toBe(4)
  expect(words.map((word) => outline(screen.getByText(word, { selector: '.key' })))).toEqual(drawn)
})

it('keeps a team within the band that its figure is about', async () => {
  const seven = status('Seven', { sizeBand: SizeBand.SIZE_BAND_5_TO_9 })
  const grown = status('Grown', { sizeBand: SizeBand.SIZE_BAND_5_TO_9 })
  const many = status('Many', { sizeBand: SizeBand.SIZE_BAND_100_OR_MORE })
  const { container } = await show([seven, grown, many], [team('Seven', 7), team('Grown', 60), team('Many', 140)])
  const place = (name: string) => pointOf(link(name).querySelector('[transform]')?.getAttribute('transform') ?? '').x
  const nine = Number(screen.getByText('10', { selector: '.axis text' }).getAttribute('x'))
  expect(place('Seven')).toBeLessThan(place('Grown'))
  expect(place('Grown')).toBeLessThan(nine)
  expect(place('Many')).toBeGreaterThan(nine)
  expectRealNumbers(container)
})

it('leads to the team that one chooses', async () => {
  await show([status('Berlin', {})])
  await userEvent.click(link('Berlin'))
  expect(await screen.findByText('The page of a team')).toBeTruthy()
})
