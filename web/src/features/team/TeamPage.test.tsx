import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type TeamAdoption, TeamAdoptionSchema } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { TeamAdoptionService } from '@/gen/hamgam/adoption/v1/team_adoption_service_pb'
import { PositionService } from '@/gen/hamgam/identity/v1/position_service_pb'
import { TeamService } from '@/gen/hamgam/identity/v1/team_service_pb'
import { ApplicationService } from '@/gen/hamgam/telemetry/v1/application_service_pb'
import { ReportService } from '@/gen/hamgam/telemetry/v1/report_service_pb'
import { strokes } from '@/test/drawing'
import { draw } from '@/test/render'
import { TeamPage } from './TeamPage'

async function show(adoption: Exclude<MessageInitShape<typeof TeamAdoptionSchema>, TeamAdoption>) {
  const root = createRootRoute()
  const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in' })
  const page = createRoute({ getParentRoute: () => signedIn, path: '/teams/$team', component: TeamPage })
  const router = createRouter({
    routeTree: root.addChildren([signedIn.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: ['/teams/t'] }),
  })
  const view = await draw(<RouterProvider router={router} />, {
    services: (services) => {
      services.service(TeamAdoptionService, {
        getTeamAdoption: () => create(TeamAdoptionSchema, { status: { teamDisplayName: 'Berlin' }, ...adoption }),
      })
      services.service(ApplicationService, {
        listApplications: () => ({ applications: [{ name: 'organizations/o/applications/a', title: { en: 'CRM' } }] }),
      })
      services.service(ReportService, { getTeamUsage: () => ({}) })
      services.service(TeamService, { listTeams: () => ({}) })
      services.service(PositionService, { listPositions: () => ({}) })
    },
  })
  const table = await screen.findByRole('table', { hidden: true })
  const rows = within(table)
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent))
  return { ...view, rows: rows.slice(1) }
}

it('draws the use of a team, with holes for weeks of too few people and of holidays, and the flag in its week', async () => {
  const { container, rows } = await show({
    weeks: [
      { startDay: '2026-03-02', rate: 40, expectedRate: 50 },
      { startDay: '2026-03-09' },
      // The week of the Persian new year was not counted at all.
      { startDay: '2026-03-23', rate: 20, expectedRate: 55 },
      { startDay: '2026-03-30', rate: 25 },
    ],
    flags: [{ name: 'organizations/o/flags/f', raisedDay: '2026-03-25' }],
  })
  expect(rows).toEqual([
    ['Mar 2, 2026', '40%', '50%'],
    ['Mar 9, 2026', '–', '–'],
    ['Mar 16, 2026', '–', '–'],
    ['Mar 23, 2026 · Flag', '20%', '55%'],
    ['Mar 30, 2026', '25%', '–'],
  ])
  expect(strokes(container.querySelector('path.value')).map((stroke) => stroke.length)).toEqual([1, 2])
  expect(strokes(container.querySelector('path.expected')).map((stroke) => stroke.length)).toEqual([1, 1])
})
