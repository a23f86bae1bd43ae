import { defineMessages, type MessageDescriptor } from 'react-intl'
import { Actor, type FlagEvent, FlagEventKind } from '@/gen/hamgam/adoption/v1/flag_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useBarrierText } from '@/parts/barriers'
import styles from './Flags.module.css'

const words = defineMessages({
  raised: { id: 'flags.event.raised', defaultMessage: 'The rule found the team' },
  explained: { id: 'flags.event.explained', defaultMessage: 'Evidence collected, proposed: {barrier}' },
  confirmed: { id: 'flags.event.confirmed', defaultMessage: 'Confirmed: {barrier}' },
  automatic: { id: 'flags.event.automatic', defaultMessage: 'Confirmed automatically: {barrier}' },
  snoozed: { id: 'flags.event.snoozed', defaultMessage: 'Put off until {until}' },
  awoken: { id: 'flags.event.awoken', defaultMessage: 'Came back, still found' },
  rejected: { id: 'flags.event.rejected', defaultMessage: 'Said to be wrong' },
  cleared: { id: 'flags.event.cleared', defaultMessage: 'In step again for 14 days' },
  withdrawn: { id: 'flags.event.withdrawn', defaultMessage: 'Late usage arrived: it no longer stands' },
  started: { id: 'flags.event.started', defaultMessage: 'Help began' },
  completed: { id: 'flags.event.completed', defaultMessage: 'Every step is taken' },
  system: { id: 'flags.actor.system', defaultMessage: 'Hamgam' },
  hr: { id: 'flags.actor.hr', defaultMessage: 'HR' },
  champion: { id: 'flags.actor.champion', defaultMessage: 'Champion' },
  admin: { id: 'flags.actor.admin', defaultMessage: 'Administrator' },
})

const kinds: Partial<Record<FlagEventKind, MessageDescriptor>> = {
  [FlagEventKind.RAISED]: words.raised,
  [FlagEventKind.EXPLAINED]: words.explained,
  [FlagEventKind.CONFIRMED]: words.confirmed,
  [FlagEventKind.CONFIRMED_AUTOMATICALLY]: words.automatic,
  [FlagEventKind.SNOOZED]: words.snoozed,
  [FlagEventKind.AWOKEN]: words.awoken,
  [FlagEventKind.REJECTED]: words.rejected,
  [FlagEventKind.CLEARED]: words.cleared,
  [FlagEventKind.WITHDRAWN]: words.withdrawn,
  [FlagEventKind.INTERVENTION_STARTED]: words.started,
  [FlagEventKind.INTERVENTION_COMPLETED]: words.completed,
}

const actors: Partial<Record<Actor, MessageDescriptor>> = {
  [Actor.SYSTEM]: words.system,
  [Actor.HR]: words.hr,
  [Actor.CHAMPION]: words.champion,
  [Actor.ADMIN]: words.admin,
}

/** Everything that happened to a flag, oldest first. */
export function History({ events }: { events: FlagEvent[] }) {
  const t = useText()
  const format = useFormats()
  const barrier = useBarrierText()
  return (
    <ol className={styles.history}>
      {events.map((event, index) => {
        const what = kinds[event.kind]
        const who = actors[event.actor]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end
          <li key={index} className={styles.event}>
            <div>
              {what && t(what, { barrier: barrier.name(event.barrier), until: format.day(event.until) })}
              {event.note && (
                <p className={styles.note} dir="auto">
                  {event.note}
                </p>
              )}
              <p className={styles.eventTime}>
                {[who && t(who), format.instant(event.time)].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
