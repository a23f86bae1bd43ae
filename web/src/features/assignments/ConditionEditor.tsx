import { X } from 'lucide-react'
import type { Broken } from '@/fields/broken'
import { levels, useLevelText } from '@/fields/levels'
import { Many } from '@/fields/Many'
import { useCourseOptions, usePositionOptions, useSiteOptions, useTeamOptions } from '@/fields/options'
import { words } from '@/fields/words'
import type { Condition } from '@/gen/hamgam/training/v1/audience_pb'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import { Checkbox, FormRow, NumberField } from '@/ui/Field'
import { ComboBox } from '@/ui/Select'
import styles from './Assignments.module.css'
import { conditionLabel } from './conditions'

/** One condition on a person. */
export function ConditionEditor({
  condition,
  edit,
  onRemove,
  broken,
  path,
}: {
  condition: Condition
  edit: (change: (condition: Condition) => void) => void
  onRemove: () => void
  broken: Broken
  path: string
}) {
  const t = useText()
  const label = t(conditionLabel(condition.kind.case))
  return (
    <div className={styles.condition}>
      <div className={styles.conditionBody}>
        <Values condition={condition} edit={edit} label={label} error={broken.at(path)} />
      </div>
      <IconButton size="small" icon={X} label={`${t(words.remove)}: ${label}`} onPress={onRemove} />
    </div>
  )
}

function Values({
  condition: { kind },
  edit,
  label,
  error,
}: {
  condition: Condition
  edit: (change: (condition: Condition) => void) => void
  label: string
  error?: string
}) {
  const t = useText()
  const positions = usePositionOptions()
  const teams = useTeamOptions()
  const sites = useSiteOptions()
  const courses = useCourseOptions()
  const levelText = useLevelText()
  switch (kind.case) {
    case 'position':
      return (
        <Many
          {...{ label, error }}
          options={positions}
          values={kind.value.positions}
          onChange={(chosen) =>
            edit(({ kind: own }) => {
              if (own.case === 'position') own.value.positions = chosen
            })
          }
        />
      )
    case 'team':
      return (
        <Many
          {...{ label, error }}
          options={teams}
          values={kind.value.teams}
          onChange={(chosen) =>
            edit(({ kind: own }) => {
              if (own.case === 'team') own.value.teams = chosen
            })
          }
        />
      )
    case 'site':
      return (
        <Many
          {...{ label, error }}
          options={sites}
          values={kind.value.sites}
          onChange={(chosen) =>
            edit(({ kind: own }) => {
              if (own.case === 'site') own.value.sites = chosen
            })
          }
        />
      )
    case 'level':
      return (
        <fieldset className={styles.levels}>
          <legend>{label}</legend>
          <div className={styles.levelBoxes}>
            {levels.map((level) => (
              <Checkbox
                key={level}
                isSelected={kind.value.levels.includes(level)}
                onChange={(on) =>
                  edit(({ kind: own }) => {
                    if (own.case !== 'level') return
                    own.value.levels = on
                      ? [...own.value.levels, level]
                      : own.value.levels.filter((other) => other !== level)
                  })
                }
              >
                {levelText(level)}
              </Checkbox>
            ))}
          </div>
          {error && <span className={styles.wrong}>{error}</span>}
        </fieldset>
      )
    case 'tenure':
      return (
        <FormRow>
          <NumberField
            label={t({ id: 'assignments.minDays', defaultMessage: 'Here for at least (days)' })}
            value={kind.value.minDays}
            onChange={(days) =>
              edit(({ kind: own }) => {
                if (own.case === 'tenure') own.value.minDays = days || 0
              })
            }
            minValue={0}
            error={error}
          />
          <NumberField
            label={t({ id: 'assignments.maxDays', defaultMessage: 'and at most (days)' })}
            hint={t({ id: 'assignments.noLimit', defaultMessage: '0: without limit.' })}
            value={kind.value.maxDays}
            onChange={(days) =>
              edit(({ kind: own }) => {
                if (own.case === 'tenure') own.value.maxDays = days || 0
              })
            }
            minValue={0}
          />
        </FormRow>
      )
    case 'notCompleted':
    case 'hasCompleted':
      return (
        <ComboBox
          {...{ label, error }}
          options={courses}
          value={kind.value.course || null}
          onChange={(course) =>
            edit(({ kind: own }) => {
              if (own.case === 'notCompleted' || own.case === 'hasCompleted') own.value.course = course ?? ''
            })
          }
        />
      )
    default:
      return null
  }
}
