import { useDecisionEffect } from '@/api/outcomes'
import { labelOf, useApplicationOptions } from '@/fields/options'
import {
  type AskingTeam,
  type DecisionEffect,
  NoFiguresReason,
  type Outcome,
} from '@/gen/hamgam/feedback/v1/outcome_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { LineWithBand } from '@/ui/charts/LineWithBand'
import { Dialog } from '@/ui/Dialog'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Meetings.module.css'

/** What happened to the usage of the teams that asked, with what that means and what not. */
export function EffectDialog({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const t = useText()
  const read = useLocalized()
  const query = useDecisionEffect(outcome.name)
  return (
    <Dialog title={t({ id: 'meetings.effect', defaultMessage: 'What happened since' })} isOpen onClose={onClose} wide>
      <p className={styles.text} dir="auto">
        {read(outcome.text)}
      </p>
      <Query query={query} lines={4}>
        {(effect) => <Effect effect={effect} />}
      </Query>
    </Dialog>
  )
}

function Effect({ effect }: { effect: DecisionEffect }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  return (
    <>
      <Banner tone="info" title={t({ id: 'meetings.means', defaultMessage: 'What this says, and what it does not' })}>
        <span dir="auto">{read(effect.explanation)}</span>
      </Banner>
      {!effect.ready ? (
        <EmptyState title={t({ id: 'meetings.tooEarly', defaultMessage: 'Too early to look back' })}>
          {t(
            { id: 'meetings.readyOn', defaultMessage: 'From {day} on there is something to look at.' },
            { day: format.day(effect.readyDay, 'long') },
          )}
        </EmptyState>
      ) : effect.teams.length === 0 ? (
        <EmptyState title={t({ id: 'meetings.noAskers', defaultMessage: 'No team to look at' })}>
          {t({
            id: 'meetings.noAskersHint',
            defaultMessage: 'Shown are teams whose people proposed by name, or five or more of whose people voted.',
          })}
        </EmptyState>
      ) : (
        effect.teams.map((team) => (
          <Team key={`${team.team}${team.application}`} team={team} decidedDay={effect.decidedDay} />
        ))
      )}
    </>
  )
}

function Team({ team, decidedDay }: { team: AskingTeam; decidedDay: string }) {
  const t = useText()
  const applications = useApplicationOptions()
  const reasons: Record<NoFiguresReason, string> = {
    [NoFiguresReason.UNSPECIFIED]: '',
    [NoFiguresReason.FLAGGED]: t({
      id: 'meetings.wasFlagged',
      defaultMessage:
        'It was flagged around the decision. Teams that were just flagged recover by themselves, so before and after say nothing.',
    }),
    [NoFiguresReason.NOT_PUBLISHED]: t({
      id: 'meetings.notPublished',
      defaultMessage: 'Nothing is published about it: fewer than five people, or nothing counted.',
    }),
    [NoFiguresReason.TOO_EARLY]: t({ id: 'meetings.fourWeeks', defaultMessage: 'Four weeks have not passed yet.' }),
  }
  const part = (rate: number | undefined) => (rate === undefined ? undefined : rate / 100)
  return (
    <section className={styles.part}>
      <h3>
        <bdi>{team.displayName}</bdi>{' '}
        <span className={styles.quiet}>
          <bdi>{labelOf(applications, team.application)}</bdi>
        </span>
      </h3>
      {team.weeks.length > 0 && team.noFiguresReason === NoFiguresReason.UNSPECIFIED ? (
        <LineWithBand
          label={t({ id: 'meetings.useOf', defaultMessage: 'Use by {team}, week by week' }, { team: team.displayName })}
          points={team.weeks.map(({ startDay, rate, expectedRate }) => ({
            day: startDay,
            value: part(rate),
            expected: part(expectedRate),
          }))}
          marks={[{ day: decidedDay, label: t({ id: 'meetings.decided', defaultMessage: 'Decided' }) }]}
          names={{
            value: t({ id: 'meetings.thisTeam', defaultMessage: 'This team' }),
            expected: t({ id: 'meetings.comparable', defaultMessage: 'Comparable teams' }),
            day: t({ id: 'meetings.week', defaultMessage: 'Week' }),
          }}
        />
      ) : (
        <p className={styles.quiet}>{reasons[team.noFiguresReason] || reasons[NoFiguresReason.NOT_PUBLISHED]}</p>
      )}
    </section>
  )
}
