import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { draw } from '@/test/render'
import { Button } from './Button'
import { Form } from './Field'

/** A list like that of a ranking: options become rows, and rows can go again. */
function Ranking() {
  const [ranked, setRanked] = useState<string[]>([])
  return (
    <Form>
      {ranked.map((name) => (
        <Button key={name} onPress={() => setRanked(ranked.filter((other) => other !== name))}>
          Remove {name}
        </Button>
      ))}
      {['A', 'B', 'C']
        .filter((name) => !ranked.includes(name))
        .map((name) => (
          <Button key={name} onPress={() => setRanked([...ranked, name])}>
            {name}
          </Button>
        ))}
      <Button isDisabled={ranked.length === 3}>Not for three</Button>
    </Form>
  )
}

const focused = () => document.activeElement?.textContent
beforeEach(() => draw(<Ranking />))

it('goes to what came after the option that was taken, and back when there is nothing after it', async () => {
  const user = userEvent.setup()
  await user.tab()
  expect(focused()).toBe('A')
  await user.keyboard('{Enter}')
  await expect.poll(focused).toBe('B')
  await user.keyboard('{Enter}')
  await expect.poll(focused).toBe('C')
  await user.keyboard('{Enter}')
  // All that came after is gone or disabled.
  await expect.poll(focused).toBe('Remove B')
  expect(screen.queryByRole('button', { name: 'C' })).toBeNull()
})

it('leaves alone who went elsewhere', async () => {
  const user = userEvent.setup()
  await user.tab()
  await user.click(document.body)
  expect(document.activeElement).toBe(document.body)
  screen.getByRole('button', { name: 'B' }).click()
  await screen.findByRole('button', { name: 'Remove B' })
  expect(document.activeElement).toBe(document.body)
})
