import { create } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { BadRequestSchema } from '@/gen/google/rpc/error_details_pb'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { FlagSchema, FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import { type ConfirmFlagRequest, FlagService, type RejectFlagRequest } from '@/gen/hamgam/adoption/v1/flag_service_pb'
import { PlaybookService } from '@/gen/hamgam/adoption/v1/playbook_service_pb'
import { draw } from '@/test/render'
import { Answers, ChooseCause } from './Answers'

const flag = create(FlagSchema, {
  name: 'organizations/o/flags/f',
  teamDisplayName: 'Berlin',
  state: FlagState.FLAGGED,
  proposedBarrier: Barrier.KNOWLEDGE,
  etag: 'e1',
})

it('confirms with the proposed barrier unless another one is chosen', async () => {
  const confirmFlag = vi.fn((_: ConfirmFlagRequest) => flag)
  await draw(<Answers flag={flag} />, {
    services: (router) => {
      router.service(FlagService, { confirmFlag })
      router.service(PlaybookService, { listPlaybooks: () => ({ playbooks: [] }) })
    },
  })
  await userEvent.click(screen.getByRole('button', { name: /It is right/ }))
  expect(await screen.findByRole('radio', { name: /Knowledge/, checked: true })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Confirm and start the help' }))
  await waitFor(() => expect(confirmFlag).toHaveBeenCalled())
  expect(confirmFlag.mock.calls[0]?.[0]).toMatchObject({ name: flag.name, barrier: Barrier.KNOWLEDGE, etag: 'e1' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('shows the broken rule at its field and stays open', async () => {
  const rejectFlag = vi.fn((_: RejectFlagRequest) => {
    throw new ConnectError('bad', Code.InvalidArgument, undefined, [
      {
        desc: BadRequestSchema,
        value: create(BadRequestSchema, { fieldViolations: [{ field: 'reason', description: 'say why' }] }),
      },
    ])
  })
  await draw(<Answers flag={flag} />, { services: (router) => router.service(FlagService, { rejectFlag }) })
  await userEvent.click(screen.getByRole('button', { name: /This is wrong/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Clear the flag' }))
  expect(await screen.findByText('say why')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: /Because/ }).getAttribute('aria-invalid')).toBe('true')
})

it('says what points to a cause that nobody knew, and lets it be chosen', async () => {
  const confirmFlag = vi.fn((_: ConfirmFlagRequest) => flag)
  const unclear = create(FlagSchema, { ...flag, barrier: Barrier.UNCLEAR, proposedBarrier: Barrier.WILLINGNESS })
  await draw(<ChooseCause flag={unclear} />, {
    services: (router) => {
      router.service(FlagService, { confirmFlag })
      router.service(PlaybookService, { listPlaybooks: () => ({ playbooks: [] }) })
    },
  })
  expect(screen.getByText(/points to: Willingness/i)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Choose the cause' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Confirm and start the help' }))
  await waitFor(() => expect(confirmFlag.mock.calls[0]?.[0].barrier).toBe(Barrier.WILLINGNESS))
})
