import type { CSSProperties } from 'react'
import { useTeamStatuses } from '@/api/adoption'
import { paths } from '@/api/paths'
import { useActivity } from '@/api/telemetry'
import { FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { ApplicationSelect, useApplicationChoice } from '@/parts/ApplicationChoice'
import { isJudged, stateColors, useStateText } from '@/parts/adoption'
import { ButtonLink } from '@/ui/Button'
import { Card, Figure } from '@/ui/Card'
import { withGaps } from '@/ui/charts/gaps'
import { Sparkline } from '@/ui/charts/Sparkline'
import { Query } from '@/ui/Query'
import styles from './Home.module.css'

const order = [FlagState.CLEARED, FlagState.WATCH, FlagState.FLAGGED, FlagState.SNOOZED]

/** How many teams stand where. */
export function AdoptionCard() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const state = useStateText()
  const choice = useApplicationChoice()
  const query = useTeamStatuses(choice.application)
  if (!choice.application) return null
  const title = localized(choice.applications.find(({ name }) => name === choice.application)?.title)
  return (
    <Card
      title={t({ id: 'home.adoption', defaultMessage: 'Who is in step with {application}' }, { application: title })}
      subtitle={
        query.data?.evaluatedDay
          ? t({ id: 'home.upTo', defaultMessage: 'Up to {day}' }, { day: format.day(query.data.evaluatedDay, 'long') })
          : undefined
      }
      actions={
        <>
          <ApplicationSelect choice={choice} />
          <ButtonLink size="small" variant="soft" href={paths.teams}>
            {t({ id: 'home.allTeams', defaultMessage: 'All teams' })}
          </ButtonLink>
        </>
      }
    >
      <Query query={query} lines={1} height="5rem">
        {({ statuses }) => {
          const judged = statuses.filter(isJudged)
          const counts = order.map((each) => ({ each, count: judged.filter((status) => status.state === each).length }))
          const inStep = counts[0]?.count ?? 0
          return (
            <>
              <Figure
                label={t({ id: 'home.inStep', defaultMessage: 'Teams in step' })}
                value={t(
                  { id: 'home.ofAll', defaultMessage: '{count} of {all}' },
                  { count: format.number(inStep), all: format.number(judged.length) },
                )}
                note={
                  statuses.length > judged.length
                    ? t(
                        {
                          id: 'home.notJudged',
                          defaultMessage:
                            '{count, plural, one {# more team cannot be judged} other {# more teams cannot be judged}}',
                        },
                        { count: statuses.length - judged.length },
                      )
                    : undefined
                }
              />
              <div className={styles.meter} aria-hidden>
                {counts.map(
                  ({ each, count }) =>
                    count > 0 && (
                      <span
                        key={each}
                        className={styles.part}
                        style={{ '--part': count, '--dot': stateColors[each] } as CSSProperties}
                      />
                    ),
                )}
              </div>
              <ul className={styles.keys}>
                {counts.map(({ each, count }) => (
                  <li key={each} className={styles.key} style={{ '--dot': stateColors[each] } as CSSProperties}>
                    {state(each)} {format.number(count)}
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Query>
    </Card>
  )
}

/** How many people use an application at all. */
export function ActivityCard() {
  const t = useText()
  const format = useFormats()
  const choice = useApplicationChoice()
  const query = useActivity(choice.application)
  if (!choice.application) return null
  const count = (value: bigint | undefined) => (value === undefined ? '–' : format.number(value))
  return (
    <Card title={t({ id: 'home.activity', defaultMessage: 'People who use it' })}>
      <Query query={query} lines={1} height="5rem">
        {(activity) => (
          <>
            <div className={styles.pulse}>
              <Figure
                label={t({ id: 'home.month', defaultMessage: 'In 28 days' })}
                value={count(activity.active28Days)}
              />
              <Figure label={t({ id: 'home.week', defaultMessage: 'In 7 days' })} value={count(activity.active7Days)} />
            </div>
            <Sparkline
              width={240}
              height={48}
              label={t(
                { id: 'home.spark', defaultMessage: 'People active per day, up to {day}' },
                { day: format.day(activity.endDay) },
              )}
              // Days on which too few people were expected are left out.
              values={withGaps(activity.days, 1).map(({ active }) =>
                active === undefined ? undefined : Number(active),
              )}
            />
          </>
        )}
      </Query>
    </Card>
  )
}
