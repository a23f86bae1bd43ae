import { type Timestamp, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt'
import { fromDate, getLocalTimeZone, parseDate, parseTime, toCalendarDateTime, toZoned } from '@internationalized/date'

/** The day and the hour of a moment on the clock of this machine. */
export function dayAndTime(moment: Timestamp): { day: string; time: string } {
  const text = fromDate(timestampDate(moment), getLocalTimeZone()).toString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The moment of a day and an hour on the clock of this machine. */
export function momentOf(day: string, time: string): Timestamp {
  return timestampFromDate(toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), getLocalTimeZone()).toDate())
}
