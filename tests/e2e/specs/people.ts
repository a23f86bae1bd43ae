import { readFile } from 'node:fs/promises'
import { type Browser, type Locator, type Page, expect } from '@playwright/test'

export type Part = 'HR' | 'Administrator' | 'Trainer' | 'Change champion' | 'Sponsor' | 'Member'

const languages = { English: 'en', فارسی: 'fa', العربية: 'ar' }

export type Tongue = keyof typeof languages

declare global {
  interface Window {
    /** The calls whose answers are on their way; see `watchCalls`. */
    onTheirWay: Set<object>
  }
}

/** Runs in the browser before the app does. */
export function watchCalls() {
  const onTheirWay = new Set<object>()
  window.onTheirWay = onTheirWay
  const { fetch } = window
  window.fetch = async (...call) => {
    onTheirWay.add(call)
    try {
      const answer = await fetch(...call)
      // The app reads the answer itself; a copy tells when it is whole.
      const arrived = () => onTheirWay.delete(call)
      void answer.clone().arrayBuffer().then(arrived, arrived)
      return answer
    } catch (error) {
      onTheirWay.delete(call)
      throw error
    }
  }
}

/** Comes in as one of the people whom the demo's sign-in page offers; whoever says how reads in that language. */
export async function comeInAs(page: Page, part: Part, tongue?: Tongue) {
  await page.addInitScript(watchCalls)
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(part) }).first().click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await expect(page.locator('main h1')).toBeVisible()
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

/** Reads everything in a language from now on, on every machine. */
export async function read(page: Page, tongue: Tongue) {
  const choice = page.getByRole('menuitem', { name: tongue })
  // Whoever has just come in reads what the browser says until the own language is loaded, and then the menu closes.
  await expect(async () => {
    if (!(await choice.isVisible())) await page.getByRole('button', { name: /^(You are|شما|أنت) / }).click({ timeout: 3_000 })
    await choice.click({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  // What is read changes only when the server has kept the choice.
  await expect(page.locator('html')).toHaveAttribute('lang', languages[tongue])
  await settled(page)
}

/** Does what leads to another kind of screen, and waits until that one is there. */
export async function follow(page: Page, act: () => Promise<unknown>, what?: string) {
  await page.evaluate(() => document.querySelector('main h1')?.setAttribute('data-left', ''))
  await act()
  await expect(page.locator('main h1:not([data-left])').first(), what).toBeVisible()
}

/** Goes to another kind of screen as a link of the app does: what was read seconds ago is not asked for again. */
export async function go(page: Page, path: string) {
  await follow(page, () => page.evaluate((to) => history.pushState({}, '', to), path), path)
}

/** Waits until nothing is on its way from the server and the browser has nothing left to draw. */
export async function settled(page: Page) {
  const late = await page.evaluate(async () => {
    const start = performance.now()
    // Where no picture is asked for, the browser may not say for seconds that it has nothing to do.
    let waits = true
    const draw = () => waits && requestAnimationFrame(draw)
    draw()
    for (let quiet = 0; quiet < 3; quiet = window.onTheirWay.size > 0 ? 0 : quiet + 1) {
      if (performance.now() - start > 30_000) return [...window.onTheirWay].map(String)
      await new Promise((resolve) => setTimeout(resolve, 20))
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }))
    }
    waits = false
    return []
  })
  expect(late, 'no answer came').toEqual([])
}

/** Lets a day or a week pass with the demo's clock, and waits until it has. */
export async function letTimePass(page: Page, time: '1 day' | '1 week') {
  const today = page.getByText(/^Demo: /)
  const before = (await today.textContent()) ?? ''
  await page.getByRole('button', { name: time }).click()
  await expect(today).not.toHaveText(before, { timeout: 120_000 })
  await expect(page.getByRole('button', { name: time })).toBeVisible({ timeout: 120_000 })
}

/** Lets a day pass with the demo's clock, and waits until it has. */
export const letADayPass = (page: Page) => letTimePass(page, '1 day')

/** Presses a radio button, a checkbox or a switch where a person does: on its words. */
export async function pick(choice: Locator, checked = true) {
  await expect(choice).toBeEnabled()
  const words = choice.locator('xpath=ancestor::label')
  if ((await choice.isChecked()) !== checked) await ((await words.count()) > 0 ? words : choice).click()
  await expect(choice).toBeChecked({ checked })
}

const pageOf = (within: Page | Locator) => ('page' in within ? within.page() : within)

/** The lists that stand open above the page; nothing else is a list to choose from. */
const openLists = (within: Page | Locator) => pageOf(within).getByRole('listbox')

/** Chooses in a list that a button opens. */
export async function choose(within: Page | Locator, label: string | RegExp, option: string | RegExp) {
  await within.getByRole('button', { name: label }).click()
  await pageOf(within).getByRole('option', { name: option }).first().click()
  await expect(openLists(within)).toHaveCount(0)
}

/** Chooses among many things by typing a part of the name, or the whole one. */
export async function find(within: Page | Locator, label: string | RegExp, option: string, exact = false) {
  const box = within.getByRole('combobox', { name: label }).last()
  // A list that is open closes when the page moves below it, as it does while it loads: then one types again.
  await expect(async () => {
    await box.evaluate(async (field) => {
      field.scrollIntoView({ block: 'center', behavior: 'instant' })
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
    })
    await box.fill(option)
    await pageOf(within).getByRole('option', { name: option, exact }).first().click({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await expect(openLists(within)).toHaveCount(0)
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
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await settled(page)
    expect(await found.isVisible(), words).toBe(true)
  }).toPass({ timeout: 60_000 })
  return found
}
