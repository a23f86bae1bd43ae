import { type Page, expect } from '@playwright/test'

export type Part = 'HR' | 'Administrator' | 'Trainer' | 'Change champion' | 'Sponsor' | 'Member'

/** Comes in as one of the people whom the demo's sign-in page offers. */
export async function comeInAs(page: Page, part: Part) {
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`^${part}|${part}$|${part}`) }).first().click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Lets days pass with the demo's clock, and waits until they have. */
export async function letPass(page: Page, what: '1 day' | '1 week') {
  const button = page.getByRole('button', { name: what })
  await button.click()
  await expect(button).toBeDisabled()
  await expect(button).toBeEnabled({ timeout: 120_000 })
}
