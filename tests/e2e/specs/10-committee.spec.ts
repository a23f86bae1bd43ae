import { type Locator, type Page, expect, test } from '@playwright/test'
import { choose, comeInAs, find, go, meanwhileAs, pick, read, settled, takeFile } from './people'

const COMMITTEE = { en: 'CRM user committee', fa: 'کمیته‌ی کاربران CRM' }
const PAST = 'فیلد کم‌تر، گزارش تندتر، درس کوتاه‌تر'
const COMING = 'واژه‌های مرحله‌های معامله'
const LOW = 'خدمات کرج'
const OWN = 'Names of stages, working group'
const FIRST = 'First sitting of the group'
const WALKED = 'A sitting without a mouse'
const RAISED = 'Each stage gets one sentence'
const RANKED = 'Which stage is named first?'
const [OFFER, TALKS] = ['Offer', 'Talks']

test('the chair reads the minutes of a past meeting in Persian, and takes them along', async ({ page }) => {
  await comeInAs(page, 'Sponsor', 'فارسی')
  await openMeeting(page, PAST)
  const minutes = page.getByRole('region', { name: 'صورت‌جلسه', exact: true })
  const decision = 'گزارش ماه از هفته‌ی پیش در شش ثانیه باز می‌شود'
  await expect(minutes).toContainText('تأییدشده')
  await expect(minutes).toContainText(decision)
  await expect(minutes).toContainText('افزوده‌ی کمیته')
  await minutes.getByText('۱ اصلاح').click()
  await expect(minutes).toContainText('سینا توکلی')
  // What was asked stands with each stance, and what was not carried is not hidden.
  const polls = page.getByRole('region', { name: 'رأی‌گیری‌ها' })
  await expect(polls).toContainText('در معامله‌ی تازه تنها نام، مبلغ و تاریخ اجباری است.')
  await expect(polls).toContainText('تصویب نشد')
  await expect(polls).toContainText('Daniel Brown')

  const pdf = await takeFile(page, minutes.getByRole('button', { name: 'PDF' }))
  expect(pdf.name).toMatch(/\.pdf$/)
  expect(pdf.content.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pdf.content.length).toBeGreaterThan(5_000)
  const markdown = await takeFile(page, minutes.getByRole('button', { name: 'Markdown' }))
  expect(markdown.name).toMatch(/\.md$/)
  expect(markdown.content.toString('utf8')).toContain(decision)
})

test('the composition shows which low team has nobody, and a decision what happened since', async ({ page }) => {
  await comeInAs(page, 'HR', 'English')
  await go(page, '/committees')
  await page.getByRole('row', { name: new RegExp(COMMITTEE.en) }).click()
  const composition = page.getByRole('region', { name: 'Who speaks for which team' })
  await expect(composition).toContainText(/teams? with low adoption ha(s|ve) nobody here/)
  const missing = composition.getByRole('listitem').filter({ hasText: LOW })
  await expect(missing).toContainText('Low adoption')
  await expect(missing).toContainText('nobody')
  // Filling the seat begins with the people of that very team.
  await missing.getByRole('button', { name: 'Find somebody of this team' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Team' })).toHaveValue(LOW)
  await expect(dialog.getByRole('radio').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await page.getByRole('row', { name: /What hinders us most/ }).click()
  const outcomes = page.getByRole('region', { name: 'Outcomes' })
  await outcomes.getByRole('button', { name: 'What happened since' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('What this says, and what it does not')
})

test('a member accepts the invitation, adds to the agenda, and takes the meeting into the calendar', async ({ page, browser }) => {
  await comeInAs(page, 'Member', 'فارسی')
  await openMeeting(page, COMING)
  const main = page.locator('main')
  await pick(page.getByRole('radiogroup', { name: 'می‌آیید؟' }).getByRole('radio', { name: 'بله' }))
  await expect(page.getByText('دیگران پاسخ شما را می‌بینند.')).toBeVisible()
  const invited = page.getByRole('region', { name: 'دعوت‌شدگان' })
  await expect(invited.getByRole('listitem').filter({ hasText: 'سارا حسینی' })).toContainText('می‌آید')

  await page.getByRole('button', { name: 'افزودن موضوع' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^عنوان/ }).fill('مثال‌هایی از تهران جنوب')
  await dialog.getByRole('button', { name: 'افزودن', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const agenda = page.getByRole('region', { name: 'دستور جلسه', exact: true })
  await expect(agenda.getByRole('heading', { name: 'مثال‌هایی از تهران جنوب' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'گشودن جلسه' })).toHaveCount(0)

  const calendar = await takeFile(page, page.getByRole('button', { name: 'پروندهٔ تقویم' }))
  expect(calendar.name).toMatch(/\.ics$/)
  // Long lines of a calendar entry are folded.
  const entry = calendar.content.toString('utf8').replaceAll(/\r\n[ \t]/g, '')
  expect(entry).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(entry).toContain('DTSTART')
  expect(entry).toContain(COMING)
  expect(entry).toMatch(/[۰-۹]+ اردیبهشت ۱۴۰۵/)

  await meanwhileAs(browser, 'Sponsor', async (chair) => {
    await read(chair, 'العربية')
    await go(chair, page.url())
    const agenda = chair.getByRole('region', { name: 'جدول الأعمال', exact: true })
    await expect(agenda).toContainText('مثال‌هایی از تهران جنوب')
    await expect(agenda).not.toContainText(LOW)
    const suggested = chair.getByRole('listitem').filter({ hasText: LOW }).filter({ has: chair.getByRole('button', { name: 'إلى جدول الأعمال' }) })
    await suggested.getByRole('button', { name: 'إلى جدول الأعمال' }).click()
    await expect(agenda).toContainText(LOW)
    await expect(suggested).toHaveCount(0)
    await expect(chair.getByRole('listitem').filter({ hasText: 'سارا حسینی' }).last()).toContainText('سيحضر')
  })
  await page.reload()
  await expect(main).toContainText('مثال‌هایی از تهران جنوب')
})

test('a member takes a stance by the keyboard alone, and never loses the place', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await comeInAs(page, 'Sponsor', 'English')
  await go(page, '/committees')
  await page.getByRole('row', { name: new RegExp(COMMITTEE.en) }).click()
  await schedule(page, WALKED)
  await page.getByRole('button', { name: 'Open the meeting' }).click()
  const invited = page.getByRole('region', { name: 'Who is invited' })
  await expect(invited.getByRole('checkbox').first()).toBeEnabled()
  for (const each of await invited.getByRole('checkbox').all()) await pick(each)
  await invited.getByRole('button', { name: 'Write the attendance down' }).click()
  await expect(invited).toContainText('Enough members to decide')
  await ask(page, RAISED, 'Show of hands')
  await ask(page, RANKED, 'Ranking', [OFFER, TALKS])
  const ended = page.getByRole('region', { name: 'Polls' }).getByRole('listitem').filter({ hasText: RANKED })

  await meanwhileAs(browser, 'Member', async (member) => {
    await read(member, 'فارسی')
    await go(member, page.url())
    const polls = member.getByRole('region', { name: 'رأی‌گیری‌ها' }).getByRole('listitem')
    const raised = polls.filter({ hasText: RAISED })
    const radio = (name: string) => raised.getByRole('radio', { name, exact: true })
    await tabTo(radio('موافق'))
    await member.keyboard.press('Space')
    await isAt(radio('موافق'))
    await expect(radio('موافق')).toBeChecked()
    // What was taken cannot be changed; until then one may think again.
    await member.keyboard.press('ArrowDown')
    await isAt(radio('مخالف'))
    await expect(radio('مخالف')).toBeChecked()
    await member.keyboard.press('ArrowUp')
    await isAt(radio('موافق'))
    await expect(radio('موافق')).toBeChecked()
    await member.keyboard.press('Tab')
    await isAt(raised.getByRole('textbox', { name: /^چرا/ }))
    await member.keyboard.type('یک جمله را همه می‌خوانند.')
    await member.keyboard.press('Tab')
    const take = raised.getByRole('button', { name: 'ثبت نظرم' })
    await isAt(take)
    await member.keyboard.press('Enter')
    await expect(take).toHaveCount(0)
    await isAt(raised.getByRole('heading', { name: RAISED }))
    await expect(raised.getByRole('listitem').filter({ hasText: 'سارا حسینی' })).toContainText('موافق')

    // From the poll that is answered the way leads on to the next one.
    const ranked = polls.filter({ hasText: RANKED })
    const tool = (name: string) => ranked.getByRole('button', { name, exact: true })
    await member.keyboard.press('Tab')
    await isAt(tool(OFFER))
    await member.keyboard.press('Enter')
    await isAt(tool(TALKS))
    await member.keyboard.press('Enter')
    await isAt(ranked.getByRole('textbox', { name: /^چرا/ }))
    await expect(ranked.getByRole('listitem')).toContainText([OFFER, TALKS])
    await member.keyboard.press('Shift+Tab')
    await isAt(tool(`برداشتن: ${TALKS}`))
    await member.keyboard.press('Shift+Tab')
    await isAt(tool(`بالا بردن ${TALKS}`))
    await member.keyboard.press('Enter')
    await expect(ranked.getByRole('listitem')).toContainText([TALKS, OFFER])
    // At the top it goes up no further, so the next tool has the focus.
    await isAt(tool(`پایین بردن ${TALKS}`))
    await member.keyboard.press('Enter')
    await expect(ranked.getByRole('listitem')).toContainText([OFFER, TALKS])
    await isAt(tool(`برداشتن: ${TALKS}`))

    // The chair ends it while she still thinks: both stay at the poll.
    await ended.getByRole('button', { name: 'End and count' }).click()
    await expect(ended).toContainText('Too few took part')
    await isAt(ended)
    await expect(ranked).toContainText('شرکت‌کنندگان کم بودند')
    await isAt(ranked)
  })
})

test('HR sets a committee up; it meets, decides by a poll, gives a task, and approves its minutes', async ({ page, browser }) => {
  test.setTimeout(240_000)
  await comeInAs(page, 'HR', 'English')
  await go(page, '/committees')
  await page.getByRole('button', { name: 'Set up a committee' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Title/ }).fill(OWN)
  await find(dialog, /Teams concerned/, 'Sales', true)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: OWN })).toBeVisible()
  for (const [name, team, role] of [
    ['Chloe Evans', 'London key accounts', 'Chair'],
    ['سینا توکلی', 'فروش تهران شمال', 'Member'],
    ['سارا حسینی', 'فروش تهران جنوب', 'Member'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a member' }).first().click()
    await dialog.getByRole('textbox', { name: /^Name/ }).fill(name)
    await expect(dialog.getByRole('radio')).toHaveCount(1)
    await pick(dialog.getByRole('radio', { name: new RegExp(`${name}.*${team}`) }))
    await choose(dialog, /Role$/, role)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
  const members = page.getByRole('region', { name: 'Members' })
  await expect(members.getByRole('listitem').filter({ hasText: 'Chloe Evans' })).toContainText('Chair')
  const committee = page.url()

  await meanwhileAs(browser, 'Sponsor', async (chair) => {
    await read(chair, 'English')
    await go(chair, committee)
    await schedule(chair, FIRST)
    await chair.getByRole('button', { name: 'Add an item' }).first().click()
    await chair.getByRole('dialog').getByRole('textbox', { name: /^Title/ }).fill('Which word for the third stage')
    await chair.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await expect(chair.getByRole('dialog')).toHaveCount(0)
    await chair.getByRole('button', { name: 'Open the meeting' }).click()

    // Nobody is written down as present yet, so nothing can be asked.
    await expect(chair.getByText('Too few members to decide')).toBeVisible()
    await expect(chair.getByRole('button', { name: 'Hold a poll' })).toBeDisabled()
    for (const name of ['Chloe Evans', 'سینا توکلی', 'سارا حسینی']) {
      await pick(chair.getByRole('checkbox', { name: new RegExp(name) }))
    }
    await chair.getByRole('button', { name: 'Write the attendance down' }).click()
    await expect(chair.getByText('Enough members to decide')).toBeVisible()
    await ask(chair, 'The third stage is called Offer', 'Consent')
    await pick(chair.getByRole('radio', { name: /^Consents?/ }))
    await chair.getByRole('button', { name: 'Take this stance' }).click()
    await expect(chair.getByRole('button', { name: 'Take this stance' })).toHaveCount(0)
    const meeting = chair.url()

    // Who objects has to say why, and all see it.
    await meanwhileAs(browser, 'Member', async (member) => {
      await read(member, 'فارسی')
      await go(member, meeting)
      await pick(member.getByRole('radio', { name: /مخالفت با دلیل/ }))
      const take = member.getByRole('button', { name: 'ثبت نظرم' })
      await expect(take).toBeDisabled()
      await pick(member.getByRole('radio', { name: /رضایت می‌دهد/ }))
      await take.click()
      await expect(take).toHaveCount(0)
      await expect(member.getByRole('region', { name: 'رأی‌گیری‌ها' })).toContainText('Chloe Evans')
    })
    await chair.getByRole('button', { name: 'End and count' }).click()
    await expect(chair.getByRole('region', { name: 'Polls' })).toContainText(/Passed|Carried/)

    await chair.getByRole('button', { name: 'Write an outcome down' }).click()
    const outcome = chair.getByRole('dialog')
    await outcome.getByRole('radio', { name: 'Task' }).click()
    await outcome.getByRole('textbox', { name: /^What it says/ }).fill('Put the new word into the handbook.')
    await find(outcome, /Who does it/, 'سینا توکلی')
    await tomorrow(chair)
    await outcome.getByRole('button', { name: 'Write it down' }).click()
    await expect(outcome).toHaveCount(0)
    await expect(chair.getByRole('region', { name: 'Outcomes' })).toContainText('سینا توکلی')

    await chair.getByRole('button', { name: 'Close the meeting' }).click()
    await chair.getByRole('alertdialog').getByRole('button', { name: 'Close the meeting' }).click()
    await chair.getByRole('button', { name: 'Draft the minutes' }).click()
    await chair.getByRole('menuitem', { name: 'English' }).click()
    const minutes = chair.getByRole('region', { name: 'Minutes', exact: true })
    await expect(minutes).toContainText('Put the new word into the handbook.')
    await expect(minutes).toContainText('The third stage is called Offer')
    await minutes.getByRole('button', { name: 'Approve' }).click()
    await chair.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click()
    await expect(minutes).toContainText('Approved by')
    await expect(minutes.getByRole('button', { name: 'Correct' })).toHaveCount(0)
  })

  await meanwhileAs(browser, 'Change champion', async (champion) => {
    await read(champion, 'فارسی')
    await go(champion, '/committees/tasks')
    const task = champion.getByRole('listitem').filter({ hasText: 'Put the new word into the handbook.' })
    await task.getByRole('button', { name: 'انجام شد' }).click()
    const done = champion.getByRole('dialog')
    await done.getByRole('textbox').fill('واژه در دفترچه نوشته شد.')
    await done.getByRole('button', { name: 'انجام شد' }).click()
    await expect(done).toHaveCount(0)
  })
  await page.reload()
  await expect(page.getByRole('region', { name: 'Open tasks' })).toContainText('Everything that was asked is done.')
})

/** Goes to a meeting of the users' committee, as somebody who reads Persian. */
async function openMeeting(page: Page, title: string) {
  await page.goto('/committees')
  await page.getByRole('row', { name: new RegExp(COMMITTEE.fa) }).click()
  await expect(page.getByRole('heading', { level: 1, name: COMMITTEE.fa })).toBeVisible()
  await page.getByRole('row', { name: new RegExp(title) }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** As the chair: schedules a meeting of the committee that is looked at, for tomorrow. */
async function schedule(chair: Page, title: string) {
  await chair.getByRole('link', { name: 'Schedule a meeting' }).click()
  await chair.getByRole('textbox', { name: /^Title/ }).fill(title)
  await tomorrow(chair)
  await chair.getByRole('button', { name: 'Schedule and invite' }).click()
  await expect(chair.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** As the chair: asks the meeting something. */
async function ask(chair: Page, question: string, how: string, options: string[] = []) {
  await chair.getByRole('button', { name: 'Hold a poll' }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Question/ }).fill(question)
  await pick(dialog.getByRole('radio', { name: new RegExp(`^${how}`) }))
  for (const [at, option] of options.entries()) {
    await dialog.getByRole('textbox', { name: /^Option/ }).nth(at).fill(option)
  }
  await dialog.getByRole('button', { name: 'Ask now' }).click()
  await expect(dialog).toHaveCount(0)
}

/** Goes on with the Tab key until this has the focus. */
async function tabTo(goal: Locator) {
  await expect(goal).toBeEnabled()
  await expect
    .poll(
      async () => {
        await goal.page().keyboard.press('Tab')
        return goal.evaluate((element) => element === document.activeElement)
      },
      { intervals: [0], timeout: 60_000 },
    )
    .toBe(true)
}

/** Waits until this has the focus, and sees that it keeps it when nothing is on its way any more. */
async function isAt(place: Locator) {
  await expect(place).toBeFocused()
  await settled(place.page())
  await expect(place).toBeFocused()
}

/** Chooses the day after the demo's today, in English. */
async function tomorrow(page: Page) {
  const today = await page.getByText(/^Demo: /).textContent()
  const next = new Date(`${(today ?? '').replace('Demo: ', '')} 12:00 UTC`)
  next.setUTCDate(next.getUTCDate() + 1)
  const named = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' }).format(next)
  await page.getByRole('button', { name: /^Calendar/ }).last().click()
  const day = page.getByRole('button', { name: new RegExp(named) })
  if ((await day.count()) === 0) await page.getByRole('button', { name: 'Next month' }).click()
  await day.click()
}
