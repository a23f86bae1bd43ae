import { create } from '@bufbuild/protobuf'
import type { ReactNode } from 'react'
import { useCurricula } from '@/api/curricula'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { useLevelText } from '@/fields/levels'
import { labelOf, useCourseOptions, usePositionOptions } from '@/fields/options'
import { type Assignment, EscalationTarget, ReminderPolicySchema } from '@/gen/hamgam/training/v1/assignment_pb'
import { AudienceSchema } from '@/gen/hamgam/training/v1/audience_pb'
import { CurriculumState } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Card, Split, Stack } from '@/ui/Card'
import { Form, FormRow, NumberField, RadioGroup, Switch } from '@/ui/Field'
import { ComboBox, Select } from '@/ui/Select'
import styles from './Assignments.module.css'
import { AudienceBuilder } from './AudienceBuilder'
import { AudienceCount } from './AudienceCount'
import { DaysField } from './DaysField'

/** The fields of the form that show what is wrong with them. */
export const shownFields = [
  'title',
  'target',
  'curriculum',
  'course',
  'audience',
  'due_working_days',
  'reminders',
  'enroll_later',
]

/** What, for whom, until when, and who is reminded. */
export function AssignmentForm({
  draft,
  edit,
  error,
  isNew,
  onSubmit,
  problems,
  actions,
}: {
  draft: Assignment
  edit: (change: (assignment: Assignment) => void) => void
  error: unknown
  isNew?: boolean
  onSubmit: () => void
  problems: ReactNode
  actions: ReactNode
}) {
  const t = useText()
  const read = useLocalized()
  const levelText = useLevelText()
  const positions = usePositionOptions()
  const courses = useCourseOptions()
  const curricula = useCurricula()
  const broken = brokenRules(error, 'assignment')
  const kind = draft.target.case ?? 'curriculum'
  const reminders = draft.reminders ?? create(ReminderPolicySchema)
  const setReminders = (change: (own: typeof reminders) => void) =>
    edit((next) => {
      next.reminders ??= create(ReminderPolicySchema)
      change(next.reminders)
    })
  const targetError = broken.at('target') ?? broken.at('curriculum') ?? broken.at('course')
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {problems}
      <Split>
        <Stack>
          <Card title={t({ id: 'assignments.what', defaultMessage: 'What' })}>
            {isNew ? (
              <>
                <RadioGroup
                  label={t({ id: 'assignments.kind', defaultMessage: 'What is given' })}
                  orientation="horizontal"
                  value={kind}
                  onChange={(chosen) =>
                    edit((next) => {
                      next.target =
                        chosen === 'course' ? { case: 'course', value: '' } : { case: 'curriculum', value: '' }
                    })
                  }
                  options={[
                    { value: 'curriculum', label: t({ id: 'assignments.curriculum', defaultMessage: 'A curriculum' }) },
                    { value: 'course', label: t({ id: 'assignments.course', defaultMessage: 'A single course' }) },
                  ]}
                />
                {kind === 'course' ? (
                  <ComboBox
                    label={t({ id: 'assignments.theCourse', defaultMessage: 'Course' })}
                    options={courses}
                    value={draft.target.value || null}
                    onChange={(value) =>
                      edit((next) => {
                        next.target = { case: 'course', value: value ?? '' }
                      })
                    }
                    error={targetError}
                  />
                ) : (
                  <ComboBox
                    label={t({ id: 'assignments.theCurriculum', defaultMessage: 'Curriculum' })}
                    options={(curricula.data ?? [])
                      .filter(({ state }) => state === CurriculumState.ACTIVE)
                      .map(({ name, title, position, level }) => ({
                        id: name,
                        label: read(title),
                        hint: `${labelOf(positions, position)} · ${levelText(level)}`,
                      }))}
                    value={draft.target.value || null}
                    onChange={(value) =>
                      edit((next) => {
                        next.target = { case: 'curriculum', value: value ?? '' }
                      })
                    }
                    error={targetError}
                  />
                )}
              </>
            ) : (
              <p>
                <strong dir="auto">{read(draft.targetTitle)}</strong>
              </p>
            )}
            <InLanguages>
              <LanguageSwitch />
              <LocalizedField
                label={t({ id: 'assignments.name', defaultMessage: 'Title of the assignment' })}
                hint={t({ id: 'assignments.nameHint', defaultMessage: 'Empty: that of what is given.' })}
                value={draft.title}
                onChange={(title) =>
                  edit((next) => {
                    next.title = title
                  })
                }
                error={broken.at('title')}
                optional
              />
            </InLanguages>
          </Card>
          <Card title={t({ id: 'assignments.forWhom', defaultMessage: 'For whom' })}>
            <AudienceBuilder
              audience={draft.audience ?? create(AudienceSchema)}
              edit={(change) =>
                edit((next) => {
                  next.audience ??= create(AudienceSchema)
                  change(next.audience)
                })
              }
              broken={broken}
            />
            <Switch
              isSelected={draft.enrollLater}
              onChange={(on) =>
                edit((next) => {
                  next.enrollLater = on
                })
              }
            >
              {t({ id: 'assignments.later', defaultMessage: 'Enrol whoever comes to match later, too' })}
            </Switch>
          </Card>
          <Card title={t({ id: 'assignments.when', defaultMessage: 'Until when' })}>
            <FormRow>
              <NumberField
                label={t({ id: 'assignments.due', defaultMessage: 'Working days until it is due' })}
                hint={t({
                  id: 'assignments.dueHint',
                  defaultMessage: 'By the calendar of each person’s site, from the day of enrolment.',
                })}
                value={draft.dueWorkingDays}
                onChange={(days) =>
                  edit((next) => {
                    next.dueWorkingDays = days || 0
                  })
                }
                minValue={1}
                maxValue={500}
                error={broken.at('due_working_days')}
              />
            </FormRow>
            <FormRow>
              <DaysField
                label={t({ id: 'assignments.before', defaultMessage: 'Remind so many working days before' })}
                value={reminders.daysBefore}
                max={60}
                onChange={(days) =>
                  setReminders((own) => {
                    own.daysBefore = days
                  })
                }
                error={broken.at('reminders.days_before')}
              />
              <DaysField
                label={t({ id: 'assignments.after', defaultMessage: 'and so many after the due day' })}
                value={reminders.daysAfter}
                max={120}
                onChange={(days) =>
                  setReminders((own) => {
                    own.daysAfter = days
                  })
                }
                error={broken.at('reminders.days_after')}
              />
            </FormRow>
            <Switch
              isSelected={reminders.escalateAfterDays > 0}
              onChange={(on) =>
                setReminders((own) => {
                  own.escalateAfterDays = on ? 5 : 0
                })
              }
            >
              {t({ id: 'assignments.escalate', defaultMessage: 'Tell somebody when it is long overdue' })}
            </Switch>
            {reminders.escalateAfterDays > 0 && (
              <FormRow>
                <NumberField
                  label={t({ id: 'assignments.escalateAfter', defaultMessage: 'Working days after the due day' })}
                  value={reminders.escalateAfterDays}
                  onChange={(days) =>
                    setReminders((own) => {
                      own.escalateAfterDays = days || 1
                    })
                  }
                  minValue={1}
                  maxValue={120}
                  error={broken.at('reminders.escalate_after_days')}
                />
                <Select
                  label={t({ id: 'assignments.escalateTo', defaultMessage: 'Whom' })}
                  value={String(reminders.escalateTo || EscalationTarget.MANAGER)}
                  onChange={(target) =>
                    setReminders((own) => {
                      own.escalateTo = Number(target)
                    })
                  }
                  options={[
                    {
                      id: String(EscalationTarget.MANAGER),
                      label: t({ id: 'assignments.manager', defaultMessage: 'The manager' }),
                    },
                    { id: String(EscalationTarget.HR), label: t({ id: 'assignments.hr', defaultMessage: 'HR' }) },
                    {
                      id: String(EscalationTarget.MANAGER_AND_HR),
                      label: t({ id: 'assignments.managerAndHr', defaultMessage: 'The manager and HR' }),
                    },
                  ]}
                  error={broken.at('reminders.escalate_to')}
                />
              </FormRow>
            )}
          </Card>
          {actions}
        </Stack>
        <div className={styles.sticky}>
          <AudienceCount audience={draft.audience ?? create(AudienceSchema)} target={draft.target.value ?? ''} />
        </div>
      </Split>
    </Form>
  )
}
