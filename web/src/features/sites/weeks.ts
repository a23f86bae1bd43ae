import { useWeekdays } from '@/fields/Weekdays'
import type { Site, Weekday, WorkWeek } from '@/gen/hamgam/identity/v1/site_pb'
import { useFormats } from '@/i18n/formats'

/** The work week that holds on a day; days before the first follow the first. */
export function weekOn(site: Site, day: string): WorkWeek | undefined {
  return site.workWeeks.findLast((week) => week.startDay <= day) ?? site.workWeeks[0]
}

/** Work days in words: "Saturday – Wednesday" where they follow each other, else one by one. */
export function useWorkDaysText() {
  const week = useWeekdays('long')
  const format = useFormats()
  return (days: Weekday[]) => {
    const names = week.filter(({ day }) => days.includes(day))
    const from = week.findIndex(({ day }) => day === names[0]?.day)
    const together = names.length > 2 && names.every(({ day }, index) => week[from + index]?.day === day)
    return together ? `${names[0]?.name} – ${names.at(-1)?.name}` : format.list(names.map(({ name }) => name))
  }
}
