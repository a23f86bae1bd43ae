import { expect, test } from '@playwright/test'
import { comeInAs, go, meanwhileAs, pick, read } from './people'

const SNOOZED = 'الدعم الفني'
const WRONG = 'مبيعات الدمام'

test('a flag is put off with a reason, and stands where it can be found again', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/flags')
  await page.getByRole('link', { name: new RegExp(SNOOZED) }).click()
  const main = page.locator('main')
  await page.getByRole('button', { name: 'Put it off' }).click()
  const dialog = page.getByRole('dialog', { name: 'Put it off' })
  await dialog.getByRole('button', { name: 'Put off' }).click()
  await expect(dialog.getByRole('textbox', { name: 'The reason' })).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('button', { name: /^Calendar/ }).click()
  await page.getByRole('button', { name: 'Next month' }).click()
  await page.getByRole('button', { name: /June 15, 2026/ }).click()
  await dialog.getByRole('textbox', { name: 'The reason' }).fill('They are moving to another office.')
  await dialog.getByRole('button', { name: 'Put off' }).click()
  await expect(main).toContainText('Put off until Jun 15, 2026')
  await expect(main).toContainText('They are moving to another office.')

  await page.goto('/flags')
  await expect(main.getByRole('link', { name: new RegExp(SNOOZED) })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Put off' }).click()
  await expect(main.getByRole('link', { name: new RegExp(SNOOZED) })).toBeVisible()
})

test('a wrong flag is cleared because of something, and the team is left in peace', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/flags')
  await page.getByRole('link', { name: new RegExp(WRONG) }).click()
  const main = page.locator('main')
  await page.getByRole('button', { name: 'This is wrong, because…' }).click()
  await page.getByRole('textbox', { name: 'Because…' }).fill('They sold by telephone while the line was down.')
  await page.getByRole('button', { name: 'Clear the flag' }).click()
  await expect(main).toContainText('They sold by telephone while the line was down.')
  await expect(page.getByRole('button', { name: /It is right/ })).toHaveCount(0)
  await page.goto('/flags')
  await expect(main.getByRole('link', { name: new RegExp(WRONG) })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Cleared' }).click()
  await expect(main.getByRole('link', { name: new RegExp(WRONG) })).toBeVisible()
})

test('the playbook says what HR wrote, in the words of the house, wherever a barrier is chosen', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/set-up/playbooks')
  await page.getByRole('button', { name: /Edit.*Awareness/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /What you call this barrier/ }).fill('Nobody told them')
  await dialog.getByRole('button', { name: 'Add a task' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('textbox', { name: 'What to do' }).last()).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('textbox', { name: 'What to do' }).last().fill('Breakfast with the team')
  await dialog.getByRole('textbox', { name: /How to do it/ }).last().fill('Bring what it saved others.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  const main = page.locator('main')
  await expect(main).toContainText('Nobody told them')
  await expect(main).toContainText('Breakfast with the team')

  // Others are asked too, and each kind once: what is there is not offered again.
  await page.getByRole('button', { name: /Edit.*Willingness/ }).click()
  await expect(dialog.getByRole('button', { name: 'Add training' })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Ask for a visit' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Add a pulse' }).click()
  await expect(dialog.getByRole('button', { name: 'Add a pulse' })).toHaveCount(0)
  const asked = dialog.getByRole('group', { name: 'What the team is asked about' })
  await asked.getByText('Ability').click()
  await asked.getByText('Willingness').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert').first()).toBeVisible()
  await asked.getByText('Awareness').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(main.getByText('A pulse of the team')).toHaveCount(3)

  await page.goto('/flags')
  await page.locator('main').getByRole('link', { name: /خدمات کرج/ }).click()
  await page.getByRole('button', { name: /It is right/ }).click()
  await expect(page.getByRole('radio', { name: /Nobody told them/ })).toBeVisible()
})

test('a confirmed flag of that barrier becomes the tasks of the playbook, and a task is taken off the list', async ({
  page,
  browser,
}) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/flags')
  await page.locator('main').getByRole('link', { name: /خدمات کرج/ }).click()
  await page.getByRole('button', { name: /It is right/ }).click()
  await pick(page.getByRole('radio', { name: /Nobody told them/ }))
  await page.getByRole('textbox', { name: /Why you think so/ }).fill('They asked what the CRM is for.')
  await page.getByRole('button', { name: 'Confirm and start the help' }).click()
  const main = page.locator('main')
  await expect(main).toContainText('Confirmed: Nobody told them')
  await expect(main).toContainText('Breakfast with the team')
  // The playbook asks others too; the team is asked by itself, in seconds.
  await expect(main).toContainText('Visit of a champion')
  await expect(main.getByRole('link', { name: 'To the pulse' })).toBeVisible({ timeout: 60_000 })
  await main.getByRole('button', { name: 'Done' }).first().click()
  await page.getByRole('textbox', { name: /What was done or learned/ }).fill('The manager told them on Sunday.')
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await expect(main).toContainText('The manager told them on Sunday.')

  // Who may only look sees the same, without a way to answer.
  await meanwhileAs(browser, 'Sponsor', async (other) => {
    await read(other, 'English')
    await go(other, '/flags')
    await other.locator('main').getByRole('link', { name: /خدمات کرج/ }).click()
    await expect(other.locator('main')).toContainText('Nobody told them')
    await expect(other.getByRole('button', { name: 'Done' })).toHaveCount(0)
  })
})

test('days are evaluated on demand, and doing it again changes nothing', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/teams')
  const main = page.locator('main')
  await expect(main.getByRole('grid')).toBeVisible()
  const before = await main.getByRole('grid').textContent()
  await page.goto('/set-up/evaluation')
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Every day is evaluated' })).toBeVisible({ timeout: 120_000 })
  await expect(main).toContainText('Teams judged on the last one')
  await page.getByRole('link', { name: 'To the teams' }).click()
  await expect(main.getByRole('grid')).toHaveText(before ?? '')
})

test('HR finds a team in the tree, reads its weeks as a table, and sees who is due', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/teams')
  await page.getByPlaceholder('Find a team').fill('London')
  await page.getByRole('radio', { name: 'Tree' }).click()
  const tree = page.getByRole('treegrid', { name: 'Team tree' })
  await tree.getByRole('row', { name: /London key accounts/ }).click()
  const main = page.locator('main')
  await expect(page.getByRole('heading', { level: 1, name: 'London key accounts' })).toBeVisible()
  await expect(main).toContainText('Use over time')
  await expect(main).toContainText('5 to 9 people')

  await page.goto('/assignments')
  await page.getByRole('link', { name: /Who is due/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Who is due' })).toBeVisible()
  await page.getByRole('radio', { name: 'Overdue' }).click()
  await expect(page.getByRole('radio', { name: 'Overdue' })).toBeChecked()
})
