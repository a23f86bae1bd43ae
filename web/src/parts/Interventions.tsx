import { Circle, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useCompleteTask } from '@/api/adoption'
import { useErrorSentence } from '@/api/errors'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import {
  type Intervention,
  InterventionState,
  StepState,
  type Task,
  TaskAssignee,
} from '@/gen/hamgam/adoption/v1/intervention_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { TextField } from '@/ui/Field'
import { toast, toastError } from '@/ui/Toast'
import { barrierIcons, useBarrierText } from './barriers'
import styles from './Interventions.module.css'
import { OutreachLine } from './OutreachLine'
import { useDirectoryNames } from './teamNames'

/** What was done for a flag or a team, with its steps. */
export function Interventions({ interventions }: { interventions: Intervention[] }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const barrier = useBarrierText()
  const names = useDirectoryNames()
  return (
    <ul className={styles.list}>
      {interventions.map((intervention) => {
        const Icon = barrierIcons[intervention.barrier]
        const active = intervention.state === InterventionState.ACTIVE
        return (
          <li key={intervention.name} className={styles.item} data-active={active || undefined}>
            <div className={styles.head}>
              <strong>
                <Icon size={17} aria-hidden />
                {barrier.name(intervention.barrier)}
              </strong>
              {active ? (
                <Badge tone="brand">{t({ id: 'adoption.active', defaultMessage: 'Under way' })}</Badge>
              ) : (
                <Badge tone="good">{t({ id: 'adoption.completed', defaultMessage: 'Every step taken' })}</Badge>
              )}
              <span className={styles.meta}>
                {t({ id: 'adoption.since', defaultMessage: 'since {day}' }, { day: format.day(intervention.startDay) })}
              </span>
            </div>
            <ul className={styles.steps}>
              {intervention.trainings.map((step) => (
                <li key={step.training} className={styles.step} data-done={step.state === StepState.DONE || undefined}>
                  {step.state === StepState.DONE ? (
                    <CircleCheck size={18} aria-hidden />
                  ) : (
                    <Circle size={18} aria-hidden />
                  )}
                  <span>
                    {t(
                      { id: 'adoption.retraining', defaultMessage: 'Retraining: {title}' },
                      { title: step.training ? localized(step.trainingTitle) : '–' },
                    )}
                    <br />
                    <span className={styles.note}>
                      {step.state === StepState.OPEN
                        ? t({ id: 'adoption.retrainingOpen', defaultMessage: 'Being assigned…' })
                        : step.training === ''
                          ? t({
                              id: 'adoption.retrainingNone',
                              defaultMessage: 'No published course teaches this application to these people yet.',
                            })
                          : t(
                              {
                                id: 'adoption.retrainingDone',
                                defaultMessage:
                                  'Assigned by rule to {positions}: whoever has not completed it, now and later.',
                              },
                              { positions: format.list(step.positions.map(names.position)) },
                            )}
                      {step.completedShare !== undefined && (
                        <>
                          {' '}
                          {t(
                            { id: 'adoption.retrainingShare', defaultMessage: 'Completed by about {share}.' },
                            { share: format.percent(step.completedShare / 100) },
                          )}
                        </>
                      )}
                    </span>
                  </span>
                </li>
              ))}
              {intervention.outreach.map((step) => (
                <OutreachLine key={step.kind} step={step} />
              ))}
              {intervention.tasks.map((task) => (
                <TaskLine key={task.name} task={task} />
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

/** One task, with a way to say that it is done for whoever may. */
export function TaskLine({ task, team }: { task: Task; team?: boolean }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const { has } = useMe()
  const [open, setOpen] = useState(false)
  const done = task.state === StepState.DONE
  return (
    <li className={styles.step} data-done={done || undefined}>
      {done ? <CircleCheck size={18} aria-hidden /> : <Circle size={18} aria-hidden />}
      <span>
        {localized(task.title)}
        <br />
        <span className={styles.note}>
          {team && (
            <>
              <bdi>{task.teamDisplayName}</bdi> ·{' '}
            </>
          )}
          {done
            ? task.note ||
              t(
                { id: 'adoption.taskDoneOn', defaultMessage: 'Done on {day}' },
                { day: format.dayOf(task.completeTime) },
              )
            : t(
                { id: 'adoption.taskDue', defaultMessage: '{who}, by {day}' },
                {
                  who:
                    task.assignee === TaskAssignee.CHAMPION
                      ? t({ id: 'adoption.byChampion', defaultMessage: 'The champion' })
                      : t({ id: 'adoption.byHr', defaultMessage: 'HR' }),
                  day: format.day(task.dueDay),
                },
              )}
        </span>
      </span>
      {!done && has(Role.HR, Role.CHAMPION) && (
        <Button size="small" onPress={() => setOpen(true)}>
          {t({ id: 'adoption.markDone', defaultMessage: 'Done' })}
        </Button>
      )}
      <TaskDialog task={task} isOpen={open} onClose={() => setOpen(false)} />
    </li>
  )
}

function TaskDialog({ task, isOpen, onClose }: { task: Task; isOpen: boolean; onClose: () => void }) {
  const t = useText()
  const localized = useLocalized()
  const complete = useCompleteTask()
  const sentence = useErrorSentence()
  const [note, setNote] = useState('')
  const finish = () =>
    complete.mutate(
      { name: task.name, note },
      {
        onSuccess: () => {
          toast(t({ id: 'adoption.taskDone', defaultMessage: 'Noted. Thank you.' }))
          onClose()
        },
        onError: (error) => toastError(sentence(error)),
      },
    )
  return (
    <Dialog
      title={localized(task.title)}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t({ id: 'ui.cancel', defaultMessage: 'Cancel' })}</Button>
          <Button variant="primary" isPending={complete.isPending} onPress={finish}>
            {t({ id: 'adoption.taskFinish', defaultMessage: 'Mark as done' })}
          </Button>
        </>
      }
    >
      <p>{localized(task.description)}</p>
      <TextField
        multiline
        optional
        label={t({ id: 'adoption.taskNote', defaultMessage: 'What was done or learned' })}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
    </Dialog>
  )
}
