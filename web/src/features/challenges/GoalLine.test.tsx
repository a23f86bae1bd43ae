import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ChallengeSchema } from '@/gen/hamgam/incentives/v1/challenge_pb'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, propertyOf } from '@/test/drawing'
import { draw } from '@/test/render'
import { GoalLine } from './GoalLine'

const show = (progress: MessageInitShape<typeof ChallengeSchema>['progress'], language = Language.EN) =>
  draw(<GoalLine challenge={create(ChallengeSchema, { targetPercent: 20, progress })} />, { language })

/** Where the own baseline, the goal and the filled part are, from the beginning of the line. */
function places(container: Element) {
  const [base, goal] = container.querySelectorAll('.mark')
  const fill = container.querySelector('.fill')
  const from = propertyOf(fill, '--from')
  return {
    base: propertyOf(base, '--at'),
    goal: propertyOf(goal, '--at'),
    from,
    to: from + propertyOf(fill, '--length'),
    below: fill?.hasAttribute('data-below'),
  }
}

it('fills from the own baseline half of the way to the goal', async () => {
  const { container } = await show({ improvementPercent: 10 })
  const { base, goal, from, to, below } = places(container)
  expect(from).toBeCloseTo(base)
  expect(to).toBeCloseTo((base + goal) / 2)
  expect(below).toBe(false)
  expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/Now: \+10% .*Goal: \+20%/)
})

it('keeps what is far beyond the goal on the line', async () => {
  const { container } = await show({ improvementPercent: 90 })
  const { goal, to } = places(container)
  expect(to).toBeGreaterThan(goal)
  expect(to).toBeLessThanOrEqual(100)
})

it('draws what fell below the baseline on its other side', async () => {
  const { container } = await show({ improvementPercent: -8 })
  const { base, from, to, below } = places(container)
  expect(from).toBeGreaterThanOrEqual(0)
  expect(from).toBeLessThan(base)
  expect(to).toBeCloseTo(base)
  expect(below).toBe(true)
})

it('fills nothing before the first week is measured, and says so', async () => {
  const { container } = await show(undefined)
  expect(container.querySelector('.fill')).toBeNull()
  expect(screen.getByText(/The first week is measured/)).toBeTruthy()
  expectRealNumbers(container)
})

it('says it in the digits of the person', async () => {
  await show({ improvementPercent: 10 }, Language.FA)
  const said = screen.getByRole('img').getAttribute('aria-label')
  expect(said).toMatch(/۱۰٪.*۲۰٪/)
  expect(said).not.toMatch(/\d/)
})
