import { type Page, expect, test } from '@playwright/test'
import { choose, comeInAs, find, go, meanwhileAs, pick } from './people'

const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  // As a spreadsheet on Windows writes it.
  buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
})

const heads = '"Personnel No.","Full name",Squad,Division,Job,"First day"'
const staff = [
  heads,
  'N-1,"Amal, Noor",Night shift,Support,Support agent,2026-01-05',
  'N-2,"كريم ياسر",Night shift,Support,Support agent,2026-01-05',
  'N-3,Ben Cole,Night shift,Support,,2026-01-05',
  'N-4,Cara Dunn,Night shift,Support,Support agent,2026-02-31',
  'N-5,"Dora\nFinch",Night shift,Support,Support agent,2026-01-05',
]

/** The row of the columns to be matched that is about a field. */
const field = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) })

test('a directory with foreign columns is matched, checked line by line, and written', async ({ page }) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/imports')
  await page.locator('input[type=file]').first().setInputFiles(csv('night-shift.csv', staff))
  const main = page.locator('main')
  await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible()
  for (const [name, column] of [
    ['Personnel number', 'Personnel No.'],
    ['Name', 'Full name'],
    ['Team', 'Squad'],
    ['Team above', 'Division'],
    ['Position', 'Job'],
  ] as const) {
    await field(page, name).first().click()
    await page.getByRole('option', { name: column, exact: true }).click()
  }
  const more = page.getByRole('button', { name: /more fields?$/ })
  if (await more.isVisible()) await more.click()
  await field(page, 'First day of employment').click()
  await page.getByRole('option', { name: 'First day', exact: true }).click()
  await page.getByRole('button', { name: 'See what would change' }).click()

  await expect(page.getByRole('heading', { name: '2 rows break a rule' })).toBeVisible()
  const wrong = page.getByRole('grid', { name: 'What is wrong' })
  await expect(wrong.getByRole('row', { name: /^4/ })).toContainText('Position')
  await expect(wrong.getByRole('row', { name: /^5/ })).toContainText('2026-02-31')
  const changes = page.getByRole('grid', { name: 'What would change' })
  await expect(changes.getByRole('row', { name: /People/ })).toContainText('3')

  // Nothing is there before it is said so.
  await page.goto('/set-up/people')
  await page.getByRole('searchbox').fill('N-1')
  await expect(main).toContainText('Nobody matches')
  await page.goBack()
  await page.getByRole('button', { name: 'Write without the bad rows' }).click()
  await expect(main).toContainText('Everything is written')

  await page.getByRole('link', { name: 'To the people' }).click()
  await page.getByRole('combobox', { name: 'Team' }).fill('Night')
  await page.getByRole('option', { name: /Night shift/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '3 people' })).toBeVisible()
  await expect(main).toContainText('كريم ياسر')
  await expect(main).toContainText('Amal, Noor')
})

test('the mended file is matched by itself, and changes only what was left out', async ({ page }) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/imports')
  const mended = staff.map((line) => line.replace('Support,,', 'Support,Support agent,').replace('02-31', '02-28'))
  await page.locator('input[type=file]').first().setInputFiles(csv('night-shift.csv', mended))
  // The columns are those of the last file, so everything is chosen already.
  await expect(field(page, 'Personnel number').first()).toContainText('Personnel No.')
  await expect(field(page, 'Position').first()).toContainText('Job')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in order' })).toBeVisible()
  const people = page.getByRole('grid', { name: 'What would change' }).getByRole('row', { name: /People/ })
  await expect(people.getByRole('gridcell').first()).toHaveText('2')
  await page.getByRole('button', { name: 'Write the changes' }).click()
  await expect(page.locator('main')).toContainText('Everything is written')
})

test('history of use comes from a file in Persian, and nobody unknown is lost silently', async ({ page }) => {
  await comeInAs(page, 'Administrator', 'فارسی')
  await go(page, '/set-up/imports')
  const acts = ['شماره,کار,زمان', ...['N-1', 'N-2', 'N-5', 'X-9'].flatMap((who) => [
    `${who},tickets,۲۰۲۶-۰۴-۲۷ ۱۰:۱۵:۰۰`,
    `${who},night-log,2026-04-28T22:30:00+03:30`,
  ])]
  await page.locator('input[type=file]').nth(1).setInputFiles(csv('شب.csv', acts))
  const main = page.locator('main')
  await expect(page.getByRole('heading', { name: 'کدام ستون چیست؟' })).toBeVisible()
  for (const [name, column] of [
    ['شمارهٔ پرسنلی', 'شماره'],
    ['بخش', 'کار'],
    ['زمان', 'زمان'],
  ] as const) {
    await field(page, name).first().click()
    await page.getByRole('option', { name: column, exact: true }).click()
  }
  await page.getByRole('textbox', { name: 'منطقهٔ زمانی' }).fill('Asia/Tehran')
  await page.getByRole('button', { name: 'ببینیم چه تغییر می‌کند' }).click()
  await expect(page.getByRole('heading', { name: 'پرونده درست است' })).toBeVisible()
  await expect(main).toContainText('۲ سطر از کسی نام می‌برد که در فهرست نیست')
  await expect(main).toContainText('X-9')
  const changes = page.getByRole('grid', { name: 'چه تغییر می‌کند' })
  await expect(changes.getByRole('row', { name: /بخش‌ها/ }).getByRole('gridcell').first()).toHaveText('۱')
  await page.getByRole('button', { name: 'نوشتن تغییرها' }).click()
  await expect(main).toContainText('همه چیز نوشته شد')
})

test('an application gets features, a core task and a key, and an act that is sent with the key arrives', async ({
  page,
  request,
}) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/applications')
  await page.getByRole('button', { name: 'Add an application' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Help desk')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Help desk' })).toBeVisible()
  const main = page.locator('main')
  await expect(main).toContainText('No usage of the last 35 days')

  await page.getByRole('button', { name: 'Add a feature' }).click()
  await page.getByLabel('Code in events').fill('reply')
  await page.getByLabel('Title').fill('Answer a ticket')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(main).toContainText('Answer a ticket')

  await page.getByRole('tab', { name: 'Core tasks' }).click()
  await expect(main).toContainText('no team can be judged')
  await page.getByRole('button', { name: 'Add a core task' }).click()
  await find(page.getByRole('dialog'), 'Position', 'Support agent')
  await find(page.getByRole('dialog'), 'Feature', 'Answer a ticket')
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
  await expect(main.getByRole('heading', { name: 'Support agent' })).toBeVisible()

  await page.getByRole('tab', { name: 'API keys' }).click()
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByLabel('What it is for').fill('Help desk, production')
  await page.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click()
  const secret = (await page.getByRole('alertdialog').locator('code').textContent()) ?? ''
  expect(secret).toMatch(/^hgk_/)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await expect(page.locator('body')).not.toContainText(secret)

  // The application sends by itself, one feature that is known and one that nobody entered.
  const now = await page.getByText(/^Demo: /).textContent()
  const time = new Date(`${now?.replace('Demo: ', '')} 03:00 UTC`).toISOString()
  const events = ['reply', 'merge'].map((feature) => ({
    event_id: `e2e-${feature}`,
    external_id: 'N-1',
    feature,
    time,
  }))
  const send = (key: string) =>
    request.post('/v1/usage', { headers: { authorization: `Bearer ${key}` }, data: { events } })
  expect((await send('hgk_wrong')).status()).toBe(401)
  const sent = await send(secret)
  expect(sent.status(), await sent.text()).toBe(200)
  expect((await send(secret)).status(), 'the same again is no error').toBe(200)

  await page.reload()
  await expect(main).toContainText('Last usage')
  await page.getByRole('tab', { name: /Unknown/ }).click()
  const unknown = main.getByRole('row', { name: /merge/ })
  await expect(unknown.getByRole('gridcell').first()).toHaveText('1')
  await unknown.getByRole('button', { name: 'Enter' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(main).toContainText('Everything is known')

  await page.getByRole('tab', { name: 'API keys' }).click()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(main).toContainText('Revoked')
  await expect(async () => expect((await send(secret)).status()).toBe(401)).toPass()

  await page.getByRole('button', { name: 'Put away' }).click()
  await page.getByRole('alertdialog', { name: /Put Help desk away/ }).getByRole('button', { name: 'Put away' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Applications' })).toBeVisible()
  await expect(main).not.toContainText('Help desk')
})

test('a site gets another work week and holidays, by the Persian calendar', async ({ page }) => {
  await comeInAs(page, 'Administrator', 'فارسی')
  await go(page, '/set-up/sites')
  await page.getByRole('row', { name: /تهران/ }).click()
  const main = page.locator('main')
  await page.getByRole('button', { name: 'هفتهٔ کاری دیگر از یک روز به بعد' }).click()
  const thursday = page.getByRole('button', { name: 'پنجشنبه' }).last()
  await thursday.click()
  await expect(thursday).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'ذخیره' }).click()
  await expect(page.getByText('ذخیره شد.')).toBeVisible()

  await page.getByRole('button', { name: 'افزودن یک روز' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /تقویم|روز/ }).first().click()
  const calendar = page.getByRole('dialog').last()
  // Once for the eye and once for screen readers.
  for (const title of await calendar.getByText(/^[آ-ی]+ [۰-۹]{4}$/).all()) {
    await expect(title).toHaveText('اردیبهشت ۱۴۰۵')
  }
  await expect(calendar).toContainText('اردیبهشت ۱۴۰۵')
  await calendar.getByRole('button', { name: 'ماه بعد' }).click()
  await calendar.getByText('۱۰', { exact: true }).first().click()
  await dialog.getByLabel('مناسبت').fill('جشن همگام')
  await dialog.getByRole('button', { name: 'افزودن', exact: true }).click()
  await expect(main).toContainText('جشن همگام')

  await page.getByRole('button', { name: 'افزودن فهرست آماده' }).click()
  await pick(page.getByRole('dialog').getByRole('radio', { name: /نوروز/ }).first())
  await expect(page.getByRole('dialog')).toContainText('فروردین ۱۴۰۶')
  await page.getByRole('dialog').getByRole('button', { name: /^افزودن [۰-۹]+ روز/ }).click()
  await expect(main.getByRole('heading', { name: 'فروردین ۱۴۰۶' })).toBeVisible()

  await page.getByRole('button', { name: /برداشتن: جشن همگام/ }).click()
  await expect(main).not.toContainText('جشن همگام')
})

test('the team tree is built, mended and kept whole', async ({ page }) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/teams')
  const tree = page.getByRole('treegrid', { name: 'Team tree' })
  const line = (team: string) => tree.getByRole('row', { name: new RegExp(`^${team}`) })
  const act = async (team: string, action: string) => {
    await page.getByRole('button', { name: `Change ${team}`, exact: true }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await page.getByRole('button', { name: 'Add a team' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Logistics')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(line('Logistics')).toHaveAttribute('aria-level', '1')

  await act('Logistics', 'Add a team below it')
  await page.getByRole('dialog').getByLabel('Name').fill('Depot')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('searchbox').fill('Depot')
  await expect(line('Depot')).toHaveAttribute('aria-level', '2')
  await page.getByRole('searchbox').fill('')

  await page.getByRole('button', { name: 'Add a team' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('logistics')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toContainText('There is a team of this name in the same place.')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  await act('Logistics', 'Move')
  const below = page.getByRole('combobox', { name: 'Below' })
  await below.fill('Depot')
  await expect(page.getByText('Nothing matches.'), 'it cannot stand below its own team').toBeVisible()
  // The list closes and opens while it narrows: a press in between chooses nothing.
  await expect(async () => {
    await find(page, 'Below', 'Support', true)
    await expect(below).toHaveValue('Support', { timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('searchbox').fill('Depot')
  await expect(line('Depot')).toHaveAttribute('aria-level', '3')

  await act('Depot', 'Rename')
  await page.getByRole('dialog').getByLabel('Name').fill('Warehouse')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('searchbox').fill('Warehouse')
  await act('Logistics', 'Dissolve')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Dissolve' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Dissolve Logistics?' })).toContainText('Move them first.')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await act('Warehouse', 'Dissolve')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Dissolve' }).click()
  await expect(page.locator('main')).toContainText('No team is called so')
})

test('somebody new is entered, given a role, invited, and comes in with an own password', async ({ page, browser }) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/people/new')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Name' }).fill('نیلوفر کیانی')
  await page.getByRole('textbox', { name: /Personnel number/ }).fill('N-77')
  await page.getByRole('textbox', { name: /Work address/ }).fill('niloufar@sepehr.example')
  await choose(page, /Language$/, 'فارسی')
  await page.getByRole('button', { name: 'Add a team' }).click()
  await find(page, 'Team', 'پشتیبانی فنی')
  await find(page, 'Position', 'Support agent')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'نیلوفر کیانی' })).toBeVisible()
  await pick(page.getByRole('checkbox', { name: /^Trainer/ }))
  await page.getByRole('button', { name: 'Save the roles' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Invite to sign in' }).click()
  await expect(page.getByText('An invitation is on its way to niloufar@sepehr.example.')).toBeVisible()

  const invitation = /دعوت.*niloufar@sepehr\.example/
  await expect(async () => {
    await page.goto('/mail')
    await expect(page.getByRole('row', { name: invitation })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.getByRole('row', { name: invitation }).click()
  await expect(page.frameLocator('iframe').locator('html, [dir=rtl]').first()).toBeAttached()
  await page.getByRole('radio', { name: 'Text' }).click()
  const text = (await page.locator('main pre').textContent()) ?? ''
  const link = /\/set-password\?token=\S+/.exec(text)?.[0] ?? ''
  expect(link, text).not.toBe('')

  const context = await browser.newContext({ locale: 'fa-IR' })
  const own = await context.newPage()
  await own.goto(link)
  await own.locator('input[type=password]').first().fill('short')
  await own.getByRole('button', { name: 'ثبت و ورود' }).click()
  await expect(own.locator('input[aria-invalid=true]')).toBeVisible()
  await own.locator('input[type=password]').first().fill('a long garden path')
  await own.getByRole('button', { name: 'ثبت و ورود' }).click()
  await expect(own.getByRole('heading', { level: 1, name: /نیلوفر کیانی/ })).toBeVisible()
  await expect(own.getByRole('link', { name: 'دوره‌ها' }).first()).toBeVisible()
  await expect(own.getByRole('link', { name: 'تنظیمات' })).toHaveCount(0)

  // The link worked once.
  await own.context().clearCookies()
  await own.goto(link)
  await own.locator('input[type=password]').first().fill('another garden path')
  await own.getByRole('button', { name: 'ثبت و ورود' }).click()
  await expect(own.getByRole('alert')).toContainText('این پیوند یک بار استفاده شده یا کهنه است')
  await context.close()
})

test('a position gets a target, and the organization says what happens first', async ({ page, browser }) => {
  await comeInAs(page, 'Administrator', 'English')
  await go(page, '/set-up/positions')
  await page.getByRole('button', { name: 'Edit: Billing clerk' }).click()
  const target = page.getByRole('textbox', { name: 'Working days with a core task' })
  await target.fill('35')
  await target.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Billing clerk/ })).toContainText('35% of working days')

  await page.goto('/set-up/organization')
  await pick(page.getByRole('radio', { name: /What helps starts by itself/ }))
  // Somebody else saves meanwhile: nobody's entries are lost without being asked.
  await meanwhileAs(browser, 'HR', async (other) => {
    await go(other, '/set-up/organization')
    await pick(other.getByRole('switch', { name: /Raise only what the strict rule finds/ }))
    await other.getByRole('button', { name: 'Save' }).last().click()
    await expect(other.getByText('Saved.')).toBeVisible()
  })
  await page.getByRole('button', { name: 'Save' }).last().click()
  await expect(page.getByText('Somebody else saved this while you were editing')).toBeVisible()
  await page.getByRole('button', { name: 'Discard mine and show theirs' }).click()
  await expect(page.getByRole('switch', { name: /Raise only/ })).toBeChecked()
  await pick(page.getByRole('switch', { name: /Raise only/ }), false)
  await page.getByRole('button', { name: 'Save' }).last().click()
  await expect(page.getByText('Saved.')).toBeVisible()
})
