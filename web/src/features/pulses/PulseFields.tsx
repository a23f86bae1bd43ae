import { create } from '@bufbuild/protobuf'
import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { Many } from '@/fields/Many'
import { usePositionOptions, useSiteOptions } from '@/fields/options'
import { ApplicationField, TeamsField } from '@/fields/ScopeFields'
import { words } from '@/fields/words'
import {
  type Pulse,
  type PulseAudience,
  PulseAudienceSchema,
  type PulseSchedule,
  PulseScheduleSchema,
} from '@/gen/hamgam/feedback/v1/pulse_pb'
import { useText } from '@/i18n/text'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow, NumberField } from '@/ui/Field'
import { AudienceCount } from './AudienceCount'
import styles from './Pulses.module.css'
import { QuestionRows } from './QuestionRows'

/** The fields of the form that show what is wrong with them. */
export const shownFields = ['title', 'application', 'questions', 'audience', 'schedule']

/** A pulse: what it asks, whom, and when. */
export function PulseFields({
  draft,
  edit,
  error,
}: {
  draft: Pulse
  edit: (change: (pulse: Pulse) => void) => void
  error: unknown
}) {
  const t = useText()
  const positions = usePositionOptions()
  const sites = useSiteOptions()
  const broken = brokenRules(error, 'pulse')
  const audience = draft.audience ?? create(PulseAudienceSchema)
  const schedule = draft.schedule ?? create(PulseScheduleSchema)
  const setAudience = (change: (audience: PulseAudience) => void) =>
    edit((next) => {
      next.audience ??= create(PulseAudienceSchema)
      change(next.audience)
    })
  const setSchedule = (change: (schedule: PulseSchedule) => void) =>
    edit((next) => {
      next.schedule ??= create(PulseScheduleSchema)
      change(next.schedule)
    })
  return (
    <>
      <FormRow>
        <LocalizedField
          label={t(words.title)}
          value={draft.title}
          onChange={(title) =>
            edit((next) => {
              next.title = title
            })
          }
          error={broken.at('title')}
        />
        <ApplicationField
          value={draft.application}
          onChange={(application) =>
            edit((next) => {
              next.application = application
            })
          }
          error={broken.at('application')}
        />
      </FormRow>
      <QuestionRows questions={draft.questions} edit={edit} broken={broken} />
      <fieldset className={styles.part}>
        <legend>{t({ id: 'pulses.whom', defaultMessage: 'Whom' })}</legend>
        <FormRow>
          <TeamsField
            label={t({ id: 'pulses.teams', defaultMessage: 'Teams, with those below' })}
            values={audience.teams}
            onChange={(values) =>
              setAudience((own) => {
                own.teams = values
              })
            }
            error={broken.at('audience.teams')}
            optional
          />
          <Many
            label={t({ id: 'pulses.positions', defaultMessage: 'Positions' })}
            options={positions}
            values={audience.positions}
            onChange={(values) =>
              setAudience((own) => {
                own.positions = values
              })
            }
            error={broken.at('audience.positions')}
            optional
          />
          <Many
            label={t({ id: 'pulses.sites', defaultMessage: 'Sites' })}
            options={sites}
            values={audience.sites}
            onChange={(values) =>
              setAudience((own) => {
                own.sites = values
              })
            }
            error={broken.at('audience.sites')}
            optional
          />
        </FormRow>
        <AudienceCount audience={audience} />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t({ id: 'pulses.when', defaultMessage: 'When' })}</legend>
        <FormRow>
          <DatePicker
            label={t({ id: 'pulses.firstDay', defaultMessage: 'First day' })}
            hint={t({ id: 'pulses.firstDayHint', defaultMessage: 'Empty: the day on which it is started.' })}
            value={schedule.firstDay || null}
            onChange={(day) =>
              setSchedule((own) => {
                own.firstDay = day ?? ''
              })
            }
            error={broken.at('schedule.first_day')}
            optional
          />
          <NumberField
            label={t({ id: 'pulses.openDays', defaultMessage: 'Days to answer' })}
            value={schedule.openDays}
            onChange={(days) =>
              setSchedule((own) => {
                own.openDays = days || 1
              })
            }
            minValue={1}
            maxValue={30}
            error={broken.at('schedule.open_days')}
          />
        </FormRow>
        <FormRow>
          <NumberField
            label={t({ id: 'pulses.rounds', defaultMessage: 'Rounds' })}
            value={schedule.rounds}
            onChange={(rounds) =>
              setSchedule((own) => {
                own.rounds = rounds || 1
                own.everyWeeks = own.rounds > 1 ? own.everyWeeks || 4 : 0
              })
            }
            minValue={1}
            maxValue={52}
            error={broken.at('schedule.rounds')}
          />
          {schedule.rounds > 1 && (
            <NumberField
              label={t({ id: 'pulses.everyWeeks', defaultMessage: 'Weeks from one round to the next' })}
              value={schedule.everyWeeks}
              onChange={(weeks) =>
                setSchedule((own) => {
                  own.everyWeeks = weeks || 1
                })
              }
              minValue={1}
              maxValue={52}
              error={broken.at('schedule.every_weeks')}
            />
          )}
        </FormRow>
      </fieldset>
    </>
  )
}
