import { type Page, expect, test } from '@playwright/test'
import { choose, comeInAs, find, go, meanwhileAs, news, pick, read, settled } from './people'

const JOINT = { fa: 'ثبت پاکیزه، تهران با هم', en: 'Clean records, Tehran together' }
const WON = 'Across the corridor'
const VOTED = 'جواب واحد عن الفاتورة'
const MEAL = { ar: 'أمسية في مدرسة الطهي', en: 'An evening at the cooking school' }
const OWN = 'Calls that anybody can take over'
const THANKS = 'پیش از جلسه فهرست مشتری‌ها را کامل کرد و دو ساعت از کار ما کم شد.'

test('HR writes a challenge for two teams with one prize, and announces it', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/challenges')
  await page.getByRole('button', { name: 'Write a challenge' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: /^Title/ })).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('textbox', { name: /^Title/ }).fill(OWN)
  await pick(dialog.getByRole('radio', { name: /^How many features are used/ }))
  await choose(dialog, /Application$/, /CRM/)
  for (const team of ['First line support', 'Premium support']) {
    const chosen = dialog.getByRole('row', { name: team })
    await expect(async () => {
      if (!(await chosen.isVisible())) await find(dialog, 'Teams', team)
      await expect(chosen).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 40_000 })
  }
  await dialog.getByRole('textbox', { name: /^Prize for all of them/ }).fill('300')
  await find(dialog, 'Currency', 'GBP')
  await choose(dialog, /Paid from$/, /Team days 2026/)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: OWN })).toBeVisible()

  await page.getByRole('button', { name: 'Announce' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Announce' }).click()
  const main = page.locator('main')
  await expect(main).toContainText('How far the teams have come together')
  await expect(main).toContainText('Shared prize')
  await expect(main).toContainText('£300')
  const guards = page.getByRole('region', { name: 'What has to hold for the prize' })
  await expect(guards).toContainText('Nobody’s own use is shown or counted.')
  await expect(guards.getByRole('listitem')).toHaveCount(4)
  await page.goto('/challenges')
  await page.getByRole('radio', { name: 'Running' }).click()
  await expect(main.getByRole('link', { name: new RegExp(OWN) })).toBeVisible()
})

test('a member sees how far the teams have come together, and nobody’s own figures', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/challenges')
  const main = page.locator('main')
  await expect(main).toContainText('کسی رتبه‌بندی نمی‌شود')
  await expect(main).not.toContainText(OWN)
  await main.getByRole('link', { name: new RegExp(JOINT.fa) }).click()
  await expect(page.getByRole('heading', { level: 1, name: JOINT.fa })).toBeVisible()
  await expect(main).toContainText('تیم‌ها با هم تا کجا رسیده‌اند')
  await expect(main).toContainText('جایزهٔ مشترک')
  const teams = page.getByRole('region', { name: 'تیم‌ها', exact: true })
  await expect(teams.getByRole('listitem')).toHaveCount(4)
  // A team that was just flagged shares the prize, but its recovery wins nothing.
  await expect(teams.getByRole('listitem').filter({ hasText: 'فروش تهران جنوب' })).toContainText('چندی پیش پرچم داشت')
  await expect(page.getByRole('region', { name: 'برای جایزه چه باید برقرار باشد' })).toContainText('استفادهٔ هیچ فردی نشان داده یا شمرده نمی‌شود.')
  await expect(main).not.toContainText('سارا حسینی')
  await page.goto('/rewards')
  await expect(main).toContainText('این صفحه برای نقش‌های دیگر است')
})

test('a sponsor reads what teams can choose and what it is paid from, and changes nothing', async ({ page }) => {
  await comeInAs(page, 'Sponsor', 'English')
  await go(page, '/rewards')
  const main = page.locator('main')
  const panel = page.getByRole('tabpanel')
  // All that one can press or fill in, but what chooses the list that is shown.
  const changes = main.locator('button:not([role=radio]), [role=button], input, textarea, [contenteditable]')
  const budget = panel.getByRole('region', { name: 'Team days 2026' })
  await expect(budget).toContainText('£6,000')
  await expect(budget).toContainText('Spent')
  await expect(budget).toContainText('Left')
  await expect(changes).toHaveCount(0)

  await page.getByRole('tab', { name: 'Catalogue' }).click()
  const lunch = panel.getByRole('listitem').filter({ hasText: 'Lunch together' })
  await expect(lunch).toContainText('£240')
  await expect(lunch).toContainText('For up to twelve people')
  await expect(changes).toHaveCount(0)

  // Neither is there anything to approve, nor a voucher to take.
  await page.getByRole('tab', { name: 'What teams chose' }).click()
  await pick(panel.getByRole('radio', { name: 'Used' }))
  await expect(lunch).toContainText('£240')
  await pick(panel.getByRole('radio', { name: 'Approved' }))
  await expect(panel.getByRole('listitem').filter({ hasText: 'A photography workshop' })).toBeVisible()
  await expect(changes).toHaveCount(0)
  await pick(panel.getByRole('radio', { name: 'Waiting' }))
  await settled(page)
  await expect(changes).toHaveCount(0)

  await page.getByRole('tab', { name: 'Exchange rates' }).click()
  await expect(panel.getByRole('row').filter({ hasText: 'GBP → IRR' }).first()).toBeVisible()
  await expect(changes).toHaveCount(0)
})

test('what a team won is on its challenge: the voucher is shown there, and works once', async ({ page, browser }) => {
  await comeInAs(page, 'Sponsor', 'English')
  await go(page, '/challenges')
  const main = page.locator('main')
  await main.getByRole('link', { name: new RegExp(WON) }).click()
  await expect(main).toContainText('It is approved')
  await expect(main).toContainText('A photography workshop')
  await page.getByRole('button', { name: 'Show the voucher' }).click()
  const shown = main.locator('p[dir=ltr]').filter({ hasText: /^[0-9A-Z-]{8,}$/ })
  await expect(shown).toBeVisible()
  const code = (await shown.textContent()) ?? ''

  await meanwhileAs(browser, 'HR', async (hr) => {
    await read(hr, 'العربية')
    await go(hr, '/rewards')
    const panel = hr.getByRole('tabpanel')
    await hr.getByRole('radio', { name: 'موافق عليه' }).click()
    const approved = panel.getByRole('listitem').filter({ hasText: 'ورشة تصوير' })
    await expect(approved).toBeVisible()
    const enter = hr.getByRole('textbox', { name: 'الرمز' })
    await enter.fill('ABCD-EFGH-JKLM')
    await hr.getByRole('button', { name: 'استخدامها' }).click()
    await expect(panel.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible()
    // As somebody types it who reads it from a telephone.
    await enter.fill(code.toLowerCase().replaceAll('-', ' '))
    await hr.getByRole('button', { name: 'استخدامها' }).click()
    await expect(hr.getByText(/القسيمة صالحة/)).toBeVisible()
    await expect(approved).toHaveCount(0)
    await hr.getByRole('radio', { name: 'مستخدَم' }).click()
    await expect(approved).toBeVisible()
    await enter.fill(code)
    await hr.getByRole('button', { name: 'استخدامها' }).click()
    await expect(panel.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible()
  })
  await page.reload()
  await expect(main).toContainText('The voucher was used')
  await expect(page.getByRole('button', { name: 'Show the voucher' })).toHaveCount(0)
})

test('the last voice decides what a team gets, and HR pays it once and only out of what the budget holds', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  await comeInAs(page, 'Trainer', 'العربية')
  await go(page, '/challenges')
  await page.locator('main').getByRole('link', { name: new RegExp(VOTED) }).click()
  const prize = page.getByRole('region', { name: 'الجائزة', exact: true })
  await prize.getByRole('listitem').filter({ hasText: MEAL.ar }).getByRole('button', { name: 'اختيار هذه' }).click()
  await expect(prize).toContainText('لقد اخترتم')
  await expect(prize.getByRole('button', { name: 'إظهار القسيمة' })).toHaveCount(0)

  await meanwhileAs(browser, 'HR', async (hr) => {
    await read(hr, 'English')
    await go(hr, '/rewards')
    const panel = hr.getByRole('tabpanel')
    const waiting = panel.getByRole('listitem').filter({ hasText: MEAL.en })
    await expect(waiting).toContainText('دعم العملاء')
    await expect(waiting).toContainText(/SAR\s2,100/)

    // Since they were promised it, the pound buys less than the budget reckoned with.
    await hr.getByRole('tab', { name: 'Exchange rates' }).click()
    await find(panel, /^One of/, 'GBP')
    await panel.getByRole('textbox', { name: /^is worth so many/ }).fill('4.2')
    await find(panel, /^of/, 'SAR')
    await panel.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(panel.getByRole('row').filter({ hasText: 'GBP → SAR' }).filter({ hasText: '4.2' })).toBeVisible()
    await hr.getByRole('tab', { name: 'To approve' }).click()
    await askToApprove(hr)
    await approve(hr)
    await expect(hr.getByRole('alert').filter({ hasText: 'The budget does not hold so much.' })).toBeVisible()
    await expect(waiting).toBeVisible()

    await hr.getByRole('tab', { name: 'Budgets' }).click()
    const budget = panel.getByRole('region', { name: 'Teams in Riyadh 2026' })
    await budget.getByRole('button', { name: 'Edit' }).click()
    const dialog = hr.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^Amount/ }).fill('600')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(budget).toContainText('£600')

    // Two who look at the same choice approve it at the same time.
    await meanwhileAs(browser, 'HR', async (other) => {
      await go(other, '/rewards')
      await askToApprove(other)
      await hr.getByRole('tab', { name: 'To approve' }).click()
      await askToApprove(hr)
      await approve(hr)
      await expect(waiting).toHaveCount(0)
      await approve(other)
      const refused = other.getByRole('alert').filter({ hasText: 'This choice was approved, rejected or used already.' })
      await expect(refused).toBeVisible()
    })
    await hr.getByRole('radio', { name: 'Approved' }).click()
    await expect(waiting).toContainText('From the budget: \u2068£500')

    await page.reload()
    await expect(prize).toContainText('تمت الموافقة')
    await prize.getByRole('button', { name: 'إظهار القسيمة' }).click()
    const shown = prize.locator('p[dir=ltr]').filter({ hasText: /^[0-9A-Z-]{8,}$/ })
    await expect(shown).toBeVisible()
    await hr.getByRole('textbox', { name: 'Code' }).fill((await shown.textContent()) ?? '')
    await hr.getByRole('button', { name: 'Use it' }).click()
    await expect(hr.getByText(/It is good: .*It cannot be used again/)).toBeVisible()
    await expect(waiting).toHaveCount(0)
  })
  await page.reload()
  await expect(prize).toContainText('استُخدمت القسيمة')
  await expect(prize.getByRole('button', { name: 'إظهار القسيمة' })).toHaveCount(0)
})

test('thanks are given for something, with what it stands for, and whoever likes leaves the wall', async ({ page, browser }) => {
  test.setTimeout(150_000)
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/recognition')
  const main = page.locator('main')
  await page.getByRole('button', { name: 'سپاس‌گزاری' }).first().click()
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: 'سپاس‌گزاری', exact: true })
  await find(dialog, /از چه کسی سپاس‌گزارید؟/, 'سینا توکلی')
  await dialog.getByRole('textbox', { name: /برای چه؟/ }).fill('ممنون')
  await pick(dialog.getByRole('radio', { name: /نشان بده، نگو/ }))
  // One word says nothing about what was done.
  await expect(send).toBeDisabled()
  await dialog.getByRole('textbox', { name: /برای چه؟/ }).fill(THANKS)
  await send.click()
  await expect(dialog).toHaveCount(0)
  const note = main.getByRole('listitem').filter({ hasText: THANKS })
  await expect(note).toContainText('سینا توکلی')
  await expect(note).toContainText('نشان بده، نگو')
  await expect(note).toContainText('سارا حسینی')

  await meanwhileAs(browser, 'Change champion', async (champion) => {
    await read(champion, 'فارسی')
    await (await news(champion, 'سارا حسینی\u2069 از شما تشکر می‌کند')).click()
    await expect(champion.getByRole('listitem').filter({ hasText: THANKS })).toBeVisible()
  })
  await pick(page.getByRole('switch', { name: 'روی دیوار هستم' }), false)
  await expect(main).toContainText('از دیوار بیرون رفته‌اید')
  await meanwhileAs(browser, 'Sponsor', async (sponsor) => {
    await go(sponsor, '/recognition')
    await expect(sponsor.locator('main').getByRole('listitem').first()).toBeVisible()
    await expect(sponsor.locator('main')).not.toContainText(THANKS)
    await expect(sponsor.locator('main')).not.toContainText('سارا حسینی')
  })
  await pick(page.getByRole('switch', { name: 'روی دیوار هستم' }))
  await expect(main).not.toContainText('از دیوار بیرون رفته‌اید')
  await meanwhileAs(browser, 'Sponsor', async (sponsor) => {
    await go(sponsor, '/recognition')
    await expect(sponsor.locator('main')).toContainText(THANKS)
  })
})

/** As HR: asks to approve what waits, and is asked back. */
async function askToApprove(hr: Page) {
  const waiting = hr.getByRole('tabpanel').getByRole('listitem').filter({ hasText: MEAL.en })
  await waiting.getByRole('button', { name: 'Approve' }).click()
  await expect(hr.getByRole('alertdialog', { name: /^Approve/ })).toBeVisible()
}

/** As HR: says yes to that. */
async function approve(hr: Page) {
  await hr.getByRole('alertdialog', { name: /^Approve/ }).getByRole('button', { name: 'Approve' }).click()
}
