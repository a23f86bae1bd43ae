import type { CallOptions } from '@connectrpc/connect'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useClient } from '@/api/client'
import { HeldDataService as Champions } from '@/gen/hamgam/champions/v1/held_data_service_pb'
import { HeldDataService as Feedback } from '@/gen/hamgam/feedback/v1/held_data_service_pb'
import type { HeldKind, HeldRecord } from '@/gen/hamgam/held/v1/held_pb'
import { HeldDataService as Incentives } from '@/gen/hamgam/incentives/v1/held_data_service_pb'
import { HeldDataService as Notifications } from '@/gen/hamgam/notifications/v1/held_data_service_pb'
import { HeldDataService as Telemetry } from '@/gen/hamgam/telemetry/v1/held_data_service_pb'
import { HeldDataService as Training } from '@/gen/hamgam/training/v1/held_data_service_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Query } from '@/ui/Query'
import styles from './Me.module.css'

const services = {
  champions: Champions,
  feedback: Feedback,
  incentives: Incentives,
  notifications: Notifications,
  telemetry: Telemetry,
  training: Training,
}

/** The question that every service answers in the same way. */
interface Answers {
  getHeldData(request: object, options?: CallOptions): Promise<{ kinds: HeldKind[] }>
}

/** What one service holds about the person: each kind with its purpose, until when, and the records; `empty` for none. */
export function HeldKinds({ of, empty }: { of: keyof typeof services; empty?: ReactNode }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const { person } = useMe()
  const client: Answers = useClient(services[of])
  const query = useQuery({
    queryKey: ['heldData', person, of],
    queryFn: async ({ signal }) => (await client.getHeldData({}, { signal })).kinds,
  })
  return (
    <Query query={query} lines={4}>
      {(kinds) =>
        kinds.length === 0 ? (
          empty === undefined ? (
            <p className={styles.hint}>{t({ id: 'me.noUsage', defaultMessage: 'Nothing is held.' })}</p>
          ) : (
            empty
          )
        ) : (
          kinds.map((kind) => (
            <div key={kind.kind} className={styles.held}>
              <div className={styles.heldHead}>
                <strong>
                  {localized(kind.title)} ({format.number(kind.count)})
                </strong>
                {kind.keptDays > 0 && (
                  <span className={styles.hint}>
                    {t(
                      { id: 'me.keptDays', defaultMessage: 'kept {days, plural, one {# day} other {# days}}' },
                      { days: kind.keptDays },
                    )}
                  </span>
                )}
              </div>
              <p className={styles.hint}>{localized(kind.purpose)}</p>
              <Records kind={kind} />
            </div>
          ))
        )
      }
    </Query>
  )
}

function Records({ kind }: { kind: HeldKind }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const when = ({ time, day }: HeldRecord) => (time ? format.instant(time) : day ? format.day(day) : '')
  const shown = kind.records
    .map((record) => ({ when: when(record), words: record.text || localized(record.title) }))
    .filter(({ when, words }) => when || words)
  if (shown.length === 0) return null
  return (
    <details>
      <summary>
        {shown.length < kind.count
          ? t({ id: 'me.showNewest', defaultMessage: 'Show the newest {count, number}' }, { count: shown.length })
          : t({ id: 'me.showAll', defaultMessage: 'Show every record' })}
      </summary>
      <ul className={styles.records}>
        {shown.map(({ when, words }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: records have no names, and never change places
          <li key={place}>
            {when && <span className={styles.hint}>{when}</span>} <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
