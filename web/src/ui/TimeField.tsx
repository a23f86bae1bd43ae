import { parseTime } from '@internationalized/date'
import { TimeField as AriaTimeField, DateInput, DateSegment, Group } from 'react-aria-components'
import { type FieldFrame, Frame, invalid } from './Field'
import field from './Field.module.css'

/** Enters an hour of the day in the person's own writing. The value is `HH:MM`. */
export function TimeField({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
}: FieldFrame & { value: string; onChange: (time: string) => void }) {
  return (
    <AriaTimeField
      {...invalid(error)}
      className={field.field}
      granularity="minute"
      value={parseTime(value)}
      onChange={(time) => time && onChange(time.toString().slice(0, 5))}
    >
      <Frame {...{ label, hint, error, optional }}>
        <Group className={field.group}>
          {/* The hour stands before the minutes from the left, in Persian and Arabic as well. */}
          <span dir="ltr">
            <DateInput className={field.dateInput}>
              {(segment) => <DateSegment segment={segment} className={field.dateSegment} />}
            </DateInput>
          </span>
        </Group>
      </Frame>
    </AriaTimeField>
  )
}
