import { create } from '@bufbuild/protobuf'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { MeSchema } from '@/gen/hamgam/identity/v1/me_pb'
import { ApplicationService } from '@/gen/hamgam/telemetry/v1/application_service_pb'
import { FigureState } from '@/gen/hamgam/telemetry/v1/report_pb'
import { ReportService } from '@/gen/hamgam/telemetry/v1/report_service_pb'
import { MeContext, signedOf } from '@/session/me'
import { strokes } from '@/test/drawing'
import { draw } from '@/test/render'
import { ActivityCard } from './AdoptionCards'
import { OwnTeamCard } from './OwnTeamCard'

const listApplications = () => ({ applications: [{ name: 'organizations/o/applications/a', title: { en: 'CRM' } }] })
const line = async (name: RegExp) => strokes((await screen.findByRole('img', { name })).querySelector('path'))

it('draws no line across days on which too few people were expected', async () => {
  await draw(<ActivityCard />, {
    services: (router) => {
      router.service(ApplicationService, { listApplications })
      router.service(ReportService, {
        getActivity: () => ({
          endDay: '2026-03-24',
          active28Days: 40n,
          days: [
            { day: '2026-03-18', active: 12n },
            { day: '2026-03-19', active: 9n },
            { day: '2026-03-23', active: 14n },
            { day: '2026-03-24', active: 0n },
          ],
        }),
      })
    },
  })
  const [before = [], after = [], ...more] = await line(/up to Mar 24, 2026/)
  expect(more).toEqual([])
  expect([before.length, after.length]).toEqual([2, 2])
  // The three days in between keep their room: four steps lie where else one would.
  const step = (before[1]?.x ?? 0) - (before[0]?.x ?? 0)
  expect((after[0]?.x ?? 0) - (before[1]?.x ?? 0)).toBeCloseTo(4 * step, 0)
  expect(screen.getByText('40')).toBeTruthy()
  // Fewer than five people are expected in a week: no figure, which is not none at all.
  expect(screen.getByText('–')).toBeTruthy()
})

it('leaves weeks of the own team open of which nothing is published', async () => {
  const me = create(MeSchema, {
    person: { name: 'organizations/o/people/p' },
    organization: { name: 'organizations/o' },
    teams: [{ name: 'organizations/o/teams/t', displayName: 'Berlin' }],
  })
  const week = (rate: number) => ({
    state: FigureState.PUBLISHED,
    activeRate: { value: rate },
    weekActiveRate: { value: rate },
  })
  await draw(
    <MeContext value={signedOf(me)}>
      <OwnTeamCard />
    </MeContext>,
    {
      services: (router) => {
        router.service(ApplicationService, { listApplications })
        router.service(ReportService, {
          getTeamUsage: () => ({ weeks: [week(0.4), week(0.5), { state: FigureState.SUPPRESSED }, week(0.6)] }),
        })
      },
    },
  )
  expect((await line(/Week by week/)).map((stroke) => stroke.length)).toEqual([2, 1])
  expect(screen.getByText('60%')).toBeTruthy()
})
