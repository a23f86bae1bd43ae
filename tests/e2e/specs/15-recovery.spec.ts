import { expect, test } from '@playwright/test'
import { comeInAs, go, letTimePass, settled } from './people'

/** A team whom nobody ever trained; its flag is confirmed, and one of its people learns, where the loop begins (02). */
const TEAM = 'فروش تهران جنوب'
/** Four weeks are looked at, and two more days of being sure; then it has to stay so for 14 days. */
const WEEKS = 8

test('a team that learned what it lacked is in step again, which its flag and its page say', async ({ page }) => {
  test.setTimeout(300_000)
  await comeInAs(page, 'HR', 'English')
  await go(page, '/flags')
  await page.getByText(TEAM).first().click()
  const main = page.locator('main')
  const index = main.locator('dt', { hasText: 'Adoption index' }).locator('xpath=following-sibling::dd[1]')
  await expect(index).toHaveText(/^[34]\d?$/)
  await settled(page)
  // It was confirmed where the loop begins, if that ran.
  const answer = page.getByRole('button', { name: /It is right/ })
  if (await answer.isVisible()) {
    await answer.click()
    await page.getByRole('dialog').getByRole('button', { name: /Confirm/ }).click()
  }
  await expect(main).toContainText('Confirmed: Knowledge')
  await expect(main).toContainText('Help began')

  const recovered = main.getByText('In step again for 14 days')
  let weeks = 0
  while (!(await recovered.isVisible()) && weeks < WEEKS) {
    await letTimePass(page, '1 week')
    weeks += 1
  }
  await expect(recovered).toBeVisible()
  // It cannot have been sooner than the 14 days, and the help had to show before.
  expect(weeks).toBeGreaterThan(2)
  await expect(main.getByText('Cleared', { exact: true })).toBeVisible()
  await expect(main).toContainText('by now we are not sure any more')
  await expect(main).toContainText('Every step taken')
  await expect(index).toHaveText(/^([89]\d|1\d\d)$/)

  await go(page, '/flags')
  await settled(page)
  await expect(main).not.toContainText(TEAM)
  await page.getByRole('radio', { name: 'Cleared' }).click()
  await page.getByText(TEAM).first().click()
  await page.getByRole('link', { name: 'To the team' }).click()
  await expect(main.getByText('In step', { exact: true })).toBeVisible()
  await expect(main).toContainText('Four weeks ago: ')
  // Nobody is told that the help did it.
  await expect(main).toContainText('proves nothing about the help')
})
