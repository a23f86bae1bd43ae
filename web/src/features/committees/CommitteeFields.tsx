import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { ApplicationField, TeamsField } from '@/fields/ScopeFields'
import { words } from '@/fields/words'
import type { Committee } from '@/gen/hamgam/feedback/v1/committee_pb'
import { useText } from '@/i18n/text'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow, NumberField } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { kinds, useKindText } from './kinds'

/** The fields of the form, as the contract names them; each shows what is wrong with it. */
export const shownFields = [
  'title',
  'purpose',
  'kind',
  'application',
  'teams',
  'start_day',
  'end_day',
  'quorum_percent',
]

/** A committee: what it is for, whom it concerns, and when it can decide. */
export function CommitteeFields({
  draft,
  edit,
  error,
}: {
  draft: Committee
  edit: (change: (committee: Committee) => void) => void
  error: unknown
}) {
  const t = useText()
  const kindText = useKindText()
  const broken = brokenRules(error, 'committee')
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
        label={t({ id: 'committees.purpose', defaultMessage: 'What it is for, in words' })}
        value={draft.purpose}
        onChange={(purpose) =>
          edit((next) => {
            next.purpose = purpose
          })
        }
        error={broken.at('purpose')}
        multiline
        rows={3}
        optional
      />
      <FormRow>
        <Select
          label={t({ id: 'committees.kind', defaultMessage: 'Kind' })}
          options={kinds.map((kind) => ({ id: String(kind), label: kindText(kind) }))}
          value={draft.kind ? String(draft.kind) : null}
          onChange={(kind) =>
            edit((next) => {
              next.kind = Number(kind)
            })
          }
          error={broken.at('kind')}
        />
        <ApplicationField
          hint={t({ id: 'committees.allApplications', defaultMessage: 'Empty: all of them.' })}
          value={draft.application}
          onChange={(application) =>
            edit((next) => {
              next.application = application
            })
          }
          error={broken.at('application')}
        />
      </FormRow>
      <TeamsField
        label={t({ id: 'committees.teams', defaultMessage: 'Teams concerned, with those below' })}
        values={draft.teams}
        onChange={(values) =>
          edit((next) => {
            next.teams = values
          })
        }
        error={broken.at('teams')}
      />
      <FormRow>
        <DatePicker
          label={t({ id: 'committees.firstDay', defaultMessage: 'First day' })}
          hint={t({ id: 'committees.firstDayHint', defaultMessage: 'Empty: today.' })}
          value={draft.startDay || null}
          onChange={(day) =>
            edit((next) => {
              next.startDay = day ?? ''
            })
          }
          error={broken.at('start_day')}
          optional
        />
        <DatePicker
          label={t({ id: 'committees.lastDay', defaultMessage: 'Last day' })}
          hint={t({ id: 'committees.lastDayHint', defaultMessage: 'Empty: until it is ended.' })}
          value={draft.endDay || null}
          onChange={(day) =>
            edit((next) => {
              next.endDay = day ?? ''
            })
          }
          error={broken.at('end_day')}
          optional
        />
        <NumberField
          label={t({ id: 'committees.quorum', defaultMessage: 'Present to decide' })}
          hint={t({ id: 'committees.quorumHint', defaultMessage: 'Of its members; 51 % is more than half.' })}
          // The contract counts in hundredths; the field writes them as a percentage.
          value={draft.quorumPercent / 100}
          onChange={(part) =>
            edit((next) => {
              next.quorumPercent = Math.round((part || 0) * 100)
            })
          }
          formatOptions={{ style: 'percent' }}
          minValue={0.01}
          maxValue={1}
          step={0.01}
          error={broken.at('quorum_percent')}
        />
      </FormRow>
    </>
  )
}
