import { ToggleButton, ToggleButtonGroup, useLocale } from 'react-aria-components'
import type { Weekday } from '@/gen/hamgam/identity/v1/site_pb'
import { useReading } from '@/i18n/LocaleProvider'
import styles from './fields.module.css'

const fromMonday = [1, 2, 3, 4, 5, 6, 7] as Weekday[]
const fromSaturday = [6, 7, 1, 2, 3, 4, 5] as Weekday[]

/** The days of the week in the order of the reader's calendar, with their names. */
export function useWeekdays(style: 'long' | 'short' = 'long'): { day: Weekday; name: string }[] {
  const { locale } = useLocale()
  const { language } = useReading().reading
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
  // The fifth of January 1970 was a Monday.
  return (language === 'en' ? fromMonday : fromSaturday).map((day) => ({
    day,
    name: format.format(new Date(Date.UTC(1970, 0, 4 + day))),
  }))
}

/** Chooses days of the week. */
export function WeekdaysField({
  label,
  value,
  onChange,
  error,
  hint,
}: {
  label: string
  value: Weekday[]
  onChange: (days: Weekday[]) => void
  error?: string
  hint?: string
}) {
  const days = useWeekdays('short')
  const long = useWeekdays('long')
  return (
    <div className={styles.block}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <ToggleButtonGroup
        aria-label={label}
        className={styles.days}
        selectionMode="multiple"
        selectedKeys={value.map(String)}
        onSelectionChange={(keys) => onChange([...keys].map(Number).sort((a, b) => a - b))}
      >
        {days.map(({ day, name }, index) => (
          <ToggleButton key={day} id={String(day)} aria-label={long[index]?.name} className={styles.day}>
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hint && <span className={styles.quiet}>{hint}</span>}
      {error && (
        <span className={styles.wrong} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
