import { useWeekdays } from '@/fields/Weekdays'
import type { Site, Weekday, WorkWeek } from '@/gen/hamgam/identity/v1/site_pb'
import { useFormats } from '@/i18n/formats'

/** The work week that holds on a day; days before the first follow the first. */
export function weekOn(site: Site, day: string): WorkWeek | undefined {
  return site.workWeeks.findLast((week) => week.startDay <= day) ?? site.workWeeks[0]
}

/** The one run of days that follow each other around the week, from its first to its last; undefined when there are more. */
export function runOf(days: Weekday[]): [Weekday, Weekday] | undefined {
  const before = (day: Weekday): Weekday => ((day + 5) % 7) + 1
  const starts = days.filter((day) => !days.includes(before(day)))
  const [first] = starts
  if (first === undefined || starts.length > 1 || days.length < 3) return undefined
  return [first, ((first + days.length - 2) % 7) + 1]
}

/** Work days in words: "Saturday – Wednesday" where they follow each other, else one by one. */
export function useWorkDaysText() {
  const week = useWeekdays('long')
  const format = useFormats()
  return (days: Weekday[]) => {
    const run = runOf(days)
    const nameOf = (wanted: Weekday) => week.find(({ day }) => day === wanted)?.name ?? ''
    if (run) return run.map(nameOf).join(' – ')
    return format.list(week.filter(({ day }) => days.includes(day)).map(({ name }) => name))
  }
}
