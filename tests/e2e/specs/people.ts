import { readFile } from 'node:fs/promises'
import { type Browser, type Locator, type Page, expect } from '@playwright/test'

export type Part = 'HR' | 'Administrator' | 'Trainer' | 'Change champion' | 'Sponsor' | 'Member'

const languages = { English: 'en', فارسی: 'fa', العربية: 'ar' }

export type Tongue = keyof typeof languages

/** Comes in as one of the people whom the demo's sign-in page offers; whoever says how reads in that language. */
export async function comeInAs(page: Page, part: Part, tongue?: Tongue) {
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(part) }).first().click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  if (tongue) await read(page, tongue)
}

/** Another person at another machine, to look at the same thing from the other side. */
export async function meanwhileAs(browser: Browser, part: Part, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await comeInAs(page, part)
  await work(page)
  await context.close()
}

/** Reads everything in a language from now on. */
export async function read(page: Page, tongue: Tongue) {
  const lang = languages[tongue]
  // Only this page tells for sure that the person's own choice has arrived: until then the browser's language is shown.
  await page.goto('/me')
  await page.getByRole('radio', { name: tongue }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await page.waitForLoadState('networkidle')
}

/** Lets a day pass with the demo's clock, and waits until it has. */
export async function letADayPass(page: Page) {
  const today = page.getByText(/^Demo: /)
  const before = (await today.textContent()) ?? ''
  await page.getByRole('button', { name: '1 day' }).click()
  await expect(today).not.toHaveText(before, { timeout: 120_000 })
  await expect(page.getByRole('button', { name: '1 day' })).toBeVisible({ timeout: 120_000 })
}

/** Chooses in a list that a button opens. */
export async function choose(within: Page | Locator, label: string | RegExp, option: string | RegExp) {
  await within.getByRole('button', { name: label }).click()
  const page = 'page' in within ? within.page() : within
  await page.getByRole('option', { name: option }).first().click()
}

/** Chooses among many things by typing a part of the name, or the whole one. */
export async function find(within: Page | Locator, label: string | RegExp, option: string, exact = false) {
  const box = within.getByRole('combobox', { name: label }).last()
  const page = 'page' in within ? within.page() : within
  // A list that is open closes when the page moves below it, as it does while it loads: then one types again.
  await expect(async () => {
    await box.evaluate((field) => field.scrollIntoView({ block: 'center', behavior: 'instant' }))
    await box.fill(option)
    await page.getByRole('option', { name: option, exact }).first().click({ timeout: 3_000 })
  }).toPass({ timeout: 20_000 })
}

/** Takes a file along, and gives its name and what is in it. */
export async function takeFile(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
}

/** The news in the inbox that holds these words; it comes a moment after what it tells of. */
export async function news(page: Page, words: string): Promise<Locator> {
  const found = page.locator('main').getByRole('link').filter({ hasText: words }).first()
  await expect(async () => {
    await page.goto('/inbox')
    await expect(found).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  return found
}
