import { createRequire } from 'node:module'
import { type Page, expect, test } from '@playwright/test'
import { type Part, type Tongue, comeInAs, follow, go, read, settled } from './people'

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

// What moves is neither read nor measured.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Addresses, each with where one goes on from there: to the first link that begins so, or to the tab of that name. */
const screens: Record<string, string[]> = {
  HR: ['/', '/teams', '/flags', '/courses', '/curricula', '/assignments', '/assignments/new', '/help-requests', '/set-up', '/set-up/imports', '/set-up/people', '/inbox', '/me', '/me/data'],
  Administrator: ['/set-up/applications', '/set-up/sites', '/set-up/positions', '/set-up/teams', '/set-up/organization', '/set-up/playbooks', '/set-up/evaluation', '/mail'],
  Member: ['/', '/learning', '/me/data', '/feedback/new', '/feedback > /feedback/proposals/', '/ > /pulses/', '/knowledge > /knowledge/', '/recognition', '/challenges > /challenges/'],
  'Change champion': ['/champions/home', '/champions/check-ins/new', '/champions/space > /champions/space/'],
  Sponsor: ['/committees > /committees/ > /meetings/', '/champions > #effect'],
}
/** The rest of HR's screens: about what people say, who helps whom, and what is reached together. */
const more = ['/feedback/moderation', '/feedback > /feedback/proposals/', '/committees > /committees/', '/pulses > /pulses/', '/champions > #nominations', '/champions > #coverage', '/challenges > /challenges/', '/rewards > #redemptions', '/rewards > #rates']
const walks: [Part, string, string[]][] = [
  ...Object.entries(screens).map(([part, paths]): [Part, string, string[]] => [part as Part, 'every screen', paths]),
  ['HR', 'what people say and reach together', more],
]

const languages: { tongue: Tongue; lang: string; dir: string }[] = [
  { tongue: 'English', lang: 'en', dir: 'ltr' },
  { tongue: 'فارسی', lang: 'fa', dir: 'rtl' },
  { tongue: 'العربية', lang: 'ar', dir: 'rtl' },
]

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What is wrong with a screen: what a screen reader or a keyboard would stumble over, and what stands out at the side. */
async function faults(page: Page, path: string) {
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] },
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
    })
    const sideways = document.documentElement.scrollWidth - innerWidth
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`),
      ...(sideways > 1 ? [`scrolls sideways by ${sideways}`] : []),
    ]
  })
  return found.map((fault) => `${path}: ${fault}`)
}

/** Opens an address, and goes on from there. */
async function open(page: Page, path: string) {
  const [start = '/', ...steps] = path.split(' > ')
  if (new URL(page.url()).pathname !== start) await go(page, start)
  for (const step of steps) {
    if (step.startsWith('#')) await page.locator(`main [role=tab][data-key="${step.slice(1)}"]`).click()
    else {
      const next = page.locator(`main :is(a[href^="${step}"], [data-href^="${step}"])`)
      await follow(page, () => next.and(page.locator(':not([href$="/tasks"], [href$="/new"])')).first().click(), path)
      expect(new URL(page.url()).pathname, path).toContain(step)
    }
  }
  await settled(page)
}

for (const [part, what, paths] of walks) {
  test(`${part} reads ${what} in three languages`, async ({ page }) => {
    test.setTimeout(300_000)
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`))
    await page.addInitScript({ path: axe })
    await comeInAs(page, part)
    for (const { tongue, lang, dir } of languages) {
      await test.step(tongue, async () => {
        await read(page, tongue)
        for (const path of paths) {
          await open(page, path)
          await expect(page.locator('html')).toHaveAttribute('lang', lang)
          await expect(page.locator('html')).toHaveAttribute('dir', dir)
          await expect(page.locator('main'), path).not.toContainText(/defaultMessage|\{[a-z]+\}|undefined|NaN/)
          failures.push(...(await faults(page, path)).map((fault) => `${lang} ${fault}`))
        }
      })
    }
    expect(failures).toEqual([])
  })
}

test('on a phone and in the dark nothing is cut off or unreadable', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.addInitScript({ path: axe })
  await comeInAs(page, 'HR')
  const failures: string[] = []
  const paths = ['/', '/teams', '/flags', '/learning', '/assignments', '/set-up', '/inbox']
  for (const path of [...paths, '/feedback', '/committees > /committees/', '/champions > #coverage', '/challenges > /challenges/', '/rewards']) {
    await open(page, path)
    failures.push(...(await faults(page, path)))
  }
  await context.close()
  expect(failures).toEqual([])
})
