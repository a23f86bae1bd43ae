import { CalendarHeart, CalendarPlus, ListPlus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useHolidaySets, useSiteChanges } from '@/api/sites'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import { words } from '@/fields/words'
import type { Holiday, Site } from '@/gen/hamgam/identity/v1/site_pb'
import type { LocalizedText } from '@/gen/hamgam/localization/v1/localization_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form, FormRow, NumberField, RadioGroup, Switch } from '@/ui/Field'
import { EmptyState, Loading } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'
import styles from './Sites.module.css'

/** The days off of a site, by month of the reader's calendar. */
export function Holidays({ site }: { site: Site }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const today = useToday()
  const { removeHolidays } = useSiteChanges()
  const [past, setPast] = useState(false)
  const [adding, setAdding] = useState<'day' | 'set'>()
  const shown = site.holidays.filter(({ day }) => past || day >= today)
  const months = useMemo(() => {
    const byMonth = new Map<string, Holiday[]>()
    for (const holiday of shown) {
      const month = format.day(holiday.day, 'month')
      byMonth.set(month, [...(byMonth.get(month) ?? []), holiday])
    }
    return [...byMonth]
  }, [shown, format])
  return (
    <Card
      title={t({ id: 'sites.holidays', defaultMessage: 'Holidays' })}
      subtitle={t({ id: 'sites.holidaysHint', defaultMessage: 'Days off for everybody here, besides the weekend.' })}
      actions={
        <>
          <Button icon={ListPlus} onPress={() => setAdding('set')}>
            {t({ id: 'sites.addSet', defaultMessage: 'Add a known list' })}
          </Button>
          <Button icon={CalendarPlus} onPress={() => setAdding('day')}>
            {t({ id: 'sites.addDay', defaultMessage: 'Add a day' })}
          </Button>
        </>
      }
    >
      {site.holidays.some(({ day }) => day < today) && (
        <Switch isSelected={past} onChange={setPast}>
          {t({ id: 'sites.showPast', defaultMessage: 'Show past ones too' })}
        </Switch>
      )}
      {months.length === 0 && (
        <EmptyState icon={CalendarHeart} title={t({ id: 'sites.noHoliday', defaultMessage: 'No holiday ahead' })}>
          {t({
            id: 'sites.noHolidayHint',
            defaultMessage: 'Nowruz, the two Eids and others can be added for years at once.',
          })}
        </EmptyState>
      )}
      <div className={styles.months}>
        {months.map(([month, holidays]) => (
          <section key={month} className={styles.month} aria-label={month}>
            <h3>{month}</h3>
            <ul>
              {holidays.map(({ day, title }) => (
                <li key={day} className={styles.holiday}>
                  <span className={styles.holidayDay}>{format.day(day, 'dayMonth')}</span>
                  <span dir="auto">{read(title)}</span>
                  <IconButton
                    size="small"
                    icon={Trash2}
                    label={`${t(words.remove)}: ${read(title)}, ${format.day(day)}`}
                    onPress={() =>
                      removeHolidays.mutate(
                        { name: site.name, days: [day] },
                        { onError: (error) => toastError(sentence(error)) },
                      )
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {adding === 'day' && <DayDialog site={site} onClose={() => setAdding(undefined)} />}
      {adding === 'set' && <SetDialog site={site} onClose={() => setAdding(undefined)} />}
    </Card>
  )
}

function DayDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const { addHolidays } = useSiteChanges()
  const [day, setDay] = useState<string | null>(null)
  const [title, setTitle] = useState<LocalizedText>()
  const broken = brokenRules(addHolidays.error)
  return (
    <Dialog title={t({ id: 'sites.addDay', defaultMessage: 'Add a day' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          addHolidays.mutate(
            { name: site.name, holidays: [{ day: day ?? '', title }] },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={addHolidays.error} shown={['holidays']} />
        <DatePicker
          label={t({ id: 'sites.day', defaultMessage: 'Day' })}
          value={day}
          onChange={setDay}
          near={today}
          error={broken.at('holidays[0].day')}
        />
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t({ id: 'sites.celebrated', defaultMessage: 'What is celebrated' })}
            value={title}
            onChange={setTitle}
            error={broken.at('holidays[0].title')}
          />
        </InLanguages>
        <Button type="submit" variant="primary" isPending={addHolidays.isPending}>
          {t(words.add)}
        </Button>
      </Form>
    </Dialog>
  )
}

function SetDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const today = useToday()
  const { addHolidays } = useSiteChanges()
  const thisYear = Number(today.slice(0, 4))
  const [firstYear, setFirstYear] = useState(thisYear)
  const [lastYear, setLastYear] = useState(thisYear + 1)
  const valid = firstYear >= 1990 && lastYear >= firstYear && lastYear <= Math.min(2070, firstYear + 20)
  const sets = useHolidaySets(firstYear, lastYear, valid)
  const [chosen, setChosen] = useState<string>()
  const days = sets.data?.find(({ name }) => name === chosen)?.holidays ?? []
  const broken = brokenRules(addHolidays.error)
  return (
    <Dialog title={t({ id: 'sites.addSet', defaultMessage: 'Add a known list' })} isOpen onClose={onClose} wide>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          addHolidays.mutate(
            { name: site.name, holidaySet: chosen ?? '', firstYear, lastYear },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={addHolidays.error ?? sets.error} shown={['holiday_set', 'first_year', 'last_year']} />
        <FormRow>
          <NumberField
            label={t({ id: 'sites.firstYear', defaultMessage: 'From the Gregorian year' })}
            value={firstYear}
            onChange={setFirstYear}
            minValue={1990}
            maxValue={2070}
            formatOptions={{ useGrouping: false }}
            error={broken.at('first_year')}
          />
          <NumberField
            label={t({ id: 'sites.lastYear', defaultMessage: 'To the year' })}
            value={lastYear}
            onChange={setLastYear}
            minValue={firstYear}
            maxValue={Math.min(2070, firstYear + 20)}
            formatOptions={{ useGrouping: false }}
            error={broken.at('last_year')}
          />
        </FormRow>
        {sets.data ? (
          <RadioGroup
            cards
            label={t({ id: 'sites.list', defaultMessage: 'List' })}
            value={chosen ?? null}
            onChange={setChosen}
            error={broken.at('holiday_set')}
            options={sets.data.map(({ name, title, holidays }) => ({
              value: name,
              label: read(title),
              hint: t(
                { id: 'sites.days', defaultMessage: '{count, plural, one {# day} other {# days}}' },
                { count: holidays.length },
              ),
            }))}
          />
        ) : (
          sets.isLoading && <Loading lines={3} />
        )}
        {days.length > 0 && (
          <ul className={styles.previewDays}>
            {days.map(({ day, title }) => (
              <li key={day}>
                <span className={styles.holidayDay}>{format.day(day)}</span> <span dir="auto">{read(title)}</span>
              </li>
            ))}
          </ul>
        )}
        <Button type="submit" variant="primary" isPending={addHolidays.isPending} isDisabled={days.length === 0}>
          {t(
            { id: 'sites.addDays', defaultMessage: 'Add {count, plural, one {# day} other {# days}}' },
            { count: days.length },
          )}
        </Button>
      </Form>
    </Dialog>
  )
}
