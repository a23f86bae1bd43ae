import { create } from '@bufbuild/protobuf'
import { useState } from 'react'
import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { useLevelOptions } from '@/fields/levels'
import { useCourseOptions, usePositionOptions } from '@/fields/options'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Curriculum, CurriculumStepSchema } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { FormRow, NumberField, Switch } from '@/ui/Field'
import { ComboBox, Select } from '@/ui/Select'
import styles from './Curricula.module.css'

/** The fields of the form that show what is wrong with them. */
export const shownFields = ['title', 'position', 'level', 'steps', 'in_order']

/** A curriculum: for whom, and the courses in their order. */
export function CurriculumFields({
  draft,
  edit,
  error,
}: {
  draft: Curriculum
  edit: (change: (curriculum: Curriculum) => void) => void
  error: unknown
}) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const positions = usePositionOptions()
  const levels = useLevelOptions()
  const courses = useCourseOptions()
  const broken = brokenRules(error, 'curriculum')
  const [turn, setTurn] = useState(0)
  const titleOf = (course: string, index: number) =>
    courses.find(({ id }) => id === course)?.label ?? (read(draft.steps[index]?.courseTitle) || course)
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
      <FormRow>
        <ComboBox
          label={t(words.position)}
          options={positions}
          value={draft.position || null}
          onChange={(position) =>
            edit((next) => {
              next.position = position ?? ''
            })
          }
          error={broken.at('position')}
        />
        <Select
          label={t(words.level)}
          options={levels}
          value={draft.level ? String(draft.level) : null}
          onChange={(level) =>
            edit((next) => {
              next.level = Number(level)
            })
          }
          error={broken.at('level')}
        />
      </FormRow>
      <fieldset className={styles.steps}>
        <legend>{t({ id: 'curricula.steps', defaultMessage: 'Courses in their order' })}</legend>
        <ol>
          {draft.steps.map((step, index) => (
            <li key={step.course} className={styles.step}>
              <span className={styles.number}>{format.number(index + 1)}</span>
              <span className={styles.stepTitle} dir="auto">
                {titleOf(step.course, index)}
              </span>
              <NumberField
                label={t({ id: 'curricula.due', defaultMessage: 'Due after working days' })}
                hint={
                  step.dueWorkingDays === 0
                    ? t({ id: 'curricula.dueAs', defaultMessage: '0: as the assignment says.' })
                    : undefined
                }
                value={step.dueWorkingDays}
                onChange={(days) =>
                  edit((next) => {
                    const own = next.steps[index]
                    if (own) own.dueWorkingDays = days || 0
                  })
                }
                minValue={0}
                maxValue={500}
                error={broken.at(`steps[${index}]`)}
              />
              <RowTools
                name={titleOf(step.course, index)}
                index={index}
                count={draft.steps.length}
                onMove={(by) => edit((next) => move(next.steps, index, by))}
                onRemove={() => edit((next) => void next.steps.splice(index, 1))}
              />
            </li>
          ))}
        </ol>
        <ComboBox
          key={turn}
          label={t({ id: 'curricula.addCourse', defaultMessage: 'Add a course' })}
          hint={t({ id: 'curricula.addCourseHint', defaultMessage: 'Published courses can be chosen.' })}
          options={courses.filter(({ id }) => !draft.steps.some(({ course }) => course === id))}
          value={null}
          onChange={(course) => {
            if (!course) return
            edit((next) => void next.steps.push(create(CurriculumStepSchema, { course })))
            setTurn(turn + 1)
          }}
          error={draft.steps.length === 0 ? broken.at('steps') : undefined}
        />
      </fieldset>
      <Switch
        isSelected={draft.inOrder}
        onChange={(on) =>
          edit((next) => {
            next.inOrder = on
          })
        }
      >
        {t({ id: 'curricula.inOrder', defaultMessage: 'A course opens only when the one before it is complete' })}
      </Switch>
    </>
  )
}
