import { type Page, expect, test } from '@playwright/test'
import { choose, comeInAs, find, go, meanwhileAs, news, pick, read, settled } from './people'

const SLOW = 'گزارش هفتگی پیش از جلسه کند باز می‌شود'
const KEYBOARD = 'دکمه‌ی ارسال پیش‌فاکتور در گوشی زیر صفحه‌کلید می‌ماند'
const ALONE = 'چرا کسی پیش از انتخاب مرحله‌ها از ما نپرسید؟'
const STAGES = 'مرحله‌های معامله در دو پرسش'

const picture = {
  name: 'slow.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAaUlEQVR42g3JIQIAMAgDMSy2thaLreVb9/wtNlVFFypcTLFFiiuqmm7UuJlmmzTXP0QLCYsRKyJOP0wbGZsxa2LOP4YeNHiYYYcMNz+WXrR4mWWXLLc/QgcFhwkbEi4/jj50+Jhjjxx3PH/YLcEvnr6kAAAAAElFTkSuQmCC',
    'base64',
  ),
}

test('a member is shown what others said already, and sends a problem with a picture and a mood', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/feedback')
  await page.getByRole('link', { name: 'چیزی بگویید' }).first().click()
  const main = page.locator('main')
  await pick(page.getByRole('radio', { name: 'مشکل' }))
  const title = page.getByRole('textbox', { name: 'در یک خط' })
  await title.fill('گزارش کند')
  const similar = main.getByRole('status').filter({ hasText: 'شاید کسی پیش‌تر گفته باشد' })
  await expect(similar.getByRole('link', { name: /گزارش/ }).first()).toBeVisible()
  // An Arabic keyboard writes other letters; the same ones are found.
  await title.fill('گزارشهاي كند')
  await expect(similar.getByRole('link', { name: /گزارش/ }).first()).toBeVisible()
  await title.fill(SLOW)
  await page.getByRole('textbox', { name: /بیشتر دربارهٔ آن/ }).fill('هر یکشنبه پنج دقیقه منتظر می‌مانیم.')

  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
  await expect(main).toContainText('تنها تصویرهای PNG، JPEG و WebP را می‌توان افزود.')
  await file.setInputFiles(picture)
  await page.getByRole('textbox', { name: /در تصویر چه دیده می‌شود/ }).fill('صفحهٔ سفید گزارش')
  await choose(page, /دربارهٔ چه$/, 'سرعتش')
  await pick(page.getByRole('radio', { name: 'ناخشنود' }))
  await page.getByRole('button', { name: 'فرستادن', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1, name: SLOW })).toBeVisible()
  await expect(main).toContainText('هر یکشنبه پنج دقیقه منتظر می‌مانیم.')
  await expect(main).toContainText('ناخشنود')
  await expect(main).toContainText('سرعتش')
  await expect(main).toContainText('سارا حسینی')
  const shown = main.getByRole('img', { name: 'صفحهٔ سفید گزارش' })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
})

test('a picture that is not one is refused, and nothing of what was written is lost', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/feedback/new')
  const main = page.locator('main')
  await page.getByRole('textbox', { name: 'در یک خط' }).fill('عکس فهرست مشتریان')
  await page.locator('input[type=file]').setInputFiles({ ...picture, buffer: Buffer.from('MZ this is a program') })
  await page.getByRole('button', { name: 'فرستادن', exact: true }).click()
  await expect(main.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'در یک خط' })).toHaveValue('عکس فهرست مشتریان')
})

test('one votes for what another said, comments, and whoever is mentioned hears of it', async ({ page, browser }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/feedback')
  const main = page.locator('main')
  await page.getByRole('searchbox').fill('پیش‌فاکتور')
  const vote = main.getByRole('button', { name: new RegExp(`رأی به «${KEYBOARD}»`) })
  const before = faDigits(await vote.textContent())
  await vote.click()
  await expect(vote).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => faDigits(await vote.textContent())).toBe(before + 1)
  await page.reload()
  await page.getByRole('radio', { name: 'رأی‌داده' }).click()
  await main.getByRole('link', { name: KEYBOARD }).click()
  await expect(page.getByRole('heading', { level: 1, name: KEYBOARD })).toBeVisible()

  await page.getByRole('textbox', { name: 'چه می‌گویید؟' }).fill('در گوشی من هم همین است.')
  await find(page, /نام بردن از کسی/, 'سینا توکلی')
  await page.getByRole('button', { name: 'نوشتن دیدگاه' }).click()
  const said = main.getByRole('listitem').filter({ hasText: 'در گوشی من هم همین است.' })
  await expect(said).toContainText('سارا حسینی')
  await expect(said).toContainText('نام‌برده: سینا توکلی')
  await meanwhileAs(browser, 'Change champion', async (champion) => {
    await (await news(champion, KEYBOARD)).click()
    await expect(champion.getByRole('heading', { level: 1, name: KEYBOARD })).toBeVisible()
  })
})

test('without a name nobody knows who wrote, and the secret link leads back to the conversation', async ({ page, browser }) => {
  test.setTimeout(150_000)
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/feedback/new')
  const main = page.locator('main')
  await pick(page.getByRole('radio', { name: 'پرسش' }))
  await page.getByRole('textbox', { name: 'در یک خط' }).fill(ALONE)
  await pick(page.getByRole('switch', { name: 'بی‌نام من' }))
  await expect(main).toContainText('هیچ‌کس نمی‌تواند بفهمد')
  await page.getByRole('button', { name: 'فرستادن', exact: true }).click()
  await expect(page).toHaveURL(/\/feedback\/follow\/[^#]+#.{20,}/)
  await expect(page.getByRole('heading', { level: 1, name: ALONE })).toBeVisible()
  const secret = page.url()
  await page.goto('/feedback')
  await page.getByRole('link', { name: 'بی‌نام‌های شما' }).click()
  await expect(main.getByRole('link', { name: ALONE })).toBeVisible()
  await page.goto('/feedback')
  await page.getByRole('radio', { name: 'از من', exact: true }).click()
  await expect(main.getByRole('link', { name: SLOW })).toBeVisible()
  await expect(main).not.toContainText(ALONE)

  await meanwhileAs(browser, 'HR', async (hr) => {
    await read(hr, 'العربية')
    await go(hr, '/feedback/moderation')
    const waiting = card(hr, ALONE)
    await expect(waiting).toContainText('دون اسم')
    await waiting.getByRole('link', { name: ALONE }).click()
    await expect(hr.locator('main')).toContainText('مجهول')
    await expect(hr.locator('main')).not.toContainText('سارا حسینی')
    await hr.getByRole('textbox', { name: 'ماذا تقول فيه؟' }).fill('کدام مرحله را پیشنهاد می‌کردید؟')
    await hr.getByRole('button', { name: 'تعليق', exact: true }).click()
    await expect(hr.locator('main').getByRole('listitem').filter({ hasText: 'کدام مرحله' })).toBeVisible()
    await hr.goto('/feedback/moderation')
    await waiting.getByRole('button', { name: 'تركه كما هو' }).click()
    await expect(waiting).toHaveCount(0)
  })

  // Whoever has the link gets there, at any machine and without signing in.
  const elsewhere = await browser.newContext({ locale: 'fa-IR' })
  const visitor = await elsewhere.newPage()
  await visitor.goto(secret)
  await expect(visitor.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(visitor.locator('main')).toContainText('کدام مرحله را پیشنهاد می‌کردید؟')
  await visitor.getByRole('textbox', { name: 'پاسخ بی‌نام' }).fill('پیش‌فاکتور پیش از مذاکره.')
  await visitor.getByRole('button', { name: 'فرستادن' }).click()
  const answer = visitor.getByRole('listitem').filter({ hasText: 'پیش‌فاکتور پیش از مذاکره.' })
  await expect(answer).toContainText('نویسندهٔ آن')
  await visitor.goto(secret.replace(/#.*/, `#${'A'.repeat(43)}`))
  await expect(visitor.locator('main')).not.toContainText(ALONE)
  await elsewhere.close()
})

test('HR merges what was said twice and declines with a reason, and those who asked read it', async ({ page, browser }) => {
  test.setTimeout(150_000)
  await comeInAs(page, 'HR', 'العربية')
  await go(page, '/feedback')
  const main = page.locator('main')
  await main.getByRole('link', { name: SLOW }).click()
  await page.getByRole('button', { name: 'دمجه في اقتراح آخر' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill('گزارش')
  await pick(dialog.getByRole('radio', { name: /گزارش/ }).first())
  await dialog.getByRole('button', { name: 'دمج', exact: true }).click()
  await expect(main).toContainText('اقتراح آخر يقول الشيء نفسه')
  await expect(main).toContainText('مكرر')

  await page.goto('/feedback')
  await page.getByRole('searchbox').fill('پیش‌فاکتور')
  await main.getByRole('link', { name: KEYBOARD }).click()
  await choose(page, /الحالة$/, 'مرفوض')
  await page.getByRole('textbox', { name: /ما تقوله في ذلك/ }).fill('در نسخهٔ تازهٔ برنامه این صفحه دیگر نیست.')
  await page.getByRole('button', { name: 'إجابة', exact: true }).click()
  await expect(main.getByRole('listitem').filter({ hasText: 'در نسخهٔ تازهٔ برنامه این صفحه دیگر نیست.' })).toContainText('مرفوض')

  await meanwhileAs(browser, 'Member', async (member) => {
    await read(member, 'فارسی')
    const told = await news(member, KEYBOARD)
    await expect(told).toContainText('خوانده‌نشده')
    await told.click()
    await expect(member.getByRole('heading', { level: 1, name: KEYBOARD })).toBeVisible()
    await expect(member.locator('main')).toContainText('پذیرفته‌نشده')
    await expect(member.locator('main')).toContainText('در نسخهٔ تازهٔ برنامه این صفحه دیگر نیست.')
    await expect(member.getByRole('button', { name: /^رأی به/ })).toBeDisabled()
    await member.goto('/feedback')
    await member.getByRole('radio', { name: 'از من', exact: true }).click()
    await member.locator('main').getByRole('link', { name: SLOW }).click()
    await expect(member.locator('main')).toContainText('پیشنهاد دیگری همین را می‌گوید')
  })
})

test('a member answers what is asked, once, and is told that the name is not kept', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await page.goto('/')
  const asked = page.getByRole('region', { name: 'از شما پرسیده می‌شود' }).getByRole('link', { name: new RegExp(STAGES) })
  await asked.click()
  const main = page.locator('main')
  await expect(main).toContainText('پاسخ‌های شما بی‌نام نگه داشته می‌شود')
  const questions = main.getByRole('radiogroup')
  await expect(questions).toHaveCount(2)
  const send = page.getByRole('button', { name: 'فرستادن', exact: true })
  await expect(send).toBeDisabled()
  for (const at of [0, 1]) await pick(questions.nth(at).getByRole('radio').nth(1))
  await main.getByRole('textbox').last().fill('مذاکره و توافق')
  await send.click()
  await expect(main).toContainText('سپاسگزاریم')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await settled(page)
  await expect(asked).toHaveCount(0)
})

test('HR reads what was answered, and nothing of a small team or of a round that runs', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/pulses')
  const main = page.locator('main')
  await main.getByRole('row', { name: /The CRM after Nowruz/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /The CRM after Nowruz/ })).toBeVisible()
  await expect(main).toContainText('Mean of 1 to 5')
  const teams = main.getByRole('grid', { name: 'By team' })
  await expect(teams.getByRole('row', { name: /First line support/ })).toBeVisible()
  await expect(teams).not.toContainText('Weekend support')
  await page.goto('/pulses')
  await main.getByRole('row', { name: /The stages of a deal/ }).click()
  await expect(main).toContainText('Results are shown when the round is over')
  await expect(main).not.toContainText('Mean of 1 to 5')
})

/** The card that is about a proposal. */
const card = (page: Page, title: string) => page.locator('main section').filter({ has: page.getByRole('link', { name: title }) })

/** The number that Persian digits write. */
const faDigits = (text: string | null) =>
  Number([...(text ?? '')].map((each) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(each)).filter((digit) => digit >= 0).join(''))
