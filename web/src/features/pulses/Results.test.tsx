import { create } from '@bufbuild/protobuf'
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PulseQuestionKind, PulseSchema } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { PulseService } from '@/gen/hamgam/feedback/v1/pulse_service_pb'
import { draw } from '@/test/render'
import { Results } from './Results'

const pulse = create(PulseSchema, { name: 'organizations/o/pulses/p' })

/** The results of one question, as the service tells them. */
async function show(result: { mean?: number; groups: { from: number; to: number; people: number }[] }) {
  const question = { id: 'q1', kind: PulseQuestionKind.ABILITY, text: { en: 'I can do it' } }
  await draw(<Results pulse={pulse} />, {
    services: (services) =>
      services.service(PulseService, {
        getPulseResults: () => ({ asked: 40, answered: 28, questions: [{ question, people: 28, ...result }] }),
      }),
  })
}

it('draws a bar for each group of scores, the best on top, and says why some are together', async () => {
  await show({
    mean: 3.6,
    groups: [
      { from: 1, to: 3, people: 11 },
      { from: 4, to: 5, people: 17 },
    ],
  })
  const bars = within(await screen.findByRole('list', { name: 'I can do it' })).getAllByRole('listitem')
  expect(bars.map((bar) => bar.textContent)).toEqual(['4 to 517', '1 to 311'])
  expect(screen.getByText(/counted together/)).toBeTruthy()
})

it('names single scores by themselves, those that nobody gave too', async () => {
  await show({
    mean: 3,
    groups: [1, 2, 3, 4, 5].map((score) => ({ from: score, to: score, people: score === 2 ? 0 : 7 })),
  })
  const bars = within(await screen.findByRole('list', { name: 'I can do it' })).getAllByRole('listitem')
  expect(bars.map((bar) => bar.textContent)).toEqual(['57', '47', '37', '20', '17'])
  expect(screen.queryByText(/counted together/)).toBeNull()
})

it('says why nothing but the number is shown', async () => {
  await show({ groups: [] })
  expect(await screen.findByText(/would tell what fewer than five/)).toBeTruthy()
  expect(screen.queryByText('Mean of 1 to 5')).toBeNull()
  expect(screen.getAllByText('28').length).toBeGreaterThan(0)
})
