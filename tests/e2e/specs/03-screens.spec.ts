import { expect, test } from '@playwright/test'
import { type Part, comeInAs, read } from './people'
import { axe, expectToSpeak, faults, languages, open } from './walk'

// What moves is neither read nor measured.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Addresses, each with where one goes on from there; what is about one thing has a walk of its own. */
const screens: Record<string, string[]> = {
  HR: ['/', '/teams', '/flags', '/courses', '/curricula', '/assignments', '/assignments/new', '/assignments/due', '/help-requests', '/set-up', '/set-up/imports', '/set-up/people', '/set-up/people/new', '/inbox', '/me', '/me/data'],
  Administrator: ['/set-up/applications', '/set-up/sites', '/set-up/positions', '/set-up/teams', '/set-up/organization', '/set-up/playbooks', '/set-up/evaluation', '/mail'],
  Member: ['/', '/learning', '/me/data', '/feedback', '/feedback/new', '/ > /pulses/', '/knowledge', '/recognition', '/challenges', '/champions'],
  'Change champion': ['/champions/home', '/champions/check-ins/new', '/champions/space'],
  Sponsor: ['/committees', '/committees/tasks', '/champions > #effect'],
}
/** The rest of HR's screens: about what people say, who helps whom, and what is reached together. */
const more = ['/feedback', '/feedback/moderation', '/committees', '/pulses', '/champions > #nominations', '/champions > #coverage', '/challenges', '/rewards > #redemptions', '/rewards > #rates']
const walks: [Part, string, string[]][] = [
  ...Object.entries(screens).map(([part, paths]): [Part, string, string[]] => [part as Part, 'every screen', paths]),
  ['HR', 'what people say and reach together', more],
]

for (const [part, what, paths] of walks) {
  test(`${part} reads ${what} in three languages`, async ({ page }) => {
    test.setTimeout(300_000)
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`))
    await page.addInitScript(axe)
    await comeInAs(page, part)
    for (const language of languages) {
      await test.step(language.tongue, async () => {
        await read(page, language.tongue)
        for (const path of paths) {
          await open(page, path)
          await expectToSpeak(page, language, path)
          failures.push(...(await faults(page, path)).map((fault) => `${language.lang} ${fault}`))
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
  await page.addInitScript(axe)
  await comeInAs(page, 'HR')
  const failures: string[] = []
  const paths = ['/', '/teams', '/flags', '/learning', '/assignments', '/set-up', '/inbox']
  for (const path of [...paths, '/feedback', '/committees', '/champions > #coverage', '/challenges', '/rewards']) {
    await open(page, path)
    failures.push(...(await faults(page, path)))
  }
  await context.close()
  expect(failures).toEqual([])
})
