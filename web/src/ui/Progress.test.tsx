import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { expectRealNumbers, numberOf, propertyOf } from '@/test/drawing'
import { draw } from '@/test/render'
import { Progress, ProgressRing, Stepper } from './Progress'

const filled = () => propertyOf(screen.getByRole('progressbar').querySelector('.fill'), '--part')

it('fills as much as is done, and says it in the digits of the person', async () => {
  await draw(<Progress label="Done" value={3} max={12} />, { language: Language.FA })
  expect(filled()).toBe(25)
  expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('۲۵٪')
})

it('says nothing of how far it is when that is not known', async () => {
  const { container } = await draw(<Progress label="Done" value={0} max={0} />)
  expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false)
  expectRealNumbers(container)
})

it('does not fill beyond the end', async () => {
  await draw(<Progress label="Done" value={15} max={12} />)
  expect(filled()).toBe(100)
})

it.each([
  [0, 0],
  [0.25, 0.25],
  [1, 1],
  [1.2, 1],
])('closes the ring by the part that is done (%s)', async (part, closed) => {
  const { container } = await draw(<ProgressRing label="Progress" part={part} />)
  const ring = container.querySelector('.ringFill')
  const round = numberOf(ring, 'stroke-dasharray')
  expect(1 - numberOf(ring, 'stroke-dashoffset') / round).toBeCloseTo(closed)
  expect(round).toBeCloseTo(2 * Math.PI * numberOf(ring, 'r'))
  expectRealNumbers(container)
})

it('says the part that the ring shows', async () => {
  await draw(<ProgressRing label="پیشرفت" part={0.4} />, { language: Language.FA })
  expect(screen.getByRole('img', { name: 'پیشرفت: ۴۰٪' }).textContent).toBe('۴۰٪')
})

it('says at which step one is', async () => {
  await draw(<Stepper label="Steps" steps={['File', 'Check', 'Apply']} current={1} />)
  expect(
    screen.getAllByRole('listitem').map((step) => [step.dataset.state, step.getAttribute('aria-current')]),
  ).toEqual([
    ['done', null],
    ['now', 'step'],
    ['next', null],
  ])
})
