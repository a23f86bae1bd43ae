import { getLocalTimeZone } from '@internationalized/date'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { LocalizedField } from '@/fields/Localized'
import { useToday } from '@/fields/today'
import { words } from '@/fields/words'
import type { Meeting } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useText } from '@/i18n/text'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow, NumberField, TextField } from '@/ui/Field'
import { TimeField } from '@/ui/TimeField'
import { dayAndTime, momentOf } from './when'

/** The fields of the form, as the contract names them; each shows what is wrong with it. */
export const shownFields = ['title', 'start_time', 'duration_minutes', 'location', 'guests']

/** A meeting: when, how long, where, and who comes besides the members. */
export function MeetingFields({
  draft,
  edit,
  names,
  onNames,
  error,
}: {
  draft: Meeting
  edit: (change: (meeting: Meeting) => void) => void
  /** The names of guests, by who they are. */
  names: Record<string, string>
  onNames: (names: Record<string, string>) => void
  error: unknown
}) {
  const t = useText()
  const today = useToday()
  const broken = brokenRules(error, 'meeting')
  const start = draft.startTime ? dayAndTime(draft.startTime) : { day: today, time: '10:00' }
  const setStart = (day: string, time: string) =>
    edit((next) => {
      next.startTime = momentOf(day, time)
    })
  const setGuests = (chosen: Chosen[]) => {
    onNames({ ...names, ...Object.fromEntries(chosen.map(({ person, name }) => [person, name])) })
    edit((next) => {
      next.guests = chosen.map(({ person }) => person)
    })
  }
  return (
    <>
      <LocalizedField
        label={t(words.title)}
        value={draft.title}
        onChange={(title) =>
          edit((next) => {
            next.title = title
          })
        }
        error={broken.at('title')}
      />
      <FormRow>
        <DatePicker
          label={t({ id: 'meetings.day', defaultMessage: 'Day' })}
          value={draft.startTime ? start.day : null}
          near={today}
          onChange={(day) => day && setStart(day, start.time)}
          error={broken.at('start_time')}
        />
        <TimeField
          label={t({ id: 'meetings.hour', defaultMessage: 'Hour' })}
          hint={t({ id: 'meetings.zone', defaultMessage: 'In the time zone {zone}' }, { zone: getLocalTimeZone() })}
          value={start.time}
          onChange={(time) => setStart(start.day, time)}
        />
        <NumberField
          label={t({ id: 'meetings.minutesLong', defaultMessage: 'Minutes' })}
          value={draft.durationMinutes}
          onChange={(minutes) =>
            edit((next) => {
              next.durationMinutes = minutes || 5
            })
          }
          minValue={5}
          maxValue={600}
          error={broken.at('duration_minutes')}
        />
      </FormRow>
      <TextField
        label={t({ id: 'meetings.where', defaultMessage: 'Where' })}
        hint={t({ id: 'meetings.whereHint', defaultMessage: 'A room, or the address of a video call.' })}
        value={draft.location}
        onChange={(location) =>
          edit((next) => {
            next.location = location
          })
        }
        maxLength={500}
        error={broken.at('location')}
        optional
      />
      <Colleagues
        label={t({ id: 'meetings.guests', defaultMessage: 'Guests besides the members' })}
        hint={t({
          id: 'meetings.guestsHint',
          defaultMessage: 'They speak, but neither vote nor count for the quorum.',
        })}
        chosen={draft.guests.map((person) => ({ person, name: names[person] ?? person }))}
        most={50}
        onChange={setGuests}
        error={broken.at('guests')}
        optional
      />
    </>
  )
}
