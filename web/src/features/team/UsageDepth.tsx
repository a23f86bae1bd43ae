import { defineMessages } from 'react-intl'
import { useTeamUsage } from '@/api/telemetry'
import { FigureState, HabitStep, type Measure, type TeamWeek } from '@/gen/hamgam/telemetry/v1/report_pb'
import { type Formats, useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Card } from '@/ui/Card'
import { type Bar, Bars } from '@/ui/charts/Bars'
import { HabitLadder } from '@/ui/charts/HabitLadder'
import styles from './Team.module.css'

const steps = defineMessages({
  none: { id: 'team.habit.none', defaultMessage: 'Not used' },
  lapsed: { id: 'team.habit.lapsed', defaultMessage: 'Lapsed' },
  trying: { id: 'team.habit.trying', defaultMessage: 'Trying' },
  regular: { id: 'team.habit.regular', defaultMessage: 'Regular' },
  habitual: { id: 'team.habit.habitual', defaultMessage: 'By habit' },
})

const stepWords: Partial<Record<HabitStep, (typeof steps)[keyof typeof steps]>> = {
  [HabitStep.NONE]: steps.none,
  [HabitStep.LAPSED]: steps.lapsed,
  [HabitStep.TRYING]: steps.trying,
  [HabitStep.REGULAR]: steps.regular,
  [HabitStep.HABITUAL]: steps.habitual,
}

/** How deep the use goes: habit, breadth, frequency, data quality, of the newest published week. */
export function UsageDepth({ team, application }: { team: string; application: string }) {
  const t = useText()
  const format = useFormats()
  const query = useTeamUsage(team, application)
  const week = query.data?.weeks.findLast(({ state }) => state === FigureState.PUBLISHED)
  if (!week) {
    const hidden = query.data?.weeks.some(({ state }) => state === FigureState.SUPPRESSED)
    return hidden ? (
      <Card title={t({ id: 'team.depth', defaultMessage: 'How deep the use goes' })}>
        <p className={styles.hint}>
          {t({
            id: 'team.suppressed',
            defaultMessage: 'Too few people: figures would say something about single persons, so there are none.',
          })}
        </p>
      </Card>
    ) : null
  }
  return (
    <>
      {week.habit.length > 0 && (
        <Card
          title={t({ id: 'team.habit', defaultMessage: 'Habit' })}
          subtitle={t({
            id: 'team.habitHint',
            defaultMessage: 'From not at all to by habit, over 12 weeks. Nobody sees who stands where.',
          })}
        >
          <HabitLadder
            label={t({ id: 'team.habit', defaultMessage: 'Habit' })}
            steps={week.habit.flatMap(({ step, share }) => {
              const words = stepWords[step]
              return words ? [{ id: String(step), name: t(words), share }] : []
            })}
          />
        </Card>
      )}
      <Card
        title={t({ id: 'team.depth', defaultMessage: 'How deep the use goes' })}
        subtitle={t(
          { id: 'team.depthHint', defaultMessage: 'Four weeks up to {day}; the mark is where comparable teams are.' },
          { day: format.day(week.endDay) },
        )}
      >
        <Bars label={t({ id: 'team.depth', defaultMessage: 'How deep the use goes' })} bars={barsOf(week, t, format)} />
      </Card>
    </>
  )
}

function barsOf(week: TeamWeek, t: ReturnType<typeof useText>, format: Formats): Bar[] {
  const bar = (id: string, name: string, measure: Measure | undefined, share: boolean): Bar[] => {
    if (measure?.value === undefined) return []
    const most = share ? 1 : Math.max(measure.value, measure.peers ?? 0, 1) * 1.2
    const write = (value: number) => (share ? format.percent(value) : format.number(value))
    return [
      {
        id,
        name,
        part: Math.min(1, measure.value / most),
        peer: measure.peers === undefined ? undefined : Math.min(1, measure.peers / most),
        value: write(measure.value),
        peerLabel:
          measure.peers === undefined
            ? undefined
            : t({ id: 'team.peerValue', defaultMessage: 'comparable teams: {value}' }, { value: write(measure.peers) }),
      },
    ]
  }
  return [
    ...bar('ever', t({ id: 'team.everUsed', defaultMessage: 'Used it at least once' }), week.everUsed, true),
    ...bar('active', t({ id: 'team.rate', defaultMessage: 'Working days used' }), week.activeRate, true),
    ...bar('sticky', t({ id: 'team.stickiness', defaultMessage: 'Come back daily' }), week.stickiness, true),
    ...bar('breadth', t({ id: 'team.breadth', defaultMessage: 'Features per person' }), week.breadth, false),
    ...bar('frequency', t({ id: 'team.frequency', defaultMessage: 'Days a week' }), week.frequency, false),
    ...bar('errors', t({ id: 'team.dataErrors', defaultMessage: 'Records with errors' }), week.dataErrors, true),
  ]
}
