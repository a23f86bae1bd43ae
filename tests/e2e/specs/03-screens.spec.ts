import AxeBuilder from '@axe-core/playwright'
import { type Page, expect, test } from '@playwright/test'
import { type Part, comeInAs } from './people'

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

const languages = [
  { button: 'English', lang: 'en', dir: 'ltr' },
  { button: 'فارسی', lang: 'fa', dir: 'rtl' },
  { button: 'العربية', lang: 'ar', dir: 'rtl' },
]

/** What a screen reader or a keyboard would stumble over. */
async function barriers(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`)
}

async function read(page: Page, button: string, lang: string) {
  await page.goto('/me')
  await page.getByRole('radio', { name: button }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await page.waitForLoadState('networkidle')
}

/** Opens an address, and goes on from there. */
async function open(page: Page, path: string) {
  const [start = '/', ...steps] = path.split(' > ')
  await page.goto(start)
  await expect(page.locator('main h1').first(), path).toBeVisible()
  for (const step of steps) {
    if (step.startsWith('#')) await page.locator(`main [role=tab][data-key="${step.slice(1)}"]`).click()
    else {
      const next = page.locator(`main :is(a[href^="${step}"], [data-href^="${step}"])`)
      await next.and(page.locator(':not([href$="/tasks"], [href$="/new"])')).first().click()
      await page.waitForURL((url) => url.pathname.startsWith(step))
    }
    await expect(page.locator('main h1').first(), path).toBeVisible()
  }
  await page.waitForLoadState('networkidle')
}

for (const [part, what, paths] of walks) {
  for (const { button, lang, dir } of languages) {
    test(`${part} reads ${what} in ${lang}`, async ({ page }) => {
      test.setTimeout(180_000)
      const failures: string[] = []
      page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`))
      await comeInAs(page, part)
      await read(page, button, lang)
      for (const path of paths) {
        await open(page, path)
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
        await expect(page.locator('html')).toHaveAttribute('dir', dir)
        await expect(page.locator('main'), path).not.toContainText(/defaultMessage|\{[a-z]+\}|undefined|NaN/)
        for (const barrier of await barriers(page)) failures.push(`${path}: ${barrier}`)
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (sideways > 1) failures.push(`${path}: scrolls sideways by ${sideways}`)
      }
      expect(failures).toEqual([])
    })
  }
}

test('on a phone and in the dark nothing is cut off or unreadable', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await comeInAs(page, 'HR')
  const failures: string[] = []
  const paths = ['/', '/teams', '/flags', '/learning', '/assignments', '/set-up', '/inbox']
  for (const path of [...paths, '/feedback', '/committees > /committees/', '/champions > #coverage', '/challenges > /challenges/', '/rewards']) {
    await open(page, path)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (sideways > 1) failures.push(`${path}: scrolls sideways by ${sideways}`)
    for (const barrier of await barriers(page)) failures.push(`${path}: ${barrier}`)
  }
  await context.close()
  expect(failures).toEqual([])
})
