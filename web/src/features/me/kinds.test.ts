import { expect, it } from 'vitest'
import { NotificationKind, NotificationKindSchema } from '@/gen/hamgam/notifications/v1/notification_pb'
import { kindGroups } from './kinds'

/** What always comes by mail, so that nobody chooses about it; and the digest, which only gathers the others. */
const unchosen = new Set([
  NotificationKind.UNSPECIFIED,
  NotificationKind.PERSON_INVITED,
  NotificationKind.PASSWORD_RESET,
  NotificationKind.DIGEST,
])

const chosen = kindGroups.flatMap(({ kinds }) => kinds.map(({ kind }) => kind))

it('lets people choose about every kind of notification, once', () => {
  const missing = NotificationKindSchema.values.filter(
    ({ number }) => !unchosen.has(number) && !chosen.includes(number),
  )
  expect(missing.map(({ name }) => name)).toEqual([])
  expect(new Set(chosen).size).toBe(chosen.length)
})

it('says something different about each kind', () => {
  const words = kindGroups.flatMap(({ kinds }) => kinds.map(({ words }) => String(words.defaultMessage)))
  expect(new Set(words).size).toBe(words.length)
})
