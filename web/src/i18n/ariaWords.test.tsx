import { createRequire } from 'node:module'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { draw } from '@/test/render'
import { DatePicker } from '@/ui/DatePicker'
import { NumberField } from '@/ui/Field'
import { ComboBox } from '@/ui/Select'
import { Table } from '@/ui/Table'
import { TimeField } from '@/ui/TimeField'
import { ariaWordsFa, type Word } from './ariaWordsFa'

/** Everything that the library says in English, by package: it grows with the library. */
const english: Record<string, Record<string, Word>> = createRequire(import.meta.url)('react-aria-components/i18n/en-US')
const unused = ['@react-aria/color', '@react-stately/color']

/** The values that words take, and what they become. */
function said(word: Word): { values: string[]; text: string } {
  if (typeof word === 'string') return { values: [], text: word }
  const values = new Set<string>()
  const given = new Proxy<Record<string, number>>(
    {},
    {
      get: (_, name) => {
        values.add(String(name))
        return 3
      },
    },
  )
  const write = {
    number: (value: number) => new Intl.NumberFormat('fa').format(value),
    plural: (_: number, forms: Record<string, string | (() => string)>) =>
      typeof forms.other === 'function' ? forms.other() : (forms.other ?? ''),
    select: (forms: Record<string, string | (() => string)>) => {
      const form = forms.true ?? ''
      return typeof form === 'function' ? form() : form
    },
  }
  return { text: word(given, write), values: [...values].sort() }
}

describe('the words of React Aria in Persian', () => {
  it('are there for every package', () => {
    expect(Object.keys(ariaWordsFa)).toEqual(
      expect.arrayContaining(Object.keys(english).filter((name) => !unused.includes(name))),
    )
  })

  it.each(Object.keys(english).filter((name) => !unused.includes(name)))('are whole for %s', (name) => {
    const [own, theirs] = [ariaWordsFa[name] ?? {}, english[name] ?? {}]
    expect(Object.keys(own).sort()).toEqual(Object.keys(theirs).sort())
    for (const [id, word] of Object.entries(own)) {
      const { text, values } = said(word)
      expect([id, values]).toEqual([id, said(theirs[id] ?? '').values])
      expect(text.replace(/Enter|Escape|Tab|Alt|Delete|ArrowDown/g, ''), id).not.toMatch(/[A-Za-z]/)
      expect(text, id).toMatch(/\p{Script=Arabic}/u)
    }
  })
})

const nothing = () => {}
const fields = (label: string) => (
  <main>
    <NumberField label={label} defaultValue={12} minValue={1} />
    <DatePicker label={`${label} ۲`} value="2026-11-22" onChange={nothing} />
    <TimeField label={`${label} ۳`} value="14:05" onChange={nothing} />
    <ComboBox
      label={`${label} ۴`}
      options={[
        { id: 'a', label: 'اصفهان' },
        { id: 'b', label: 'شیراز' },
      ]}
      value={null}
      onChange={nothing}
    />
    <Table
      label={`${label} ۵`}
      rows={[{ id: 'a' }]}
      rowId={({ id }) => id}
      columns={[{ id: 'name', name: 'نام', cell: ({ id }) => id, sortBy: ({ id }) => id }]}
    />
  </main>
)

it('are what somebody hears who reads Persian, with Persian numbers and dates', async () => {
  await draw(fields('شمار'), { language: Language.FA })
  expect(screen.getByRole('button', { name: 'زیاد کردن شمار' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'کم کردن شمار' })).toBeTruthy()
  const number = screen.getByRole('textbox', { name: 'شمار' })
  expect(number.getAttribute('aria-roledescription')).toBe('خانهٔ عدد')
  expect((number as HTMLInputElement).value).toBe('۱۲')

  expect(screen.getByRole('button', { name: /^تقویم/ })).toBeTruthy()
  const day = screen.getByRole('group', { name: 'شمار ۲' })
  const parts = within(day).getAllByRole('spinbutton')
  expect(parts.map((part) => part.getAttribute('aria-valuetext')).sort()).toEqual(['۱', '۱۴۰۵', '۹ – آذر'])
  expect(parts.map((part) => part.getAttribute('aria-label')?.split('،')[0]?.split(',')[0]).sort()).toEqual([
    'روز',
    'سال',
    'ماه',
  ])
  expect(document.body.textContent).toContain('تاریخ انتخاب‌شده: ۱ آذر ۱۴۰۵')
  expect(screen.getByRole('columnheader', { name: 'نام' }).getAttribute('aria-describedby')).toBeTruthy()
  expect(document.body.textContent).toContain('ستون مرتب‌شدنی')

  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /^نمایش پیشنهادها/ }))
  expect(await screen.findByRole('listbox', { name: /پیشنهادها/ })).toBeTruthy()
  expect(document.body.textContent).toContain('۲ گزینه در دسترس است.')
  expect(document.body.innerHTML).not.toMatch(/>[^<]*(available|Dismiss|Selected|sortable)/)
})

it('opens a calendar whose days and months are read as people write them', async () => {
  const page = (
    <main>
      <DatePicker label="روز" value="2026-11-22" onChange={nothing} />
    </main>
  )
  await draw(page, { language: Language.FA })
  await userEvent.setup().click(screen.getByRole('button', { name: /^تقویم/ }))
  const calendar = await screen.findByRole('dialog')
  expect(
    within(calendar)
      .getByRole('button', { name: /یکشنبه ۱ آذر ۱۴۰۵/ })
      .getAttribute('aria-label'),
  ).toContain('انتخاب‌شده')
  expect(within(calendar).getByRole('button', { name: 'بعدی' })).toBeTruthy()
})

it('leaves the other languages to the library', async () => {
  await draw(fields('Count'), { language: Language.EN })
  expect(screen.getByRole('button', { name: 'Increase Count' })).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Show suggestions/ })).toBeTruthy()
})
