import { create } from '@bufbuild/protobuf'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { type Answer, AskedQuestionSchema, QuestionKind } from '@/gen/hamgam/training/v1/quiz_pb'
import { draw } from '@/test/render'
import { QuestionField } from './QuestionField'

const option = (key: string, en: string) => ({ key, text: { en } })

function asked(kind: QuestionKind) {
  return create(AskedQuestionSchema, {
    id: 'q',
    kind,
    prompt: { en: 'What?' },
    options: [option('a', 'First'), option('b', 'Second'), option('c', 'Third')],
  })
}

it('sends the whole order when an item is moved by keyboard', async () => {
  const onChange = vi.fn((_: Answer) => undefined)
  await draw(
    <QuestionField number={1} question={asked(QuestionKind.ORDERING)} answer={undefined} onChange={onChange} />,
  )
  await userEvent.tab()
  screen.getByRole('button', { name: 'Move down: First' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(onChange.mock.calls[0]?.[0].value).toMatchObject({ case: 'keys', value: { keys: ['b', 'a', 'c'] } })
})

it('ticks any number of choices', async () => {
  const onChange = vi.fn((_: Answer) => undefined)
  await draw(
    <QuestionField number={1} question={asked(QuestionKind.MULTIPLE_CHOICE)} answer={undefined} onChange={onChange} />,
  )
  await userEvent.click(screen.getByRole('checkbox', { name: 'Third' }))
  expect(onChange.mock.calls[0]?.[0].value).toMatchObject({ case: 'keys', value: { keys: ['c'] } })
})

it('keeps true and false apart from not answered', async () => {
  const onChange = vi.fn((_: Answer) => undefined)
  await draw(
    <QuestionField number={1} question={asked(QuestionKind.TRUE_FALSE)} answer={undefined} onChange={onChange} />,
  )
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: 'False' }))
  expect(onChange.mock.calls[0]?.[0].value).toEqual({ case: 'truth', value: false })
})
