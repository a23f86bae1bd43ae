import type { MessageInitShape } from '@bufbuild/protobuf'
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { FigureState, HabitStep, type TeamWeekSchema } from '@/gen/hamgam/telemetry/v1/report_pb'
import { ReportService } from '@/gen/hamgam/telemetry/v1/report_service_pb'
import { expectRealNumbers, propertyOf } from '@/test/drawing'
import { draw } from '@/test/render'
import { UsageDepth } from './UsageDepth'

type Week = MessageInitShape<typeof TeamWeekSchema>

const show = (weeks: Week[], language = Language.EN) =>
  draw(<UsageDepth team="organizations/o/teams/t" application="organizations/o/applications/a" />, {
    language,
    services: (router) => router.service(ReportService, { getTeamUsage: () => ({ weeks }) }),
  })

const published: Week = {
  endDay: '2026-03-22',
  state: FigureState.PUBLISHED,
  habit: [
    { step: HabitStep.NONE, share: 0.2 },
    { step: HabitStep.HABITUAL, share: 0.8 },
  ],
  everUsed: { value: 0.75, peers: 0.9 },
  // Fewer than five teams to compare with.
  frequency: { value: 2.5 },
  // Fewer than twenty records.
  dataErrors: {},
}
const suppressed: Week = { endDay: '2026-03-29', state: FigureState.SUPPRESSED }

const bars = async (name: string) => within(await screen.findByRole('list', { name })).getAllByRole('listitem')

it('draws what is known beside the peers, and nothing for what is not', async () => {
  const { container } = await show([published])
  const [ever, days, ...more] = await bars('How deep the use goes')
  expect(more).toEqual([])
  expect(ever?.textContent).toBe('Used it at least once75% (comparable teams: 90%)')
  expect(propertyOf(ever?.querySelector('.barFill'), '--part')).toBe(75)
  expect(propertyOf(ever?.querySelector('.barPeer'), '--peer')).toBe(90)
  expect(days?.textContent).toBe('Days a week2.5')
  expect(days?.querySelector('.barPeer')).toBeNull()
  expectRealNumbers(container)
})

it('shows the newest week that is published, and says which', async () => {
  await show([{ ...published, everUsed: { value: 0.1 } }, published, suppressed])
  expect((await bars('Habit')).map((rung) => rung.textContent)).toEqual(['20%Not used', '80%By habit'])
  expect(screen.getByText(/up to Mar 22, 2026/)).toBeTruthy()
  expect((await bars('How deep the use goes'))[0]?.textContent).toContain('75%')
})

it('says why there are no figures of fewer than five people, and draws none', async () => {
  await show([suppressed])
  expect(await screen.findByText(/Too few people/)).toBeTruthy()
  expect(screen.queryByRole('list')).toBeNull()
  expect(screen.queryByText(/%/)).toBeNull()
})

it('writes in Persian with Persian digits and days', async () => {
  await show([published], Language.FA)
  expect((await bars('عادت'))[1]?.textContent).toContain('۸۰٪')
  expect(screen.getByText(/۲ فروردین ۱۴۰۵/)).toBeTruthy()
})

it('draws real lengths when everything is nought', async () => {
  const { container } = await show([
    { ...published, everUsed: { value: 0, peers: 0 }, frequency: { value: 0, peers: 0 } },
  ])
  await bars('How deep the use goes')
  expectRealNumbers(container)
})
