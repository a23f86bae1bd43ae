import { type Timestamp, timestampDate } from '@bufbuild/protobuf/wkt'
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components'
import { durationFor } from './duration'

type DayStyle = 'short' | 'medium' | 'long' | 'dayMonth' | 'month'

const dayStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { year: 'numeric', month: '2-digit', day: '2-digit' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  dayMonth: { month: 'short', day: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

/** A name or an amount within a sentence: its own direction does not move what stands beside it. */
export const isolate = (text: string) => `\u2068${text}\u2069`

/** Writes numbers and dates in one locale tag; `useFormats` gives the one of the person. */
export function formatsFor(tag: string) {
  const number = new Intl.NumberFormat(tag)
  const collator = new Intl.Collator(tag, { numeric: true })
  const list = new Intl.ListFormat(tag)
  // By its parts: the short style of Arabic has no month in words, unlike every other day on the screen.
  const instant = new Intl.DateTimeFormat(tag, { ...dayStyles.medium, hour: 'numeric', minute: '2-digit' })
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
  const longDay = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
  const year = new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' })
  const days = new Map<DayStyle, Intl.DateTimeFormat>()
  const dayFormat = (style: DayStyle) => {
    const known = days.get(style)
    if (known) return known
    const made = new Intl.DateTimeFormat(tag, { ...dayStyles[style], timeZone: 'UTC' })
    days.set(style, made)
    return made
  }
  const percents = [0, 1].map(
    (digits) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }),
  )
  return {
    /** A count or a measure, in the person's digits. */
    number: (value: number | bigint, options?: Intl.NumberFormatOptions) =>
      options ? new Intl.NumberFormat(tag, options).format(value) : number.format(value),
    /** A part of one as a percentage: 0.18 is 18 %. */
    percent: (part: number, fractionDigits: 0 | 1 = 0) => percents[fractionDigits]?.format(part) ?? '',
    /** A civil day, `YYYY-MM-DD` in the contract, in the person's calendar. Empty when there is none. */
    day: (day: string, style: DayStyle = 'medium') => {
      if (!day) return ''
      const date = new Date(`${day}T00:00:00Z`)
      // The locale data puts the parts of some Persian dates in an order that nobody writes.
      if (tag.startsWith('fa')) {
        if (style === 'long') return `${weekday.format(date)} ${longDay.format(date)}`
        if (style === 'month') return `${month.format(date)} ${year.format(date)}`
      }
      return dayFormat(style).format(date)
    },
    /** A moment, on the clock of this machine, in the person's calendar. */
    instant: (time: Timestamp | undefined) => (time ? instant.format(timestampDate(time)) : ''),
    /** The day of a moment, on the clock of this machine. */
    dayOf: (time: Timestamp | undefined, style: 'medium' | 'dayMonth' = 'medium') =>
      time ? new Intl.DateTimeFormat(tag, dayStyles[style]).format(timestampDate(time)) : '',
    /** A span of minutes as people say it: 65 is "1 h 5 min". */
    minutes: durationFor(tag),
    /** "a, b and c". */
    list: (items: Iterable<string>) => list.format(items),
    /** Names as people gave them, in a list: each keeps its own direction. */
    names: (names: Iterable<string>) => list.format(Array.from(names, isolate)),
    /** The order of words in the person's language. */
    compare: collator.compare,
  }
}

/** Everything that `useFormats` can write. */
export type Formats = ReturnType<typeof formatsFor>

/** Writes numbers, percentages and dates with the person's digits and calendar. Nothing else in the app formats them. */
export function useFormats(): Formats {
  const { locale } = useLocale()
  return useMemo(() => formatsFor(locale), [locale])
}
