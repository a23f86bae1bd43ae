// Draws every screen over the made-up data: node dev/shots.mjs [language,…] [light|dark] [wide|phone] [name part,…]
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const screens = [
  ['sign-in', '/sign-in', 'HR', true],
  ['home-hr', '/', 'HR'],
  ['home-member', '/', 'MEMBER'],
  ['home-sponsor', '/', 'SPONSOR'],
  ['inbox', '/inbox', 'HR'],
  ['me', '/me', 'HR'],
  ['me-data', '/me/data', 'MEMBER'],
  ['teams', '/teams', 'HR'],
  ['team', '/teams/berlin', 'HR'],
  ['team-small', '/teams/sari', 'HR'],
  ['flags', '/flags', 'HR'],
  ['flag', '/flags/berlin', 'HR'],
  ['flag-confirmed', '/flags/dubai-2', 'HR'],
  ['learning', '/learning', 'MEMBER'],
  ['player', '/learning/enrollments/e1', 'MEMBER'],
  ['player-done', '/learning/enrollments/e4', 'MEMBER'],
  ['certificate', '/certificates/K7QM-2XHD-9RTA', 'MEMBER', true],
  ['denied', '/teams', 'MEMBER'],
  ['set-up', '/set-up', 'ADMIN'],
  ['imports', '/set-up/imports', 'ADMIN'],
  ['import-ready', '/set-up/imports/directory/ready', 'ADMIN'],
  ['import-checking', '/set-up/imports/directory/checking', 'ADMIN'],
  ['import-checked', '/set-up/imports/directory/checked', 'ADMIN'],
  ['import-done', '/set-up/imports/directory/done', 'ADMIN'],
  ['applications', '/set-up/applications', 'ADMIN'],
  ['application', '/set-up/applications/crm', 'ADMIN'],
  ['sites', '/set-up/sites', 'ADMIN'],
  ['site', '/set-up/sites/hq', 'ADMIN'],
  ['positions', '/set-up/positions', 'ADMIN'],
  ['team-tree', '/set-up/teams', 'ADMIN'],
  ['people', '/set-up/people', 'ADMIN'],
  ['person', '/set-up/people/p1', 'ADMIN'],
  ['person-new', '/set-up/people/new', 'HR'],
  ['organization', '/set-up/organization', 'ADMIN'],
  ['playbooks', '/set-up/playbooks', 'HR'],
  ['evaluation', '/set-up/evaluation', 'ADMIN'],
  ['courses', '/courses', 'TRAINER'],
  ['course', '/courses/c1', 'TRAINER'],
  ['curricula', '/curricula', 'TRAINER'],
  ['curriculum', '/curricula/c1', 'TRAINER'],
  ['assignments', '/assignments', 'TRAINER'],
  ['assignment', '/assignments/a1', 'TRAINER'],
  ['assignment-edit', '/assignments/a1/edit', 'TRAINER'],
  ['assignment-new', '/assignments/new', 'TRAINER'],
  ['due', '/assignments/due', 'TRAINER'],
  ['help-requests', '/help-requests', 'TRAINER'],
  ['committees', '/committees', 'HR'],
  ['committee', '/committees/users', 'HR'],
  ['committee-tasks', '/committees/tasks', 'MEMBER'],
  ['meeting-new', '/committees/users/new-meeting', 'HR'],
  ['meeting-next', '/meetings/next', 'MEMBER'],
  ['meeting-now', '/meetings/now', 'HR'],
  ['meeting-past', '/meetings/past', 'HR'],
  ['champions', '/champions', 'HR'],
  ['champions-programmes', '/champions', 'HR', false, 1],
  ['champions-terms', '/champions', 'HR', false, 3],
  ['champions-coverage', '/champions', 'HR', false, 4],
  ['champions-visits', '/champions?tab=visits', 'HR'],
  ['champions-check-ins', '/champions', 'HR', false, 6],
  ['champions-effect', '/champions', 'HR', false, 7],
  ['champions-materials', '/champions', 'HR', false, 8],
  ['champion-home', '/champions/home', 'CHAMPION'],
  ['champion-check-in', '/champions/check-ins/new', 'CHAMPION'],
  ['champion-space', '/champions/space', 'CHAMPION'],
  ['champion-post', '/champions/space/p1', 'CHAMPION'],
  ['knowledge', '/knowledge', 'MEMBER'],
  ['knowledge-writer', '/knowledge', 'TRAINER'],
  ['article', '/knowledge/export', 'MEMBER'],
  ['article-writer', '/knowledge/export', 'TRAINER'],
  ['course-articles', '/courses/c1', 'TRAINER', false, 2],
  ['recognition', '/recognition', 'HR'],
  ['challenges', '/challenges', 'HR'],
  ['challenge', '/challenges/joint', 'MEMBER'],
  ['challenge-reached', '/challenges/reached', 'MEMBER'],
  ['rewards', '/rewards', 'HR'],
  ['rewards-catalogue', '/rewards', 'HR', false, 1],
  ['rewards-budgets', '/rewards', 'HR', false, 2],
  ['rewards-rates', '/rewards', 'HR', false, 3],
  ['rewards-sponsor', '/rewards', 'SPONSOR'],
  ['mail', '/mail', 'ADMIN'],
  ['mail-one', '/mail/m0', 'ADMIN'],
]
const [languages = 'en,fa,ar', theme = 'light', size = 'wide', part = ''] = process.argv.slice(2)
const viewport = size === 'phone' ? { width: 390, height: 844 } : { width: 1360, height: 900 }
const out = new URL('./shots/', import.meta.url).pathname
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
for (const language of languages.split(',')) {
  for (const [name, path, role, signedOut, tab] of screens.filter(([name]) =>
    part.split(',').some((each) => name.startsWith(each)),
  )) {
    const context = await browser.newContext({
      viewport,
      locale: language,
      colorScheme: theme,
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
    })
    await context.addInitScript(
      ([language, role, theme, signedOut]) => {
        localStorage.setItem('fixture.language', language)
        localStorage.setItem('hamgam.language', language)
        localStorage.setItem('fixture.role', role)
        localStorage.setItem('hamgam.theme', theme)
        localStorage.setItem('fixture.signedOut', signedOut ? 'yes' : 'no')
      },
      [language, role, theme, Boolean(signedOut)],
    )
    const page = await context.newPage()
    page.on(
      'console',
      (message) => message.type() === 'error' && console.log(`${name} ${language}: ${message.text().slice(0, 300)}`),
    )
    page.on('pageerror', (error) => console.log(`${name} ${language}: ${error}`))
    await page.goto(`${process.env.SHOTS_URL ?? 'http://127.0.0.1:5174'}${path}`)
    await page.waitForLoadState('networkidle')
    // A slow machine has drawn nothing yet when the network is silent.
    await page.waitForSelector('h1', { timeout: 20_000 }).catch(() => console.log(`${name} ${language}: no heading`))
    if (tab) await page.locator('[role=tab]').nth(tab).click()
    await page.waitForTimeout(400)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) console.log(`${name} ${language}: ${wide}px wider than the screen`)
    await page.screenshot({ path: `${out}${name}-${language}-${theme}-${size}.png`, fullPage: true })
    await context.close()
  }
}
await browser.close()
