import type { MessageInitShape } from '@bufbuild/protobuf'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type ChampionEffectSchema, EffectService, NoEffectReason } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { ProgrammeService } from '@/gen/hamgam/champions/v1/programme_service_pb'
import { draw } from '@/test/render'
import { EffectTab } from './EffectTab'

const show = (effect: MessageInitShape<typeof ChampionEffectSchema>) =>
  draw(<EffectTab />, {
    roles: [Role.CHAMPION],
    services: (router) => {
      router.service(ProgrammeService, {
        listProgrammes: () => ({ programmes: [{ name: 'organizations/o/programmes/p', title: { en: 'CRM' } }] }),
      })
      router.service(EffectService, { getChampionEffect: () => effect })
    },
  })

const measured = { effect: 4.6, teamsNow: 8, teamsLater: 9 }

it('does not call an effect proven whose interval takes in none at all', async () => {
  await show({ ...measured, effectLow: -1.9, effectHigh: 11.1, proven: false })
  expect(await screen.findByText('Not proven')).toBeTruthy()
  expect(screen.getByText(/the 95 % interval goes from -1.9 to \+11.1/)).toBeTruthy()
  expect(screen.queryByText('More than chance')).toBeNull()
})

it('says which way a proven effect goes', async () => {
  await show({ effect: -6.2, effectLow: -9, effectHigh: -3.4, proven: true, teamsNow: 8, teamsLater: 9 })
  expect((await screen.findAllByText(/6\.2 of 100 working days fewer/)).length).toBeGreaterThan(0)
})

it('says why there is no number', async () => {
  await show({ reason: NoEffectReason.TOO_FEW_TEAMS, teamsNow: 5, teamsLater: 4 })
  expect(await screen.findByText(/5 that started at once and 4 that started later/)).toBeTruthy()
})
