import { useCourses } from '@/api/courses'
import { useCurricula } from '@/api/curricula'
import type { Broken } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { TaskAssignee } from '@/gen/hamgam/adoption/v1/intervention_pb'
import type { AssignTask, AssignTraining, Playbook, PlaybookStep } from '@/gen/hamgam/adoption/v1/playbook_pb'
import { CourseState } from '@/gen/hamgam/training/v1/course_pb'
import { CurriculumState } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { FormRow, NumberField } from '@/ui/Field'
import { ComboBox, Select } from '@/ui/Select'
import { ChallengeFields, CommitteeFields, type Editing, PulseFields, VisitFields } from './OutreachFields'
import styles from './Playbooks.module.css'
import { stepKinds } from './steps'

const ofPosition = 'position'

/** A step of a playbook while it is edited. */
export function StepEditor({
  step: { step },
  index,
  count,
  edit,
  broken,
}: {
  step: PlaybookStep
  index: number
  count: number
  edit: (change: (playbook: Playbook) => void) => void
  broken: Broken
}) {
  const t = useText()
  const format = useFormats()
  if (step.case === undefined) return null
  const path = `steps[${index}]`
  const own = (change: (step: PlaybookStep['step']) => void) =>
    edit((next) => {
      const mine = next.steps[index]
      if (mine) change(mine.step)
    })
  const fields = { own, at: (field: string) => broken.at(`${path}.${field}`) }
  const Icon = stepKinds[step.case].icon
  const name = t({ id: 'playbooks.step', defaultMessage: 'Step {number}' }, { number: format.number(index + 1) })
  return (
    <div className={styles.editStep}>
      <div className={styles.editHead}>
        <Icon size={18} aria-hidden />
        <strong>{name}</strong>
        <RowTools
          name={name}
          index={index}
          count={count}
          least={1}
          onMove={(by) => edit((next) => move(next.steps, index, by))}
          onRemove={() => edit((next) => void next.steps.splice(index, 1))}
        />
      </div>
      {step.case === 'assignTraining' && <TrainingFields value={step.value} {...fields} />}
      {step.case === 'assignTask' && <TaskFields value={step.value} {...fields} />}
      {step.case === 'openPulse' && <PulseFields value={step.value} {...fields} />}
      {step.case === 'inviteCommittee' && <CommitteeFields value={step.value} {...fields} />}
      {step.case === 'requestVisit' && <VisitFields value={step.value} {...fields} />}
      {step.case === 'proposeChallenge' && <ChallengeFields value={step.value} {...fields} />}
    </div>
  )
}

function TrainingFields({ value, own, at }: Editing<AssignTraining>) {
  const t = useText()
  const read = useLocalized()
  const courses = useCourses()
  const curricula = useCurricula()
  const trainings = [
    { id: ofPosition, label: t({ id: 'playbooks.ofPosition', defaultMessage: 'The curriculum of the position' }) },
    ...(curricula.data ?? [])
      .filter(({ state }) => state === CurriculumState.ACTIVE)
      .map(({ name, title }) => ({
        id: name,
        label: read(title),
        hint: t({ id: 'playbooks.curriculum', defaultMessage: 'Curriculum' }),
      })),
    ...(courses.data ?? [])
      .filter(({ state }) => state === CourseState.PUBLISHED)
      .map(({ name, title }) => ({ id: name, label: read(title), hint: t(words.course) })),
  ]
  return (
    <FormRow>
      <ComboBox
        label={t({ id: 'playbooks.training', defaultMessage: 'What to learn' })}
        options={trainings}
        value={value.training || ofPosition}
        onChange={(id) =>
          own((mine) => {
            if (mine.case === 'assignTraining') mine.value.training = id === ofPosition ? '' : (id ?? '')
          })
        }
        error={at('assign_training.training')}
      />
      <NumberField
        label={t({ id: 'playbooks.dueWorkingDays', defaultMessage: 'Due in working days' })}
        value={value.dueWorkingDays}
        onChange={(days) =>
          own((mine) => {
            if (mine.case === 'assignTraining') mine.value.dueWorkingDays = days || 0
          })
        }
        minValue={1}
        maxValue={260}
        error={at('assign_training.due_working_days')}
      />
    </FormRow>
  )
}

function TaskFields({ value, own, at }: Editing<AssignTask>) {
  const t = useText()
  return (
    <>
      <LocalizedField
        label={t({ id: 'playbooks.task', defaultMessage: 'What to do' })}
        value={value.title}
        onChange={(title) =>
          own((mine) => {
            if (mine.case === 'assignTask') mine.value.title = title
          })
        }
        error={at('assign_task.title')}
      />
      <LocalizedField
        label={t({ id: 'playbooks.how', defaultMessage: 'How to do it' })}
        value={value.description}
        onChange={(text) =>
          own((mine) => {
            if (mine.case === 'assignTask') mine.value.description = text
          })
        }
        error={at('assign_task.description')}
        multiline
        rows={3}
        optional
      />
      <FormRow>
        <Select
          label={t({ id: 'playbooks.assignee', defaultMessage: 'Who' })}
          value={String(value.assignee)}
          onChange={(id) =>
            own((mine) => {
              if (mine.case === 'assignTask') mine.value.assignee = Number(id)
            })
          }
          options={[
            {
              id: String(TaskAssignee.CHAMPION),
              label: t({ id: 'playbooks.champion', defaultMessage: 'The champion of the team' }),
            },
            { id: String(TaskAssignee.HR), label: t({ id: 'playbooks.hr', defaultMessage: 'HR' }) },
          ]}
          error={at('assign_task.assignee')}
        />
        <NumberField
          label={t({ id: 'playbooks.dueDays', defaultMessage: 'Due in days' })}
          value={value.dueDays}
          onChange={(days) =>
            own((mine) => {
              if (mine.case === 'assignTask') mine.value.dueDays = days || 0
            })
          }
          minValue={1}
          maxValue={180}
          error={at('assign_task.due_days')}
        />
      </FormRow>
    </>
  )
}
