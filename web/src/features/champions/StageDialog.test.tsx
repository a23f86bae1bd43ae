import { create } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { BadRequestSchema } from '@/gen/google/rpc/error_details_pb'
import { CoverageState } from '@/gen/hamgam/champions/v1/coverage_pb'
import { CoverageService } from '@/gen/hamgam/champions/v1/coverage_service_pb'
import { EffectService } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { TeamService } from '@/gen/hamgam/identity/v1/team_service_pb'
import { draw } from '@/test/render'
import { StageDialog } from './StageDialog'

const teams = ['North', 'South', 'West'].map((displayName) => ({
  name: `organizations/o/teams/${displayName}`,
  displayName,
}))

it('names the teams that cannot wait, and goes on without them', async () => {
  const asked: string[][] = []
  const page = (
    <main>
      <StageDialog programme="organizations/o/programmes/p" onClose={() => {}} />
    </main>
  )
  await draw(page, {
    services: (router) => {
      router.service(TeamService, { listTeams: () => ({ teams }) })
      router.service(CoverageService, {
        listTeamCoverage: () => ({
          teams: teams.map(({ name, displayName }, index) => ({
            team: name,
            teamDisplayName: displayName,
            state: index < 3 ? CoverageState.NONE : CoverageState.COVERED,
          })),
        }),
      })
      router.service(EffectService, {
        createStagedStart: ({ teams: chosen }) => {
          asked.push(chosen)
          const place = chosen.indexOf('organizations/o/teams/South')
          if (place < 0) return { startDay: '2026-05-01', laterDay: '2026-06-05', teamsNow: chosen }
          const value = create(BadRequestSchema, { fieldViolations: [{ field: `teams[${place}]`, description: 'no' }] })
          throw new ConnectError('no', Code.InvalidArgument, undefined, [{ desc: BadRequestSchema, value }])
        },
      })
    },
  })
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Choose all 3' }))
  await user.click(screen.getByRole('button', { name: 'Throw the coin' }))
  expect(await screen.findByText(/South.*: flagged, in another staged start/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go on without them' }))
  await user.click(screen.getByRole('button', { name: 'Throw the coin' }))
  expect(await screen.findByText('The coin has spoken')).toBeTruthy()
  expect(asked.at(-1)).toEqual(['organizations/o/teams/North', 'organizations/o/teams/West'])
})
