import { create } from '@bufbuild/protobuf'
import { useQueryClient } from '@tanstack/react-query'
import { GraduationCap, ListChecks, Plus } from 'lucide-react'
import { adoptionKeys, usePlaybooks } from '@/api/adoption'
import { useCourses } from '@/api/courses'
import { useCurricula } from '@/api/curricula'
import { useUpdatePlaybook } from '@/api/playbooks'
import { type Broken, brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { RowTools } from '@/fields/RowTools'
import { move, useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { TaskAssignee } from '@/gen/hamgam/adoption/v1/intervention_pb'
import {
  type Playbook,
  PlaybookSchema,
  type PlaybookStep,
  PlaybookStepSchema,
} from '@/gen/hamgam/adoption/v1/playbook_pb'
import { CourseState } from '@/gen/hamgam/training/v1/course_pb'
import { CurriculumState } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useBarrierText } from '@/parts/barriers'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormRow, NumberField } from '@/ui/Field'
import { ComboBox, Select } from '@/ui/Select'
import { toast } from '@/ui/Toast'
import styles from './Playbooks.module.css'

const shown = ['barrier_label', 'summary', 'steps']
const ofPosition = 'position'

/** Edits what happens for a barrier. Interventions that have started keep the steps they had. */
export function PlaybookDialog({ playbook, onClose }: { playbook: Playbook; onClose: () => void }) {
  const t = useText()
  const barrier = useBarrierText()
  const update = useUpdatePlaybook()
  const playbooks = usePlaybooks()
  const queries = useQueryClient()
  const { draft, edit, dirty, reset } = useDraft(PlaybookSchema, playbook)
  const broken = brokenRules(update.error, 'playbook')
  const trains = playbook.barrier !== Barrier.TOOL && playbook.barrier !== Barrier.WILLINGNESS
  const save = (etag: string) =>
    update.mutate(
      { playbook: { ...draft, etag }, updateMask: { paths: shown } },
      {
        onSuccess: () => {
          toast(t(words.saved))
          onClose()
        },
      },
    )
  const newest = async () => {
    await queries.invalidateQueries({ queryKey: adoptionKeys.playbooks() })
    return (await playbooks.refetch()).data?.find(({ name }) => name === playbook.name)
  }
  const add = (step: PlaybookStep['step']) => edit((next) => void next.steps.push(create(PlaybookStepSchema, { step })))
  return (
    <Dialog title={barrier.name(playbook.barrier)} isOpen onClose={onClose} wide>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save(draft.etag)
        }}
      >
        {isConflict(update.error) ? (
          <Conflict
            isPending={update.isPending}
            onTheirs={() =>
              void newest().then((now) => {
                if (now) reset(now)
                update.reset()
              })
            }
            onMine={() => void newest().then((now) => save(now?.etag ?? ''))}
          />
        ) : (
          <Problems error={update.error} resource="playbook" shown={shown} />
        )}
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t({ id: 'playbooks.label', defaultMessage: 'What you call this barrier' })}
            value={draft.barrierLabel}
            onChange={(label) =>
              edit((next) => {
                next.barrierLabel = label
              })
            }
            error={broken.at('barrier_label')}
            optional
          />
          <LocalizedField
            label={t({ id: 'playbooks.summary', defaultMessage: 'What the playbook does, in a sentence' })}
            value={draft.summary}
            onChange={(summary) =>
              edit((next) => {
                next.summary = summary
              })
            }
            error={broken.at('summary')}
            multiline
            rows={2}
          />
          <fieldset className={styles.editor}>
            <legend>{t({ id: 'playbooks.steps', defaultMessage: 'Steps' })}</legend>
            {draft.steps.length === 0 && broken.at('steps') && (
              <p className={styles.wrong} role="alert">
                {broken.at('steps')}
              </p>
            )}
            {draft.steps.map((step, index) => (
              <StepEditor
                // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other key
                key={index}
                step={step}
                index={index}
                count={draft.steps.length}
                edit={edit}
                broken={broken}
              />
            ))}
            {draft.steps.length < 10 && (
              <div className={styles.adders}>
                {trains && (
                  <Button
                    size="small"
                    icon={Plus}
                    onPress={() =>
                      add({
                        case: 'assignTraining',
                        value: { $typeName: 'hamgam.adoption.v1.AssignTraining', training: '', dueWorkingDays: 10 },
                      })
                    }
                  >
                    {t({ id: 'playbooks.addTraining', defaultMessage: 'Add training' })}
                  </Button>
                )}
                <Button
                  size="small"
                  icon={Plus}
                  onPress={() =>
                    add({
                      case: 'assignTask',
                      value: {
                        $typeName: 'hamgam.adoption.v1.AssignTask',
                        assignee: TaskAssignee.CHAMPION,
                        dueDays: 7,
                      },
                    })
                  }
                >
                  {t({ id: 'playbooks.addTask', defaultMessage: 'Add a task' })}
                </Button>
              </div>
            )}
          </fieldset>
        </InLanguages>
        <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
          {t(words.save)}
        </Button>
      </Form>
    </Dialog>
  )
}

function StepEditor({
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
  const read = useLocalized()
  const format = useFormats()
  const courses = useCourses()
  const curricula = useCurricula()
  const path = `steps[${index}]`
  const own = (change: (step: PlaybookStep['step']) => void) =>
    edit((next) => {
      const mine = next.steps[index]
      if (mine) change(mine.step)
    })
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
  const name = t({ id: 'playbooks.step', defaultMessage: 'Step {number}' }, { number: format.number(index + 1) })
  return (
    <div className={styles.editStep}>
      <div className={styles.editHead}>
        {step.case === 'assignTraining' ? (
          <GraduationCap size={18} aria-hidden />
        ) : (
          <ListChecks size={18} aria-hidden />
        )}
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
      {step.case === 'assignTraining' && (
        <FormRow>
          <ComboBox
            label={t({ id: 'playbooks.training', defaultMessage: 'What to learn' })}
            options={trainings}
            value={step.value.training || ofPosition}
            onChange={(id) =>
              own((mine) => {
                if (mine.case === 'assignTraining') mine.value.training = id === ofPosition ? '' : (id ?? '')
              })
            }
            error={broken.at(`${path}.assign_training.training`)}
          />
          <NumberField
            label={t({ id: 'playbooks.dueWorkingDays', defaultMessage: 'Due in working days' })}
            value={step.value.dueWorkingDays}
            onChange={(days) =>
              own((mine) => {
                if (mine.case === 'assignTraining') mine.value.dueWorkingDays = days || 0
              })
            }
            minValue={1}
            maxValue={260}
            error={broken.at(`${path}.assign_training.due_working_days`)}
          />
        </FormRow>
      )}
      {step.case === 'assignTask' && (
        <>
          <LocalizedField
            label={t({ id: 'playbooks.task', defaultMessage: 'What to do' })}
            value={step.value.title}
            onChange={(title) =>
              own((mine) => {
                if (mine.case === 'assignTask') mine.value.title = title
              })
            }
            error={broken.at(`${path}.assign_task.title`)}
          />
          <LocalizedField
            label={t({ id: 'playbooks.how', defaultMessage: 'How to do it' })}
            value={step.value.description}
            onChange={(text) =>
              own((mine) => {
                if (mine.case === 'assignTask') mine.value.description = text
              })
            }
            error={broken.at(`${path}.assign_task.description`)}
            multiline
            rows={3}
            optional
          />
          <FormRow>
            <Select
              label={t({ id: 'playbooks.assignee', defaultMessage: 'Who' })}
              value={String(step.value.assignee)}
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
              error={broken.at(`${path}.assign_task.assignee`)}
            />
            <NumberField
              label={t({ id: 'playbooks.dueDays', defaultMessage: 'Due in days' })}
              value={step.value.dueDays}
              onChange={(days) =>
                own((mine) => {
                  if (mine.case === 'assignTask') mine.value.dueDays = days || 0
                })
              }
              minValue={1}
              maxValue={180}
              error={broken.at(`${path}.assign_task.due_days`)}
            />
          </FormRow>
        </>
      )}
    </div>
  )
}
