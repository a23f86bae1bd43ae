import { readFile } from 'node:fs/promises'
import { type Page, expect, test } from '@playwright/test'
import { type Part, comeInAs, go, pick, read, settled, watchCalls } from './people'
import { axe, expectToSpeak, faults, goOn, languages, open, standsOut } from './walk'

// What moves is neither read nor measured.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const desk = { width: 1280, height: 720 }
const phone = { width: 390, height: 844 }

/** Each language in a way of its own: at a desk and in the light, on a phone and in the dark, on a phone and in the light. */
const ways = languages.map((language, at) => ({
  ...language,
  viewport: at === 0 ? desk : phone,
  colorScheme: at === 1 ? ('dark' as const) : ('light' as const),
  // What was looked at in both lights is only measured the third time.
  look: at < 2 ? faults : standsOut,
}))

/** The screens about one thing: the route in the app, the way there from a list, and what else is to be opened on it. */
type Screens = Record<string, [way: string, ...parts: string[]]>
const details: [Part, string, Screens][] = [
  ['HR', 'a team, a flag, what is learned and who learns it', {
    '/teams/$team': ['/teams > /teams/'],
    '/flags/$flag': ['/flags > /flags/'],
    '/courses/$course': ['/courses > /courses/', '=nav li:last-child button >> nth=0', '#about', '#articles', '#versions', '#ratings'],
    '/curricula/$curriculum': ['/curricula > /curricula/'],
    '/assignments/$assignment': ['/assignments > /assignments/'],
    '/assignments/$assignment/edit': ['/assignments > /assignments/ > /assignments/'],
    '/learning/enrollments/$enrollment': ['/learning > /learning/enrollments/'],
    '/set-up/people/$person': ['/set-up/people > /set-up/people/'],
  }],
  ['HR', 'a proposal, a pulse, a challenge, a committee and the champions', {
    '/feedback/proposals/$proposal': ['/feedback > /feedback/proposals/'],
    '/knowledge/$article': ['/knowledge > /knowledge/'],
    '/pulses/$pulse': ['/pulses > /pulses/'],
    '/challenges/$challenge': ['/challenges > /challenges/'],
    '/committees/$committee': ['/committees > /committees/'],
    '/committees/$committee/new-meeting': ['/committees > /committees/ > /committees/'],
    '/champions': ['/champions > #programmes', '#appointed', '#visits', '#checkIns', '#materials'],
  }],
  ['Administrator', 'an application, a site, a file that is to be imported, and a mail', {
    '/set-up/applications/$application': ['/set-up/applications > /set-up/applications/', '#coreTasks', '#unknowns', '#keys'],
    '/set-up/sites/$site': ['/set-up/sites > /set-up/sites/'],
    // What the file would change; and then, on the first button, its columns once more.
    '/set-up/imports/$kind/$import': ['/set-up/imports > /set-up/imports/directory/', '=button >> nth=0'],
    '/mail/$mail': ['/mail > /mail/'],
  }],
  ['Member', 'a proposal, an article and a challenge', {
    '/feedback/proposals/$proposal': ['/feedback > /feedback/proposals/'],
    '/knowledge/$article': ['/knowledge > /knowledge/'],
    '/challenges/$challenge': ['/challenges > /challenges/'],
  }],
  ['Change champion', 'what champions write, and a pulse to be answered', {
    '/champions/space/$post': ['/champions/space > /champions/space/'],
    '/pulses/$pulse/rounds/$round': ['/ > /pulses/'],
  }],
  ['Sponsor', 'a meeting that comes', { '/meetings/$meeting': ['/committees > /committees/ > /meetings/'] }],
  ['Sponsor', 'a meeting that was, and its minutes', { '/meetings/$meeting': ['/committees > /committees/ > /meetings/$'] }],
]

/** What somebody reads who has not come in, and how such an address begins. */
const outside: Record<string, string> = {
  '/sign-in': '/sign-in',
  '/forgot-password': '/forgot-password',
  '/set-password': '/set-password?token=from-a-mail',
  '/certificates/$code': '/certificates/',
  '/feedback/follow/$organization': '/feedback/follow/',
}

/** What an address of a route looks like. */
const addressOf = (route: string) => new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`)

/** A screen must be what was asked for, in a language; gives what is wrong with it. */
async function readScreen(page: Page, route: string, { look, ...way }: (typeof ways)[number], part = '') {
  const what = `${way.lang} ${route} ${part}`.trim()
  expect(new URL(page.url()).pathname, what).toMatch(addressOf(route))
  await expectToSpeak(page, way, what)
  await expect(page.locator('main').getByRole('alert').filter({ hasText: /\S/ }), what).toHaveCount(0)
  return await look(page, what)
}

test('every screen about one thing is in these walks', async () => {
  const routes = await readFile(new URL('../../../web/src/app/router.tsx', import.meta.url), 'utf8')
  const walked = new Set([...details.flatMap(([, , screens]) => Object.keys(screens)), ...Object.keys(outside)])
  const missing = [...routes.matchAll(/'(\/\S*\$\S*)'/g)].map(([, route]) => route).filter((route) => !walked.has(route ?? ''))
  expect(missing).toEqual([])
})

test('a file is dropped, and waits with what it would change', async ({ page }) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/imports')
  const lines = ['external_id,display_name,team,position,start_day', 'W-1,Wanda Cole,Walkers,Support agent,2026-01-05', 'W-2,Will Dunn,Walkers,Support agent,2026-02-31']
  const file = { name: 'walkers.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('heading', { name: '1 row breaks a rule' })).toBeVisible()
})

for (const [part, what, screens] of details) {
  test(`${part} reads ${what}, at a desk and on a phone, light and dark`, async ({ page }) => {
    test.setTimeout(180_000)
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`))
    await page.addInitScript(axe)
    await comeInAs(page, part)
    for (const way of ways) {
      await test.step(way.tongue, async () => {
        await read(page, way.tongue)
        await page.setViewportSize(way.viewport)
        await page.emulateMedia({ colorScheme: way.colorScheme, reducedMotion: 'reduce' })
        for (const [route, [path, ...parts]] of Object.entries(screens)) {
          await open(page, path)
          failures.push(...(await readScreen(page, route, way)))
          for (const part of parts) {
            await goOn(page, part)
            failures.push(...(await readScreen(page, route, way, part)))
          }
        }
      })
    }
    expect(failures).toEqual([])
  })
}

test('somebody who has not come in reads the doors, a certificate and an own secret proposal', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await comeInAs(page, 'HR', 'English')
  await open(page, '/learning > /certificates/')
  const certificate = page.url()
  const member = await browser.newPage()
  await comeInAs(member, 'Member', 'English')
  await go(member, '/feedback/new')
  await pick(member.getByRole('radio', { name: 'Question' }))
  await member.getByRole('textbox', { name: 'In one line' }).fill('Who reads this?')
  await pick(member.getByRole('switch', { name: /without my name/i }))
  await member.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(member).toHaveURL(/\/feedback\/follow\/[^#]+#.{20,}/)
  const secret = member.url()

  const failures: string[] = []
  for (const way of ways) {
    await test.step(way.tongue, async () => {
      const { viewport, colorScheme, lang } = way
      const context = await browser.newContext({ locale: lang, viewport, colorScheme, reducedMotion: 'reduce' })
      const visitor = await context.newPage()
      visitor.on('pageerror', (error) => failures.push(`${visitor.url()}: ${error.message}`))
      await visitor.addInitScript(watchCalls)
      await visitor.addInitScript(axe)
      for (const [route, start] of Object.entries(outside)) {
        await visitor.goto([certificate, secret].find((address) => address.includes(start)) ?? start)
        await expect(visitor.locator('main h1')).toBeVisible()
        await settled(visitor)
        failures.push(...(await readScreen(visitor, route, way)))
      }
      await context.close()
    })
  }
  expect(failures).toEqual([])
})
