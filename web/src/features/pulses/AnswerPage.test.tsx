import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PulseQuestionKind } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { PulseService } from '@/gen/hamgam/feedback/v1/pulse_service_pb'
import { draw } from '@/test/render'
import { AnswerPage } from './AnswerPage'

it('is answered by the keyboard alone, and thanks where the keyboard is', async () => {
  const root = createRootRoute()
  const answer = createRoute({
    getParentRoute: () => root,
    path: '/pulses/$pulse/rounds/$round',
    component: AnswerPage,
  })
  const router = createRouter({
    routeTree: root.addChildren([answer]),
    history: createMemoryHistory({ initialEntries: ['/pulses/p/rounds/r'] }),
  })
  let answered: number[] = []
  await draw(<RouterProvider router={router} />, {
    services: (services) =>
      services.service(PulseService, {
        listMyPulses: () => ({
          pulses:
            answered.length > 0
              ? []
              : [
                  {
                    name: 'organizations/o/pulses/p/rounds/r',
                    title: { en: 'How it goes' },
                    closeDay: '2026-12-01',
                    questions: [
                      { id: 'q', kind: PulseQuestionKind.ABILITY, text: { en: 'I can do it' }, required: true },
                    ],
                  },
                ],
        }),
        answerPulse: ({ answers }) => {
          answered = answers.map(({ answer }) => (answer.case === 'score' ? answer.value : 0))
          return {}
        },
      }),
  })
  await screen.findByRole('radiogroup', { name: 'I can do it' })
  const user = userEvent.setup()
  await user.tab()
  await user.keyboard(' {ArrowRight}{ArrowRight}')
  await user.tab()
  expect(document.activeElement?.textContent).toBe('Send')
  await user.keyboard('{Enter}')
  const thanks = await screen.findByText('Thank you')
  expect(answered).toEqual([3])
  expect(document.activeElement?.contains(thanks)).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
})
