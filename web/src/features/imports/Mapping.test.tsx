import { create } from '@bufbuild/protobuf'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ImportSchema, ImportState } from '@/gen/hamgam/imports/v1/imports_pb'
import { ApplicationService } from '@/gen/hamgam/telemetry/v1/application_service_pb'
import { draw } from '@/test/render'
import { Mapping } from './Mapping'

const file = create(ImportSchema, {
  name: 'organizations/o/imports/i',
  state: ImportState.READY,
  columns: ['Who', 'When', 'What', 'Extra'],
  sample: [{ values: ['p1', '2026-05-01T08:00:00Z', 'contacts', 'x'] }],
  mapping: { columns: { external_id: 'Who', time: 'When', feature: 'What' } },
})
const crm = { name: 'organizations/o/applications/crm', title: { en: 'CRM' } }
const desk = { name: 'organizations/o/applications/desk', title: { en: 'Service desk' } }

it('checks with the guessed columns, and with the only application there is', async () => {
  const onCheck = vi.fn()
  await draw(
    <main>
      <Mapping kind="usage" current={file} error={null} onCheck={onCheck} />
    </main>,
    {
      services: (router) => router.service(ApplicationService, { listApplications: () => ({ applications: [crm] }) }),
    },
  )
  const check = screen.getByRole('button', { name: 'See what would change' })
  await waitFor(() => expect(check.hasAttribute('disabled')).toBe(false))
  await userEvent.click(check)
  expect(onCheck).toHaveBeenCalledWith({
    columns: { external_id: 'Who', time: 'When', feature: 'What' },
    constants: { application: crm.name },
  })
  expect(screen.getByText('Columns that are not used:').textContent).toContain('Extra')
})

it('does not check before what is needed is there, and says what that is', async () => {
  await draw(
    <main>
      <Mapping kind="usage" current={file} error={null} onCheck={() => {}} />
    </main>,
    {
      services: (router) =>
        router.service(ApplicationService, { listApplications: () => ({ applications: [crm, desk] }) }),
    },
  )
  expect(screen.getByRole('button', { name: 'See what would change' }).hasAttribute('disabled')).toBe(true)
  expect(screen.getByText(/Still needed:/).textContent).toContain('Application')
})
