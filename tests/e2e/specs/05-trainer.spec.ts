import { type Page, expect, test } from '@playwright/test'
import { comeInAs, find, go, pick } from './people'

const COURSE = 'مراقبة العملاء بعد البيع'
const TEAM = 'فروش تهران جنوب'

/** Writes into a field of the form that is shown, the last one of its name. */
const write = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).last().fill(text)

async function add(page: Page, menu: string, item: string) {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Publishes what is written, as the trainer reads it. */
async function publish(page: Page, version: string, news: string) {
  await page.getByRole('button', { name: 'نشر', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `نشر الإصدار ${version}` })
  await dialog.getByRole('textbox', { name: /ما الجديد/ }).fill(news)
  await dialog.getByRole('button', { name: 'نشر' }).click()
  await expect(page.getByText(`نُشر الإصدار ${version}.`)).toBeVisible()
}

test('a course with a text, a video, a file and a quiz of every kind is written in two languages and published', async ({ page }) => {
  test.setTimeout(120_000)
  await comeInAs(page, 'Trainer', 'العربية')
  await go(page, '/courses')
  await page.getByRole('button', { name: 'كتابة دورة' }).click()
  await write(page, 'العنوان', COURSE)
  await page.getByRole('button', { name: 'ابدأ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: COURSE })).toBeVisible()
  await expect(page.getByRole('button', { name: 'نشر', exact: true })).toBeDisabled()

  // The learners of this course read Persian.
  await page.getByRole('radio', { name: 'فارسی' }).click()
  await page.getByRole('tab', { name: 'تعريف وشهادة' }).click()
  await write(page, 'العنوان', 'مشتری پس از فروش')
  await pick(page.getByRole('switch', { name: /ينال شهادة/ }))
  await page.getByRole('tab', { name: 'المحتوى' }).click()

  await add(page, 'إضافة وحدة', 'نص')
  await write(page, 'العنوان', 'سه روز نخست')
  await write(page, 'النص', '# نخستین تماس\n\nروز **دوم** زنگ بزنید.')
  await expect(page.getByRole('region', { name: 'معاينة' }).getByRole('heading', { name: 'نخستین تماس' })).toBeVisible()
  await add(page, 'إضافة وحدة', 'فيديو')
  await write(page, 'العنوان', 'یک تماس خوب')
  await write(page, 'عنوان الفيديو', 'https://videos.sepehr.example/call.mp4')
  await write(page, 'ما يقوله، لمن لا يسمع أو لا يرى', 'سلام، از **سپهر** زنگ می‌زنم.')
  await add(page, 'إضافة وحدة', 'ملف')
  await write(page, 'العنوان', 'برگهٔ یادآور')
  await write(page, 'عنوان الملف', 'javascript:alert(1)')
  await add(page, 'إضافة وحدة', 'اختبار')
  await write(page, 'العنوان', 'آزمون کوتاه')
  await write(page, 'السؤال', 'کی زنگ می‌زنید؟')
  await write(page, 'الخيار ١', 'روز دوم')
  await write(page, 'الخيار ٢', 'هرگز')
  await add(page, 'إضافة سؤال', 'عدة خيارات')
  await write(page, 'السؤال', 'چه می‌پرسید؟')
  await write(page, 'الخيار ١', 'راضی هستید؟')
  await write(page, 'الخيار ٢', 'چه کم است؟')
  await write(page, 'الخيار ٣', 'رمز شما چیست؟')
  await pick(page.getByRole('checkbox', { name: 'الخيار ٢ صحيح' }).last())
  await add(page, 'إضافة سؤال', 'صح أو خطأ')
  await write(page, 'السؤال', 'شکایت را همان روز ثبت می‌کنیم.')
  await add(page, 'إضافة سؤال', 'ترتيب')
  await write(page, 'السؤال', 'به ترتیب بچینید')
  await write(page, 'العنصر ١', 'زنگ')
  await write(page, 'العنصر ٢', 'یادداشت')
  await write(page, 'العنصر ٣', 'پیگیری')
  await add(page, 'إضافة سؤال', 'مطابقة أزواج')
  await write(page, 'السؤال', 'کدام با کدام؟')
  for (const [at, [left, right]] of [
    ['شکایت', 'همان روز'],
    ['پیشنهاد', 'همان هفته'],
  ].entries()) {
    await page.getByRole('textbox', { name: /^هذا/ }).nth(at).fill(left ?? '')
    await page.getByRole('textbox', { name: /^يقابل/ }).nth(at).fill(right ?? '')
  }
  await add(page, 'إضافة سؤال', 'رقم')
  await write(page, 'السؤال', 'چند روز پس از فروش؟')
  const number = page.getByRole('textbox', { name: 'الرقم الصحيح' })
  await number.fill('٢')
  await number.press('Tab')
  await add(page, 'إضافة سؤال', 'بضع كلمات')
  await write(page, 'السؤال', 'کجا ثبت می‌کنید؟')
  await write(page, 'إجابات مقبولة، واحدة في كل سطر', 'سی‌آر‌ام\nCRM')

  // What is wrong is said where it is, and nothing is lost by it.
  await page.getByRole('button', { name: 'حفظ' }).click()
  const file = page.getByRole('button', { name: /برگهٔ یادآور/ }).first()
  await expect(file).toHaveAccessibleName(/يحتاج إلى تصحيح/)
  await file.click()
  await expect(page.getByRole('textbox', { name: 'عنوان الملف' })).toHaveAttribute('aria-invalid', 'true')
  await write(page, 'عنوان الملف', 'https://files.sepehr.example/after-sales.pdf')
  await page.getByRole('button', { name: 'حفظ' }).click()
  await expect(page.getByText('تم الحفظ.')).toBeVisible()
  await publish(page, '١', 'النسخة الأولى')
})

test('a published course goes on being written, and gets its next version', async ({ page }) => {
  await comeInAs(page, 'Trainer', 'العربية')
  await go(page, '/courses')
  await page.getByRole('row', { name: new RegExp(COURSE) }).click()
  await page.getByRole('radio', { name: 'فارسی' }).click()
  await page.getByRole('button', { name: /سه روز نخست/ }).first().click()
  await write(page, 'النص', '# نخستین تماس\n\nروز **دوم** زنگ بزنید، و بنویسید چه شنیدید.')
  await page.getByRole('button', { name: 'حفظ' }).click()
  await expect(page.locator('main')).toContainText('الإصدار ١، وتغييرات لم تُنشر')
  await publish(page, '٢', 'أوضح من قبل')
  await page.getByRole('tab', { name: 'الإصدارات' }).click()
  const versions = page.getByRole('grid', { name: 'الإصدارات' })
  await expect(versions.getByRole('row').filter({ hasText: 'أوضح من قبل' })).toContainText('٢')
  await versions.getByRole('row').filter({ hasText: 'النسخة الأولى' }).getByRole('button', { name: 'عرض' }).click()
  await expect(page.getByRole('dialog')).toContainText('نخستین تماس')
  await expect(page.getByRole('dialog')).not.toContainText('بنویسید چه شنیدید')
})

test('a curriculum for a position and a level is put together from courses, in their order', async ({ page }) => {
  await comeInAs(page, 'Trainer', 'العربية')
  await go(page, '/curricula')
  await page.getByRole('button', { name: 'إضافة منهج: Sales representative, متمكّن' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'العنوان' }).fill('ما بعد البيع')
  await find(dialog, 'إضافة دورة', COURSE)
  await dialog.getByRole('button', { name: 'إنشاء' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ما بعد البيع' })).toBeVisible()
  await page.goto('/curricula')
  await expect(page.getByRole('link', { name: /ما بعد البيع/ })).toContainText('دورة واحدة')
})

test('an audience is built as a rule with a live count, and whoever matches is enrolled', async ({ page }) => {
  await comeInAs(page, 'Trainer', 'العربية')
  await go(page, '/assignments/new')
  const now = page.getByRole('region', { name: 'الآن' })
  await find(page, 'المنهج', 'ما بعد البيع')
  await expect(now).toContainText(/٤[٠-٩][٠-٩]/)
  await add(page, 'إضافة شرط', 'في أحد هذه الفرق أو ما تحته')
  await expect(now).toContainText('املأ الشروط')
  await find(page, /في أحد هذه الفرق/, TEAM)
  await expect(now).toContainText('١٢')
  await add(page, 'إضافة شرط', 'هنا منذ هذا العدد من الأيام')
  const days = page.getByRole('textbox', { name: 'هنا منذ (أيام) على الأقل' })
  await days.fill('٣٠٠٠٠')
  const most = page.getByRole('textbox', { name: 'وعلى الأكثر (أيام)' })
  await most.fill('٠')
  await most.press('Tab')
  await expect(now).toContainText('لا أحد يطابق الآن')
  await page.getByRole('button', { name: /^إزالة: هنا منذ/ }).click()
  await expect(now).toContainText('١٢')
  await page.getByRole('button', { name: 'تكليف', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ما بعد البيع' })).toBeVisible()
  const main = page.locator('main')
  await expect(async () => {
    await page.reload()
    await expect(main.getByRole('row', { name: new RegExp(`^${TEAM}`) })).toContainText('١٢', { timeout: 2_000 })
  }).toPass()
  await expect(main).toContainText('سارا حسینی')

  // It can be paused and goes on.
  await page.getByRole('button', { name: 'إيقاف مؤقت' }).click()
  await expect(main).toContainText('متوقف مؤقتًا')
  await page.getByRole('button', { name: 'متابعة' }).click()
  await expect(page.getByRole('button', { name: 'إيقاف مؤقت' })).toBeVisible()
})
