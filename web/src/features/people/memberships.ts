import type { Membership, Person } from '@/gen/hamgam/identity/v1/person_pb'

/** The membership that holds on a day. */
export function membershipOn(person: Person, day: string): Membership | undefined {
  return person.memberships.find(({ startDay, endDay }) => startDay <= day && (endDay === '' || endDay >= day))
}

/** The day before another, both as `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
