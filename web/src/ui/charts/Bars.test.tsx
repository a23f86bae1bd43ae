import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectRealNumbers, propertyOf } from '@/test/drawing'
import { draw } from '@/test/render'
import { Bars } from './Bars'
import { HabitLadder } from './HabitLadder'

const steps = [
  { id: 'none', name: 'Not used', share: 0.1 },
  { id: 'trying', name: 'Trying', share: 0.6 },
  { id: 'habit', name: 'By habit', share: 0.3 },
]
const items = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem')
const heights = () => items('Habit').map((rung) => propertyOf(rung.querySelector('.rungBar'), '--part'))

it('draws bars as long as their part, with the peers where they are, and says both', async () => {
  await draw(
    <Bars
      label="Depth"
      bars={[
        { id: 'a', name: 'Ever', part: 0.8, peer: 0.6, value: '80%', peerLabel: 'comparable teams: 60%' },
        { id: 'b', name: 'Daily', part: 0.2, value: '20%' },
      ]}
    />,
  )
  const [ever, daily] = items('Depth')
  expect(propertyOf(ever?.querySelector('.barFill'), '--part')).toBe(80)
  expect(propertyOf(ever?.querySelector('.barPeer'), '--peer')).toBe(60)
  expect(ever?.textContent).toBe('Ever80% (comparable teams: 60%)')
  expect(propertyOf(daily?.querySelector('.barFill'), '--part')).toBe(20)
  // Peers that are not known are not drawn at nought.
  expect(daily?.querySelector('.barPeer')).toBeNull()
})

it('climbs the ladder of habit in its order, the commonest step the highest', async () => {
  await draw(<HabitLadder label="Habit" steps={steps} />)
  expect(items('Habit').map((rung) => rung.textContent)).toEqual(['10%Not used', '60%Trying', '30%By habit'])
  const [none = 0, trying, habit] = heights()
  expect([trying, habit]).toEqual([1, 0.5])
  expect(none).toBeCloseTo(1 / 6)
})

it.each([
  ['no step', []],
  ['one step', steps.slice(0, 1)],
  ['steps on which nobody stands', steps.map((step) => ({ ...step, share: 0 }))],
  ['steps that are all alike', steps.map((step) => ({ ...step, share: 0.2 }))],
])('draws real heights for %s', async (_, given) => {
  const { container } = await draw(<HabitLadder label="Habit" steps={given} />)
  expectRealNumbers(container)
  expect(within(screen.getByRole('list', { name: 'Habit' })).queryAllByRole('listitem')).toHaveLength(given.length)
})
