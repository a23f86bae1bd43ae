import { create } from '@bufbuild/protobuf'
import { useBudgets } from '@/api/rewards'
import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { Many } from '@/fields/Many'
import { MoneyField } from '@/fields/MoneyField'
import { useMoney } from '@/fields/money'
import { useApplicationOptions, useCourseOptions } from '@/fields/options'
import { TeamsField } from '@/fields/ScopeFields'
import { useToday } from '@/fields/today'
import { words } from '@/fields/words'
import { type Challenge, ChallengeTeamSchema, Measure } from '@/gen/hamgam/incentives/v1/challenge_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow, NumberField, RadioGroup } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { measures, useChallengeWords } from './kinds'

/** The fields that the form shows, as the contract names them. */
export const shownFields = [
  'title',
  'description',
  'measure',
  'application',
  'courses',
  'teams',
  'start_day',
  'weeks',
  'target_percent',
  'participation_percent',
  'prize',
  'budget',
]

/** What HR writes about a challenge. Below an `InLanguages`. */
export function ChallengeFields({
  draft,
  edit,
  error,
}: {
  draft: Challenge
  edit: (change: (challenge: Challenge) => void) => void
  error: unknown
}) {
  const t = useText()
  const read = useLocalized()
  const money = useMoney()
  const look = useChallengeWords()
  const today = useToday()
  const applications = useApplicationOptions()
  const courses = useCourseOptions()
  const budgets = useBudgets().data ?? []
  const broken = brokenRules(error, 'challenge')
  return (
    <>
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
      <LocalizedField
        label={t({ id: 'challenges.about', defaultMessage: 'More about it' })}
        value={draft.description}
        onChange={(description) =>
          edit((next) => {
            next.description = description
          })
        }
        multiline
        rows={3}
        optional
        error={broken.at('description')}
      />
      <RadioGroup
        label={t({ id: 'challenges.measure', defaultMessage: 'What is to become better?' })}
        value={String(draft.measure)}
        onChange={(measure) =>
          edit((next) => {
            next.measure = Number(measure)
            if (next.measure !== Measure.COURSE_COMPLETION) next.courses = []
          })
        }
        options={measures.map((each) => ({
          value: String(each),
          label: look.measure(each),
          hint: look.measureHint(each),
        }))}
        error={broken.at('measure')}
      />
      <Select
        label={t(words.application)}
        options={applications}
        value={draft.application || null}
        onChange={(id) =>
          edit((next) => {
            next.application = id
          })
        }
        error={broken.at('application')}
      />
      {draft.measure === Measure.COURSE_COMPLETION && (
        <Many
          label={t({ id: 'challenges.coursesToDo', defaultMessage: 'Courses to complete' })}
          options={courses}
          values={draft.courses}
          onChange={(names) =>
            edit((next) => {
              next.courses = names
            })
          }
          error={broken.at('courses')}
        />
      )}
      <TeamsField
        label={t({ id: 'challenges.teams', defaultMessage: 'Teams' })}
        hint={t({
          id: 'challenges.teamsHint',
          defaultMessage: 'Each with the teams below it. Several teams reach one goal together and share one prize.',
        })}
        values={draft.teams.map(({ team }) => team)}
        onChange={(names) =>
          edit((next) => {
            next.teams = names.map((team) => create(ChallengeTeamSchema, { team }))
          })
        }
        error={broken.at('teams')}
      />
      <FormRow>
        <DatePicker
          label={t({ id: 'challenges.startDay', defaultMessage: 'First day' })}
          value={draft.startDay || null}
          min={today}
          onChange={(day) =>
            edit((next) => {
              next.startDay = day ?? ''
            })
          }
          error={broken.at('start_day')}
        />
        <NumberField
          label={t({ id: 'challenges.weeks', defaultMessage: 'Weeks' })}
          value={draft.weeks}
          minValue={4}
          maxValue={26}
          onChange={(weeks) =>
            edit((next) => {
              next.weeks = weeks || 4
            })
          }
          error={broken.at('weeks')}
        />
      </FormRow>
      <FormRow>
        <NumberField
          label={t({ id: 'challenges.target', defaultMessage: 'How much better' })}
          hint={t({ id: 'challenges.targetHint', defaultMessage: 'Than in the four weeks before the announcement.' })}
          value={draft.targetPercent / 100}
          minValue={0.05}
          maxValue={1}
          step={0.05}
          formatOptions={{ style: 'percent' }}
          onChange={(part) =>
            edit((next) => {
              next.targetPercent = Math.round((part || 0.05) * 100)
            })
          }
          error={broken.at('target_percent')}
        />
        <NumberField
          label={t({ id: 'challenges.participation', defaultMessage: 'How many have to take part' })}
          hint={t({ id: 'challenges.participationHint', defaultMessage: 'Each week, on average.' })}
          value={draft.participationPercent / 100}
          minValue={0.5}
          maxValue={1}
          step={0.05}
          formatOptions={{ style: 'percent' }}
          onChange={(part) =>
            edit((next) => {
              next.participationPercent = Math.round((part || 0.5) * 100)
            })
          }
          error={broken.at('participation_percent')}
        />
      </FormRow>
      <MoneyField
        label={t({ id: 'challenges.prize', defaultMessage: 'Prize for all of them together' })}
        value={draft.prize}
        onChange={(prize) =>
          edit((next) => {
            next.prize = prize
          })
        }
        error={broken.at('prize')}
      />
      <Select
        label={t({ id: 'challenges.budget', defaultMessage: 'Paid from' })}
        options={budgets.map((budget) => ({
          id: budget.name,
          label: read(budget.title),
          hint: budget.remaining
            ? t({ id: 'challenges.left', defaultMessage: '{money} left' }, { money: money(budget.remaining) })
            : undefined,
        }))}
        value={draft.budget || null}
        onChange={(id) =>
          edit((next) => {
            next.budget = id
          })
        }
        error={broken.at('budget')}
      />
    </>
  )
}
