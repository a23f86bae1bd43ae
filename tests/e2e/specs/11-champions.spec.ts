import { type Browser, type Page, expect, test } from '@playwright/test'
import { comeInAs, find, go, meanwhileAs, pick, read } from './people'

const VISITED = 'فروش تبریز'
const SEEN = 'First line support'
const TALKED = 'فروش اصفهان'
const ASKED = 'وقتی دو نفر روی یک مشتری کار می‌کنند، معامله به نام چه کسی ثبت شود؟'
const LEARNER = 'He shows the rest of us anyway, on Thursdays'
const ARTICLE = 'عکس پلاک در جای تاریک'

/** The champion with a phone in the hand, who reads Persian. */
async function onPhone(browser: Browser, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  await comeInAs(page, 'Change champion', 'فارسی')
  await work(page)
  await context.close()
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('on the phone a champion sees what waits, says what was done in two taps, and takes a slip back', async ({ browser }) => {
  await onPhone(browser, async (page) => {
    await go(page, '/champions')
    await page.getByRole('link', { name: 'تیم‌های من' }).first().tap()
    await expect(page.getByRole('heading', { level: 1, name: 'تیم‌های من' })).toBeVisible()
    const teams = page.getByRole('region', { name: 'تیم‌های شما' })
    const row = teams.getByRole('listitem').filter({ hasText: TALKED })
    await expect(row).toContainText(/شاخص [۰-۹]+/)
    await expect(row).toContainText('هنوز ثبتی نیست')
    expect(await sideways(page)).toBeLessThanOrEqual(1)

    await page.getByRole('link', { name: 'ثبت کار' }).first().tap()
    await expect(page.getByRole('heading', { level: 1, name: 'ثبت کار' })).toBeVisible()
    expect(await sideways(page)).toBeLessThanOrEqual(1)
    // The two taps: what, and with whom.
    const team = page.getByRole('button', { name: TALKED })
    await expect(team).toBeDisabled()
    await page.getByRole('radio', { name: 'با آنان گفت‌وگو کردم' }).tap()
    await team.tap()
    await expect(page.getByText('ذخیره شد')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: TALKED })).toContainText('با آنان گفت‌وگو کردم')
    await page.getByRole('link', { name: 'تیم‌های من' }).last().tap()
    await expect(row).toContainText('واپسین ثبت')

    await page.goto('/champions/check-ins/new')
    await page.getByRole('radio', { name: 'چیزی نشان دادم' }).tap()
    await page.getByRole('button', { name: 'فروش آنلاین' }).tap()
    await page.getByRole('button', { name: 'اشتباه شد' }).tap()
    await expect(page.getByRole('button', { name: 'فروش آنلاین' })).toBeVisible()
    await expect(page.getByText('ذخیره شد')).toHaveCount(0)
  })
})

test('HR sees which visits were asked for and by when, those to one team, and which were made', async ({ page }) => {
  await comeInAs(page, 'HR', 'العربية')
  await go(page, '/champions')
  await page.getByRole('tab', { name: 'الزيارات' }).click()
  const panel = page.getByRole('tabpanel')
  const rows = panel.getByRole('grid', { name: 'الزيارات' }).getByRole('row')
  const open = rows.filter({ hasText: VISITED }).filter({ hasText: 'اسأل ما الذي يمنعهم' })
  const made = rows.filter({ hasText: SEEN })
  await expect(open).toContainText('١٨ مايو ٢٠٢٦')
  await expect(open).toContainText('لم تتم بعد')
  await expect(made).toContainText('تمت، ٢٥ أبريل')
  // It is about teams: it tells how many were asked, and not who.
  await expect(open).toContainText('سفير واحد')
  await expect(panel).not.toContainText('سینا توکلی')

  await panel.getByRole('radio', { name: 'لم تتم بعد' }).click()
  await expect(made).toHaveCount(0)
  await expect(open).toBeVisible()
  await find(panel, 'الفريق', SEEN)
  await expect(open).toHaveCount(0)
  await expect(panel).toContainText('لا زيارة من هذا النوع')
  await panel.getByRole('radio', { name: 'تمت', exact: true }).click()
  await expect(made).toContainText('تمت، ٢٥ أبريل')
  await find(panel, 'الفريق', VISITED)
  await expect(made).toHaveCount(0)
  await panel.getByRole('radio', { name: 'الكل' }).click()
  await expect(open).toContainText('١٨ مايو ٢٠٢٦')
})

test('a champion answers what a colleague asked, and makes the visit that was asked for', async ({ browser }) => {
  await onPhone(browser, async (page) => {
    await go(page, '/champions/home')
    const help = page.getByRole('region', { name: 'پرسش‌های همکاران' })
    const question = help.getByRole('listitem').filter({ hasText: ASKED })
    await expect(question).toContainText(TALKED)
    await question.getByRole('button', { name: 'پاسخ' }).tap()
    await question.getByRole('textbox', { name: 'پاسخ شما' }).fill('به نام کسی که پیشنهاد را می‌فرستد؛ دیگری همراه نوشته می‌شود.')
    await question.getByRole('button', { name: 'فرستادن' }).tap()
    await expect(question).toHaveCount(0)

    const toDo = page.getByRole('region', { name: 'کارها' })
    const visit = toDo.getByRole('listitem').filter({ hasText: 'دیدار با' }).filter({ hasText: VISITED })
    await expect(visit.first()).toBeVisible()
    const asked = await visit.count()
    await visit.first().getByRole('link', { name: 'آنجا بودم' }).tap()
    await expect(page.getByRole('radio', { name: 'به دیدنشان رفتم' })).toBeChecked()
    await page.getByRole('button', { name: VISITED }).tap()
    await expect(page.getByText('ذخیره شد')).toBeVisible()
    await page.goto('/champions/home')
    await expect(toDo).toBeVisible()
    await expect(visit).toHaveCount(asked - 1)
  })
})

test('champions ask each other, and nobody else reads along', async ({ page, browser }) => {
  await onPhone(browser, async (phone) => {
    await go(phone, '/champions/space')
    await phone.getByRole('button', { name: 'نکته یا پرسشی بنویسید' }).first().tap()
    const dialog = phone.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'در یک خط' }).fill('تیمی که سرش شلوغ است')
    await dialog.getByRole('textbox', { name: 'باقی آن' }).fill('کی سر می‌زنید؟ **صبح** یا عصر؟')
    await dialog.getByRole('button', { name: 'هم‌رسانی' }).tap()
    await phone.getByRole('link', { name: 'تیمی که سرش شلوغ است' }).tap()
    await expect(phone.locator('main strong').filter({ hasText: 'صبح' })).toBeVisible()
    await phone.goto('/champions/space')
    await phone.getByRole('link', { name: 'What do you do in the first five minutes of a visit?' }).tap()
    await phone.getByRole('textbox', { name: 'پاسخ شما' }).fill('گوش می‌دهم.')
    await phone.getByRole('button', { name: 'پاسخ', exact: true }).tap()
    await expect(phone.getByRole('listitem').filter({ hasText: 'گوش می‌دهم.' })).toContainText('سینا توکلی')
    expect(await sideways(phone)).toBeLessThanOrEqual(1)
  })
  await comeInAs(page, 'Member', 'فارسی')
  await page.goto('/champions/space')
  await expect(page.locator('main')).toContainText('این صفحه برای نقش‌های دیگر است')
  await expect(page.locator('main')).not.toContainText('تیمی که سرش شلوغ است')
})

test('HR sees the gaps in the coverage, nominates, and the colleague says yes', async ({ page, browser }) => {
  await comeInAs(page, 'HR', 'العربية')
  await go(page, '/champions')
  await page.getByRole('tab', { name: 'التغطية' }).click()
  const coverage = page.getByRole('grid', { name: 'التغطية' })
  await expect(coverage.getByRole('row', { name: /مبيعات الدمام/ })).toContainText('انتهت المدة')
  await expect(coverage.getByRole('row', { name: /مبيعات الدمام/ })).toContainText('بلا سفير')
  await expect(coverage.getByRole('row', { name: /خدمات کرج/ })).toContainText('لم يكن له سفير قط')
  await expect(page.getByRole('tabpanel')).toContainText(/الهدف: (25|٢٥) شخصًا لكل سفير على الأكثر/)

  await page.getByRole('tab', { name: 'البرامج' }).click()
  await page.getByRole('button', { name: 'ترشيح', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'ترشيح', exact: true })).toBeDisabled()
  await find(dialog, /من يسأله الزملاء عادةً؟/, 'سارا حسینی')
  await dialog.getByRole('textbox', { name: 'السبب' }).fill('تشرح لزملائها بصبر.')
  await dialog.getByRole('button', { name: 'ترشيح', exact: true }).click()
  await expect(dialog).toHaveCount(0)

  await meanwhileAs(browser, 'Member', async (member) => {
    await read(member, 'فارسی')
    await go(member, '/champions')
    const own = member.getByRole('listitem').filter({ hasText: 'تشرح لزملائها بصبر.' })
    await own.getByRole('button', { name: 'بله، می‌خواهم' }).click()
    await expect(own).toContainText('از مدیر پرسیده شده')
    await expect(own.getByRole('button', { name: 'بله، می‌خواهم' })).toHaveCount(0)
    // Who becomes one is not for her to decide, and neither are the gaps of others hers to see.
    await expect(member.getByRole('tab', { name: 'پوشش' })).toHaveCount(0)
  })
  await page.getByRole('tab', { name: 'الترشيحات' }).click()
  const open = page.getByRole('listitem').filter({ hasText: 'تشرح لزملائها بصبر.' })
  await expect(open).toContainText('سُئل المدير')
  await expect(page.getByRole('listitem').filter({ hasText: 'Nadia Wright' })).toContainText('بانتظار القبول')
})

test('whether champions help is said no surer than it is known', async ({ page }) => {
  await comeInAs(page, 'Sponsor', 'English')
  await go(page, '/champions')
  await page.getByRole('tab', { name: 'Effect' }).click()
  const panel = page.getByRole('tabpanel')
  const answer = panel.getByRole('region', { name: 'Did it help?' })
  await expect(answer).toContainText(/Nothing can be compared yet|The comparison is under way|It cannot be told yet/)
  await expect(panel).toContainText('Doing more is not the same as helping more.')
  await expect(panel).not.toContainText('سینا توکلی')
})

test('whoever becomes a champion learns first, and a team that the coin put off has to wait', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await comeInAs(page, 'HR', 'English')
  await go(page, '/champions')
  await page.getByRole('tab', { name: 'Effect' }).click()
  const halves = page.getByRole('region', { name: 'Staged starts' }).getByRole('group')
  await expect(halves).toContainText(['3 teams start on May 3, 2026', '3 teams start on Jun 7, 2026'])
  await halves.last().getByText('3 teams start').click()
  const later = (await halves.last().getByRole('listitem').first().textContent()) ?? ''

  await page.getByRole('tab', { name: 'Nominations' }).click()
  const nominated = page.getByRole('listitem').filter({ hasText: LEARNER })
  await expect(nominated).toContainText('0 of 1 courses complete')
  await nominated.getByRole('button', { name: 'Appoint' }).click()
  const dialog = page.getByRole('dialog')
  const appoint = dialog.getByRole('button', { name: 'Appoint' })
  await find(dialog, 'Teams covered', later)
  await appoint.click()
  await expect(dialog).toContainText('What a champion of this programme learns first is not complete.')

  await meanwhileAs(browser, 'Administrator', async (nominee) => {
    await read(nominee, 'English')
    await go(nominee, '/learning')
    const main = nominee.locator('main')
    await expect(main.getByRole('heading', { name: 'How a champion helps' })).toBeVisible()
    await main.getByRole('link', { name: 'Start' }).click()
    for (const lesson of ['Listen before you show', 'What stays with you']) {
      await expect(main.getByRole('heading', { name: lesson })).toBeVisible()
      await main.getByRole('button', { name: 'Done, go on' }).click()
    }
    await main.getByRole('button', { name: 'Start the quiz' }).click()
    await pick(main.getByRole('radio', { name: 'I watch and listen.' }))
    await pick(main.getByRole('radio', { name: 'False' }))
    await main.getByRole('textbox', { name: 'A number' }).fill('1')
    await main.getByRole('button', { name: 'Hand in' }).click()
    await expect(main).toContainText('Passed. Well done.')
  })

  await appoint.click()
  await expect(dialog).toContainText('A staged start says that one of the teams gets its champion later.')
  await dialog.getByRole('row', { name: later }).getByRole('button').click()
  await find(dialog, 'Teams covered', 'Billing London')
  await appoint.click()
  await expect(dialog).toHaveCount(0)
  await expect(nominated).toHaveCount(0)
  await page.getByRole('tab', { name: 'In their terms' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Daniel Williams' })).toContainText('Billing London')
})

test('a member finds the answer in the knowledge base and says that it helped', async ({ page, browser }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/knowledge')
  // With Arabic letters, as many keyboards have them.
  await page.getByRole('searchbox').fill('عكس پلاك')
  const main = page.locator('main')
  await main.getByRole('link', { name: ARTICLE }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: ARTICLE })).toBeVisible()
  const helped = page.getByRole('region', { name: 'آیا این کمک کرد؟' })
  await helped.getByRole('button', { name: 'بله' }).click()
  await expect(page.getByText('سپاس که گفتید.')).toBeVisible()
  await expect(helped.getByRole('button', { name: 'بله' })).toHaveAttribute('aria-pressed', 'true')
  const article = page.url()
  let yes = 0
  await meanwhileAs(browser, 'HR', async (hr) => {
    await read(hr, 'English')
    await go(hr, article)
    const counts = hr.getByRole('region', { name: 'Did this help?' })
    await expect(counts).toContainText(/It helped \d+ readers?/)
    yes = Number((await counts.textContent())?.match(/It helped (\d+)/)?.[1])
  })
  // Who changes the mind is counted once.
  await helped.getByRole('button', { name: 'نه', exact: true }).click()
  await expect(helped.getByRole('button', { name: 'نه', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await meanwhileAs(browser, 'HR', async (hr) => {
    await go(hr, article)
    const counts = hr.getByRole('region', { name: 'Did this help?' })
    await expect(counts).toContainText(new RegExp(`It helped ${yes - 1} readers?`))
  })
  await page.goto('/knowledge')
  await page.getByRole('searchbox').fill('هواپیمای کاغذی')
  await expect(main).toContainText('چیزی یافت نشد')
})
