import { type Page, type Route, expect, test } from '@playwright/test'
import { choose, comeInAs, go, letADayPass, meanwhileAs, pick, read, settled } from './people'

const COURSE = 'مشتری پس از فروش'

test('one chooses language, calendar and digits, and everything follows', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/me')
  const main = page.locator('main')
  await expect(main).toContainText(/این‌گونه: .*[۰-۹]{4}، ۱٬۲۳۴٫۵/)
  await choose(page, /گاه‌شماری$/, /میلادی/)
  await expect(main).toContainText(/این‌گونه: .*[۰-۹]+ .+ ۲۰۲۶/)
  await choose(page, /رقم‌ها$/, '0123456789')
  await expect(main).toContainText(/این‌گونه: .*2026.*1,?٬?234/)
  await page.reload()
  await expect(main).toContainText(/این‌گونه: .*2026/)
  await choose(page, /رقم‌ها$/, '۰۱۲۳۴۵۶۷۸۹')
  await choose(page, /گاه‌شماری$/, /خورشیدی/)
  await expect(main).toContainText(/این‌گونه: .*۱۴۰/)

  await page.getByRole('button', { name: /سارا حسینی/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page.getByRole('link', { name: 'My learning' }).first()).toBeVisible()
  await read(page, 'فارسی')
})

test('one says how one wants to be told, and it holds', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/me')
  const line = page.getByRole('listitem').filter({ hasText: 'به پرسشم پاسخ داده می‌شود' })
  await choose(line, /با نامه/, 'در چکیدهٔ روزانه')
  await settled(page)
  await page.reload()
  await expect(line.getByRole('button', { name: /با نامه/ })).toContainText('در چکیدهٔ روزانه')
})

/** Watches a half of the video, leaves, and goes on there; whoever cannot hear it reads it. */
async function watch(page: Page) {
  const video = page.locator('main video')
  const time = () => video.evaluate((element: HTMLVideoElement) => Math.round(element.currentTime))
  await expect(video).toHaveJSProperty('duration', 60)
  await expect(video).toHaveJSProperty('controls', true)
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 30
  })
  await expect.poll(time).toBe(30)
  await settled(page)
  await page.reload()
  await expect(video).toHaveJSProperty('duration', 60)
  await expect.poll(time).toBe(30)
  await expect(page.getByText('سلام، از سپهر زنگ می‌زنم.')).toBeHidden()
  await page.locator('main summary').click()
  await expect(page.getByText('سلام، از سپهر زنگ می‌زنم.')).toBeVisible()
}

/** A minute that can be played: whoever plays a video does not ask whether there is something to see. */
function aMinute() {
  const seconds = 60
  const rate = 8_000
  const sound = Buffer.alloc(44 + seconds * rate, 128)
  sound.write('RIFF', 0)
  sound.writeUInt32LE(36 + seconds * rate, 4)
  sound.write('WAVEfmt ', 8)
  sound.writeUInt32LE(16, 16)
  // One channel of plain samples, one byte each.
  for (const [at, value] of [1, 1, rate & 0xffff, rate >> 16, rate & 0xffff, rate >> 16, 1, 8].entries()) sound.writeUInt16LE(value, 20 + 2 * at)
  sound.write('data', 36)
  sound.writeUInt32LE(seconds * rate, 40)
  return sound
}

/** Sends the part that is asked for, without which nobody can go forward in it. */
async function sendAPart(route: Route) {
  const all = aMinute()
  const [, from] = /bytes=(\d+)-/.exec((await route.request().headerValue('range')) ?? '') ?? []
  const start = Number(from ?? 0)
  const range = `bytes ${start}-${all.length - 1}/${all.length}`
  await route.fulfill({ status: 206, contentType: 'audio/wav', headers: { 'accept-ranges': 'bytes', 'content-range': range }, body: all.subarray(start) })
}

test('a learner takes the course, rates it, and asks for help', async ({ page }) => {
  await page.route('https://videos.sepehr.example/**', sendAPart)
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/learning')
  const main = page.locator('main')
  await openCourse(page)
  await expect(main).toContainText('بنویسید چه شنیدید')
  await page.getByRole('button', { name: '۴ ستاره' }).click()
  await expect(page.getByText('سپاس.')).toBeVisible()
  await expect(page.getByRole('button', { name: '۴ ستاره' })).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: 'درخواست کمک' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'فرستادن' }).click()
  await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('textbox').fill('اگر مشتری جواب نداد چه؟')
  await dialog.getByRole('button', { name: 'فرستادن' }).click()
  await expect(page.getByText('فرستاده شد.')).toBeVisible()

  await page.getByRole('button', { name: 'خواندم، بعدی' }).click()
  await watch(page)
  await page.getByRole('button', { name: 'خواندم، بعدی' }).click()
  await expect(main.getByRole('link', { name: 'باز کردن پرونده' })).toHaveAttribute('href', /after-sales\.pdf$/)
  await page.getByRole('button', { name: 'خواندم، بعدی' }).click()
  await page.getByRole('button', { name: 'آغاز آزمون' }).click()

  // Not well prepared: what was missing is said, and one may try again.
  await page.getByRole('button', { name: 'تحویل' }).click()
  await expect(main).toContainText('هنوز نه')
  await page.getByRole('button', { name: 'دوباره بکوشید' }).click()
  await pick(page.getByRole('radio', { name: 'روز دوم' }))
  await pick(page.getByRole('checkbox', { name: 'راضی هستید؟' }))
  await pick(page.getByRole('checkbox', { name: 'چه کم است؟' }))
  await pick(page.getByRole('radio', { name: 'درست', exact: true }))
  await order(page, ['زنگ', 'یادداشت', 'پیگیری'])
  await choose(main, /شکایت/, 'همان روز')
  await choose(main, /پیشنهاد/, 'همان هفته')
  await page.getByRole('textbox', { name: 'یک عدد' }).fill('۲')
  await page.getByRole('textbox', { name: 'در چند واژه' }).fill('سی آر ام')
  await page.getByRole('button', { name: 'تحویل' }).click()
  await expect(main).toContainText('قبول شدید. آفرین.')
  await page.reload()
  await expect(main).toContainText('این دوره را به پایان رساندید')
})

test('the certificate can be verified by anybody, and an invented one cannot', async ({ page, browser }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/learning')
  await page.getByRole('region', { name: 'گواهی‌نامه‌ها' }).getByRole('link', { name: COURSE }).click()
  await page.waitForURL(/\/certificates\//)
  const anybody = await browser.newContext({ locale: 'en-GB' })
  const visitor = await anybody.newPage()
  await visitor.goto(new URL(page.url()).pathname)
  await expect(visitor.locator('main')).toContainText('It is real and it counts')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('سارا حسینی')
  await expect(visitor.locator('main')).not.toContainText('@')
  await visitor.goto('/certificates/ABCD-EFGH-JKLM')
  await expect(visitor.locator('main')).toContainText('There is no such certificate')
  await anybody.close()
})

test('the trainer answers, and what the learner has not read by then comes in the digest', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await meanwhileAs(browser, 'Trainer', async (trainer) => {
    await read(trainer, 'العربية')
    await go(trainer, '/help-requests')
    const question = trainer.getByRole('region').or(trainer.locator('section')).filter({ hasText: 'اگر مشتری جواب نداد چه؟' }).last()
    await question.getByRole('textbox', { name: 'جوابك' }).fill('یک پیام کوتاه بفرستید و **فردا** دوباره زنگ بزنید.')
    await question.getByRole('button', { name: 'إرسال الجواب' }).click()
    await expect(trainer.getByText('أُجيب، ويُبلَّغ المتعلّم.')).toBeVisible()
  })
  await comeInAs(page, 'Member', 'فارسی')
  await go(page, '/learning')
  const questions = page.getByRole('region', { name: 'پرسش‌های من' })
  await expect(questions.locator('strong').filter({ hasText: 'فردا' })).toBeVisible()
  await page.goto('/inbox')
  const news = page.getByRole('link', { name: /پاسخ/ }).first()
  await expect(news).toContainText('خوانده‌نشده')
  await news.click()
  await page.goto('/inbox')
  await expect(page.getByRole('link', { name: /پاسخ/ }).first()).not.toContainText('خوانده‌نشده')

  await meanwhileAs(browser, 'Administrator', async (admin) => {
    await read(admin, 'English')
    // The digest is of the next morning, and that morning belongs to the day after.
    await letADayPass(admin)
    await letADayPass(admin)
    await admin.goto('/mail')
    const digest = admin.getByRole('row', { name: /خبر برای شما هست.*sara\.hosseini/ }).first()
    await expect(digest).toBeVisible()
    await digest.click()
    await admin.getByRole('radio', { name: 'Text' }).click()
    // What she has read is not told again.
    await expect(admin.locator('main pre')).toContainText(`به پایان رسید: \u2068${COURSE}`)
    await expect(admin.locator('main pre')).not.toContainText('پاسخی برای شما')
  })
})

test('one sees all that is held about oneself, and until when', async ({ page }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await page.goto('/')
  await page.getByRole('button', { name: /سارا حسینی/ }).click()
  await page.getByRole('menuitem', { name: 'آنچه دربارهٔ من نگه داشته می‌شود' }).click()
  const main = page.locator('main')
  await expect(main).toContainText('همگام نرم‌افزار را می‌پاید، نه آدم‌ها را')
  const learning = page.getByRole('region', { name: 'یادگیری شما' })
  await expect(learning).toContainText('پرسش‌های شما')
  for (const all of (await learning.getByText('نمایش همهٔ رکوردها').all()).reverse()) await all.click()
  await expect(learning).toContainText(COURSE)
  await expect(learning).toContainText(/۱ امتیاز/)
  const usage = page.getByRole('region', { name: 'استفادهٔ شما از نرم‌افزارها' })
  await expect(usage).toContainText('تک‌تک کارها')
  // Every service tells its own part.
  const told = page.getByRole('region', { name: 'آنچه به شما خبر داده شده' })
  await expect(told).toContainText('پیام‌ها')
  await expect(told).toContainText('نامه‌ها')
  for (const part of ['آنچه گفته‌اید و برگزیده‌اید', 'سفیران', 'چالش‌ها و سپاس']) {
    await expect(page.getByRole('region', { name: part })).toBeVisible()
  }
  await expect(main).toContainText('sara.hosseini@sepehr.example')
  await expect(main).toContainText(/[۰-۹]+ روز نگه داشته می‌شود/)
})

/** Opens the course that the trainer gave, wherever it stands on the page. */
async function openCourse(page: Page) {
  const main = page.locator('main')
  await expect(main).toContainText(COURSE)
  const card = main.getByRole('link', { name: new RegExp(COURSE) })
  if ((await card.count()) > 0) await card.first().click()
  else await main.getByRole('link', { name: /^(آغاز|ادامه)$/ }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: COURSE })).toBeVisible()
}

/** Puts the shuffled items in order with their buttons. */
async function order(page: Page, wanted: string[]) {
  const items = page.getByRole('list', { name: 'این‌ها را به ترتیب بچینید' }).getByRole('listitem')
  for (const [at, text] of wanted.entries()) {
    const mine = items.filter({ hasText: text })
    for (;;) {
      const all = await items.allTextContents()
      if (all.findIndex((each) => each.includes(text)) <= at) break
      await mine.getByRole('button', { name: `بالا بردن: ${text}` }).click()
    }
  }
  // Even what stands right by chance is an answer only once it was touched.
  const first = items.first()
  await first.getByRole('button', { name: /^پایین بردن/ }).click()
  await items.nth(1).getByRole('button', { name: /^بالا بردن/ }).click()
}
