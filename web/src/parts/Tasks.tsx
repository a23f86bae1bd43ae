import { CircleCheck, RotateCcw, UserPen } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useErrorSentence } from '@/api/errors'
import { useOutcomeChanges } from '@/api/outcomes'
import { paths } from '@/api/paths'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import { type Outcome, OutcomeTaskState } from '@/gen/hamgam/feedback/v1/outcome_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { toastError } from '@/ui/Toast'
import styles from './Tasks.module.css'

/** Tasks that meetings gave, each with what its reader can do about it. */
export function TaskList({
  tasks,
  mayLead = false,
  meeting = false,
}: {
  tasks: Outcome[]
  /** Whether the reader is chair or secretary. */
  mayLead?: boolean
  /** Whether to say which meeting gave it. */
  meeting?: boolean
}) {
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <li key={task.name}>
          <Task task={task} mayLead={mayLead} meeting={meeting} />
        </li>
      ))}
    </ul>
  )
}

/** One task: what, who, until when, and what came of it. */
export function Task({ task, mayLead, meeting = false }: { task: Outcome; mayLead: boolean; meeting?: boolean }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { person } = useMe()
  const { reopen } = useOutcomeChanges()
  const [asking, setAsking] = useState<'done' | 'change'>()
  const isOpen = task.taskState === OutcomeTaskState.OPEN
  return (
    <div className={styles.task}>
      <p className={styles.text} dir="auto">
        {read(task.text)}
      </p>
      <p className={styles.meta}>
        {isOpen ? (
          task.overdue ? (
            <Badge tone="bad">{t({ id: 'outcomes.overdue', defaultMessage: 'Overdue' })}</Badge>
          ) : (
            <Badge tone="info">{t({ id: 'outcomes.toDo', defaultMessage: 'To do' })}</Badge>
          )
        ) : (
          <Badge tone="good">{t({ id: 'outcomes.done', defaultMessage: 'Done' })}</Badge>
        )}
        <bdi>{task.ownerDisplayName}</bdi>
        <span>{t({ id: 'outcomes.until', defaultMessage: 'until {day}' }, { day: format.day(task.dueDay) })}</span>
        {task.doneTime && (
          <span>
            {t({ id: 'outcomes.doneOn', defaultMessage: 'done on {day}' }, { day: format.dayOf(task.doneTime) })}
          </span>
        )}
        {meeting && task.meeting && (
          <Link href={paths.meeting(task.meeting)}>
            <bdi>{read(task.meetingTitle)}</bdi>
          </Link>
        )}
      </p>
      {task.followUp && (
        <p className={styles.followUp} dir="auto">
          {task.followUp}
        </p>
      )}
      <div className={styles.buttons}>
        {isOpen && (mayLead || task.owner === person) && (
          <Button size="small" variant="soft" icon={CircleCheck} onPress={() => setAsking('done')}>
            {t({ id: 'outcomes.isDone', defaultMessage: 'It is done' })}
          </Button>
        )}
        {isOpen && mayLead && (
          <Button size="small" variant="quiet" icon={UserPen} onPress={() => setAsking('change')}>
            {t({ id: 'outcomes.change', defaultMessage: 'Change owner or day' })}
          </Button>
        )}
        {!isOpen && mayLead && (
          <Button
            size="small"
            variant="quiet"
            icon={RotateCcw}
            isPending={reopen.isPending}
            onPress={() => reopen.mutate(task.name, { onError: (error) => toastError(sentence(error)) })}
          >
            {t({ id: 'outcomes.reopen', defaultMessage: 'Not done after all' })}
          </Button>
        )}
      </div>
      {asking === 'done' && <DoneDialog task={task} onClose={() => setAsking(undefined)} />}
      {asking === 'change' && <ChangeDialog task={task} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

function DoneDialog({ task, onClose }: { task: Outcome; onClose: () => void }) {
  const t = useText()
  const { complete } = useOutcomeChanges()
  const [followUp, setFollowUp] = useState('')
  const broken = brokenRules(complete.error)
  return (
    <Dialog title={t({ id: 'outcomes.doneTitle', defaultMessage: 'What came of it?' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          complete.mutate({ name: task.name, followUp }, { onSuccess: onClose })
        }}
      >
        <Problems error={complete.error} shown={['follow_up']} />
        <TextField
          label={t({ id: 'outcomes.followUp', defaultMessage: 'For the committee, in a sentence or two' })}
          value={followUp}
          onChange={setFollowUp}
          multiline
          rows={4}
          maxLength={1000}
          error={broken.at('follow_up')}
          optional
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={complete.isPending}>
            {t({ id: 'outcomes.isDone', defaultMessage: 'It is done' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function ChangeDialog({ task, onClose }: { task: Outcome; onClose: () => void }) {
  const t = useText()
  const { updateTask } = useOutcomeChanges()
  const [owner, setOwner] = useState<Chosen[]>([{ person: task.owner, name: task.ownerDisplayName }])
  const [day, setDay] = useState<string | null>(task.dueDay)
  const broken = brokenRules(updateTask.error)
  return (
    <Dialog title={t({ id: 'outcomes.change', defaultMessage: 'Change owner or day' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          updateTask.mutate(
            { name: task.name, owner: owner[0]?.person ?? '', dueDay: day ?? '' },
            { onSuccess: onClose },
          )
        }}
      >
        <Problems error={updateTask.error} shown={['owner', 'due_day']} />
        <Colleagues
          label={t({ id: 'outcomes.owner', defaultMessage: 'Who does it' })}
          chosen={owner}
          most={1}
          onChange={setOwner}
          error={broken.at('owner')}
        />
        <DatePicker
          label={t({ id: 'outcomes.dueDay', defaultMessage: 'Until when' })}
          value={day}
          onChange={setDay}
          error={broken.at('due_day')}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={updateTask.isPending} isDisabled={owner.length === 0}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
