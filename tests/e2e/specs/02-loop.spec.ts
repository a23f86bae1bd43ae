import { expect, test } from '@playwright/test'
import { comeInAs, go, letADayPass, pick } from './people'

const LOW = 'فروش تهران جنوب'

test('HR sees which teams fall behind, and what cannot be judged', async ({ page }) => {
  await comeInAs(page, 'HR')
  await go(page, '/teams')
  await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible()
  const main = page.locator('main')
  await expect(main).toContainText('Flagged')
  await page.getByPlaceholder('Find a team').fill('Weekend support')
  await expect(main).toContainText('Weekend support')
  await expect(main).toContainText(/too small|fewer than 5|people/i)
})

test('a flag is explained, confirmed, and starts a retraining by rule', async ({ page }) => {
  await comeInAs(page, 'HR')
  await go(page, '/flags')
  await page.getByText(LOW).first().click()
  const main = page.locator('main')
  await expect(main).toContainText('In the last four weeks people here used it on')
  await expect(main).toContainText('Trained or passed')
  await expect(main).toContainText('not known yet')
  await page.getByRole('button', { name: /It is right/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /^Knowledge/ })).toBeChecked()
  await dialog.getByRole('button', { name: /Confirm/ }).click()
  await expect(main).toContainText('Confirmed: Knowledge')
  await expect(main).toContainText('Help began')

  await letADayPass(page)
  await page.goto('/assignments')
  const row = page.getByRole('row', { name: /From a flag/ })
  await expect(row).toBeVisible()
  await expect(row).toContainText('12')
})

test('the learner is told in her own language, and finishes the course', async ({ page }) => {
  await comeInAs(page, 'Member')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
  await page.goto('/learning')
  await page.getByRole('link', { name: 'آغاز' }).click()
  const main = page.locator('main')
  await expect(main).toContainText('چرا معامله باید در CRM باشد')
  await page.getByRole('button', { name: 'خواندم، بعدی' }).click()
  await expect(main).toContainText('مرحله‌هایی که معنا دارند')

  // Somebody who comes back goes on where she stopped.
  await page.goto('/learning')
  await page.getByRole('link', { name: 'ادامه' }).first().click()
  await page.getByRole('button', { name: 'خواندم، بعدی' }).click()

  await page.getByRole('button', { name: 'آغاز آزمون' }).click()
  await pick(page.getByRole('radio', { name: 'پیشنهاد' }))
  await pick(page.getByRole('checkbox', { name: 'نیاز' }))
  await pick(page.getByRole('checkbox', { name: 'بودجه' }))
  await pick(page.getByRole('radio', { name: 'نادرست' }))
  await page.getByRole('button', { name: 'تحویل' }).click()
  await expect(main).toContainText('قبول شدید. آفرین.')
})

test('the administrator reads the mail that went out', async ({ page }) => {
  await comeInAs(page, 'Administrator')
  await go(page, '/mail')
  await expect(page.locator('main')).toContainText('sepehr.example')
})
