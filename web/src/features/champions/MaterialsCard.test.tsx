import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { MaterialService } from '@/gen/hamgam/champions/v1/material_service_pb'
import { draw } from '@/test/render'
import { MaterialsCard } from './MaterialsCard'

const material = (name: string, barriers: Barrier[] = []) => ({
  name: `organizations/o/materials/${name}`,
  title: { en: name },
  message: { en: `About ${name}.` },
  barriers,
})

it('begins with what helps the flagged teams, and keeps the rest a press away', async () => {
  await draw(<MaterialsCard barriers={[Barrier.ABILITY]} />, {
    services: (router) =>
      router.service(MaterialService, {
        listMaterials: () => ({
          materials: [
            material('One', [Barrier.TOOL]),
            material('Two'),
            material('Three'),
            material('Four', [Barrier.ABILITY]),
          ],
        }),
      }),
  })
  await screen.findByText('Four')
  const titles = () => screen.getAllByRole('listitem').map((item) => item.querySelector('strong')?.textContent)
  expect(titles()).toEqual(['Four', 'One', 'Two'])
  await userEvent.click(screen.getByRole('button', { name: 'Show all 4' }))
  expect(titles()).toEqual(['Four', 'One', 'Two', 'Three'])
})
