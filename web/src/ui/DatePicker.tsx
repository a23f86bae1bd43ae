import { type CalendarDate, GregorianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  DatePicker as AriaDatePicker,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import { useText } from '@/i18n/text'
import { IconButton } from './Button'
import { cx } from './cx'
import styles from './DatePicker.module.css'
import { type FieldFrame, Frame, invalid } from './Field'
import field from './Field.module.css'
import overlay from './Overlay.module.css'

const gregorian = new GregorianCalendar()

/** Chooses a civil day in the person's own calendar. The value is `YYYY-MM-DD`, as in the contract. */
export function DatePicker({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  min,
  max,
  near,
  ...rest
}: FieldFrame & {
  name?: string
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
  /** The day near which an empty field opens; this machine's when there is none. */
  near?: string
  isRequired?: boolean
  isDisabled?: boolean
}) {
  const t = useText()
  return (
    <AriaDatePicker<CalendarDate>
      {...rest}
      {...invalid(error)}
      className={field.field}
      granularity="day"
      value={value ? parseDate(value) : null}
      minValue={min ? parseDate(min) : undefined}
      maxValue={max ? parseDate(max) : undefined}
      placeholderValue={min || near ? parseDate(min ?? near ?? '') : undefined}
      onChange={(day) => onChange(day ? toCalendar(day, gregorian).toString() : null)}
    >
      <Frame {...{ label, hint, error, optional }}>
        <Group className={field.group}>
          <DateInput className={field.dateInput}>
            {(segment) => <DateSegment segment={segment} className={field.dateSegment} />}
          </DateInput>
          <Button className={field.addon}>
            <CalendarDays size={17} aria-hidden />
          </Button>
        </Group>
      </Frame>
      <Popover className={cx(overlay.popover, styles.popover)} offset={5}>
        <Dialog className={styles.calendar}>
          <Calendar>
            <header className={styles.head}>
              <IconButton
                slot="previous"
                size="small"
                icon={ChevronLeft}
                iconDirectional
                label={t({ id: 'ui.previousMonth', defaultMessage: 'Previous month' })}
              />
              <Heading />
              <IconButton
                slot="next"
                size="small"
                icon={ChevronRight}
                iconDirectional
                label={t({ id: 'ui.nextMonth', defaultMessage: 'Next month' })}
              />
            </header>
            <CalendarGrid className={styles.grid}>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={styles.weekday}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
