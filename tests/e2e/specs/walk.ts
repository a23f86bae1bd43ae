import { createRequire } from 'node:module'
import { type Page, expect } from '@playwright/test'
import { type Tongue, follow, go, settled } from './people'

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

/** Every language that a person may read in, with what the browser is told of it. */
export const languages: { tongue: Tongue; lang: string; dir: string }[] = [
  { tongue: 'English', lang: 'en', dir: 'ltr' },
  { tongue: 'فارسی', lang: 'fa', dir: 'rtl' },
  { tongue: 'العربية', lang: 'ar', dir: 'rtl' },
]

/** What looks at each screen, to be there before the app is. */
export const axe = { path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') }

/** Goes on from where one is: to the first link that begins so (the last one: `$`), to the `#tab`, or by the `=button` of a selector. */
export async function goOn(page: Page, step: string) {
  if (step.startsWith('#')) await page.locator(`main [role=tab][data-key="${step.slice(1)}"]`).click()
  else if (step.startsWith('=')) await page.locator(`main ${step.slice(1)}`).click()
  else {
    const start = step.replace('$', '')
    const next = page.locator(`main :is(a[href^="${start}"], [data-href^="${start}"])`)
    const each = next.and(page.locator(':not([href$="/tasks"], [href$="/new"], [href$="/due"])'))
    await follow(page, () => (step === start ? each.first() : each.last()).click(), step)
    expect(new URL(page.url()).pathname).toContain(start)
  }
  await settled(page)
}

/** Opens an address, and goes on from there. */
export async function open(page: Page, path: string) {
  const [start = '/', ...steps] = path.split(' > ')
  if (new URL(page.url()).pathname !== start) await go(page, start)
  await settled(page)
  for (const step of steps) await goOn(page, step)
}

/** That a screen is in a language, and says nothing that only the one who wrote it understands. */
export async function expectToSpeak(page: Page, { lang, dir }: { lang: string; dir: string }, path: string) {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await expect(page.locator('html')).toHaveAttribute('dir', dir)
  await expect(page.locator('main'), path).not.toContainText(/defaultMessage|\{[a-z]+\}|undefined|NaN/)
}

/** What stands out at the side of a screen. */
export async function standsOut(page: Page, path: string) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return sideways > 1 ? [`${path}: scrolls sideways by ${sideways}`] : []
}

/** What is wrong with a screen: what a screen reader or a keyboard would stumble over, and what stands out at the side. */
export async function faults(page: Page, path: string) {
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] },
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`)
  })
  return [...found.map((fault) => `${path}: ${fault}`), ...(await standsOut(page, path))]
}
