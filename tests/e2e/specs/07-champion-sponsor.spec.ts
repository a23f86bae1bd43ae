import { expect, test } from '@playwright/test'
import { comeInAs, go, meanwhileAs, pick } from './people'

const OWN = 'فروش تبریز'
const FOREIGN = 'First line support'

test('a champion sees the own teams and their flags, in Persian, and nothing of the others', async ({ page, browser }) => {
  await comeInAs(page, 'Change champion', 'فارسی')
  await go(page, '/teams')
  const main = page.locator('main')
  await expect(main.getByRole('grid')).toContainText(OWN)
  await expect(main).not.toContainText(FOREIGN)
  await expect(main).not.toContainText('الدعم الفني')
  await page.goto('/flags')
  await expect(main.getByRole('link', { name: new RegExp(OWN) })).toBeVisible()
  await expect(main.getByRole('link', { name: /الدعم|مبيعات|خدمات/ })).toHaveCount(0)

  // The address of a foreign team, as HR has it, leads to nothing.
  let foreign = ''
  await meanwhileAs(browser, 'HR', async (other) => {
    await go(other, '/teams')
    await other.getByPlaceholder(/Find a team/).fill(FOREIGN)
    await other.getByRole('row', { name: new RegExp(FOREIGN) }).click()
    await expect(other.getByRole('heading', { level: 1, name: FOREIGN })).toBeVisible()
    foreign = new URL(other.url()).pathname
  })
  await page.goto(foreign)
  await expect(main).toContainText('پیدا نشد')
  await page.goto('/set-up/people')
  await expect(main).toContainText('این صفحه برای نقش‌های دیگر است')
})

test('a champion names the cause, and does what the playbook gives to champions', async ({ page }) => {
  await comeInAs(page, 'Change champion', 'فارسی')
  await go(page, '/flags')
  const main = page.locator('main')
  await main.getByRole('link', { name: new RegExp(OWN) }).click()
  await expect(main).toContainText('در چهار هفتهٔ گذشته')
  await page.getByRole('button', { name: /^درست است/ }).click()
  await pick(page.getByRole('radio', { name: /^توانایی/ }))
  await page.getByRole('dialog').getByRole('button', { name: /تأیید/ }).click()
  await expect(main).toContainText('تیم را حین کار همراهی کنید')

  await page.goto('/')
  const tasks = page.getByRole('region', { name: 'کارهای شما' })
  await expect(tasks).toContainText(OWN)
  await tasks.getByRole('button', { name: 'انجام شد' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('یکشنبه سر زدم؛ گزارش‌ها کند بود.')
  await page.getByRole('dialog').getByRole('button', { name: 'انجام شد' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto('/flags')
  await main.getByRole('link', { name: new RegExp(OWN) }).click()
  await expect(main).toContainText('یکشنبه سر زدم؛ گزارش‌ها کند بود.')
})

test('a sponsor sees where the organization stands, and decides nothing for others', async ({ page }) => {
  await comeInAs(page, 'Sponsor', 'English')
  const main = page.locator('main')
  await page.goto('/')
  await expect(main).toContainText('Teams in step')
  await expect(main).toContainText('People who use it')
  await page.goto('/teams')
  await expect(main.getByRole('grid')).toContainText(FOREIGN)
  await page.goto('/flags')
  await main.getByRole('link').first().click()
  await expect(main).toContainText('How sure we are')
  await expect(page.getByRole('button', { name: /It is right|Put it off|This is wrong/ })).toHaveCount(0)
  for (const closed of ['/set-up', '/courses', '/assignments', '/mail']) {
    await page.goto(closed)
    await expect(main, closed).toContainText('This page is for other roles')
  }
})
