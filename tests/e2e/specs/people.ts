import { type Page, expect } from '@playwright/test'

export type Part = 'HR' | 'Administrator' | 'Trainer' | 'Change champion' | 'Sponsor' | 'Member'

/** Comes in as one of the people whom the demo's sign-in page offers. */
export async function comeInAs(page: Page, part: Part) {
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(part) }).first().click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Lets a day pass with the demo's clock, and waits until it has. */
export async function letADayPass(page: Page) {
  const today = page.getByText(/^Demo: /)
  const before = (await today.textContent()) ?? ''
  await page.getByRole('button', { name: '1 day' }).click()
  await expect(today).not.toHaveText(before, { timeout: 120_000 })
  await expect(page.getByRole('button', { name: '1 day' })).toBeVisible({ timeout: 120_000 })
}
