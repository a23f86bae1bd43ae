import AxeBuilder from '@axe-core/playwright'
import { type Page, expect, test } from '@playwright/test'
import { type Part, comeInAs } from './people'

const screens: Record<string, string[]> = {
  HR: ['/', '/teams', '/flags', '/courses', '/curricula', '/assignments', '/assignments/new', '/help-requests', '/set-up', '/set-up/imports', '/set-up/people', '/inbox', '/me', '/me/data'],
  Administrator: ['/set-up/applications', '/set-up/sites', '/set-up/positions', '/set-up/teams', '/set-up/organization', '/set-up/playbooks', '/set-up/evaluation', '/mail'],
  Member: ['/', '/learning', '/me/data'],
}

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

for (const [part, paths] of Object.entries(screens)) {
  for (const { button, lang, dir } of languages) {
    test(`${part} reads every screen in ${lang}`, async ({ page }) => {
      test.setTimeout(180_000)
      const failures: string[] = []
      page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`))
      await comeInAs(page, part as Part)
      await read(page, button, lang)
      for (const path of paths) {
        await page.goto(path)
        await expect(page.locator('main h1').first(), path).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
        await expect(page.locator('html')).toHaveAttribute('dir', dir)
        await page.waitForLoadState('networkidle')
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
  for (const path of ['/', '/teams', '/flags', '/learning', '/assignments', '/set-up', '/inbox']) {
    await page.goto(path)
    await expect(page.locator('main h1').first(), path).toBeVisible()
    await page.waitForLoadState('networkidle')
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (sideways > 1) failures.push(`${path}: scrolls sideways by ${sideways}`)
    for (const barrier of await barriers(page)) failures.push(`${path}: ${barrier}`)
  }
  await context.close()
  expect(failures).toEqual([])
})
