import { expect, test } from '@playwright/test'
import { comeInAs } from './people'

test('a wrong password is refused without saying what was wrong', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Work address').fill('daniel.brown@sepehr.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page).toHaveURL(/sign-in/)
})

test('one signs in with the keyboard alone, and stays signed in over a reload', async ({ page, context }) => {
  await page.goto('/')
  await page.getByLabel('Work address').fill('daniel.brown@sepehr.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('hamgam-demo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Daniel Brown/ })).toBeVisible()

  const cookie = (await context.cookies()).find((c) => c.name.startsWith('__Host-'))
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('eyJ')

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /Daniel Brown/ })).toBeVisible()
})

test('who is not signed in comes back to the page that was wanted', async ({ page }) => {
  await page.goto('/teams')
  await expect(page).toHaveURL(/sign-in/)
  await page.getByRole('button', { name: /HR/ }).first().click()
  await expect(page).toHaveURL(/\/teams$/)
})

test('a member is not led to what is not theirs', async ({ page }) => {
  await comeInAs(page, 'Member')
  await page.goto('/flags')
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.locator('main')).not.toContainText('فروش تهران جنوب')
})
