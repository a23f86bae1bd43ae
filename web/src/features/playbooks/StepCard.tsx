import { useCourses } from '@/api/courses'
import { useCurricula } from '@/api/curricula'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { TaskAssignee } from '@/gen/hamgam/adoption/v1/intervention_pb'
import type { PlaybookStep } from '@/gen/hamgam/adoption/v1/playbook_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import styles from './Playbooks.module.css'
import { stepKinds, useStepText } from './steps'

/** A step of a playbook: what is done, and by whom or until when. */
export function StepCard({ step: { step } }: { step: PlaybookStep }) {
  const said = useSaid(step)
  if (step.case === undefined) return null
  const Icon = stepKinds[step.case].icon
  return (
    <li className={styles.step}>
      <Icon size={18} aria-hidden />
      <span>
        <strong dir="auto">{said.what}</strong>
        <span className={styles.sub}>{said.how}</span>
      </span>
    </li>
  )
}

function useSaid(step: PlaybookStep['step']): { what?: string; how?: string } {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const text = useStepText()
  const { has } = useMe()
  const mayRead = has(Role.HR, Role.TRAINER)
  const courses = useCourses(mayRead)
  const curricula = useCurricula(mayRead)
  switch (step.case) {
    case 'assignTraining': {
      const { training, dueWorkingDays } = step.value
      const title = [...(courses.data ?? []), ...(curricula.data ?? [])].find(({ name }) => name === training)?.title
      return {
        what: training
          ? read(title) || '…'
          : t({ id: 'playbooks.ofPosition', defaultMessage: 'The curriculum of the position' }),
        how: t(
          {
            id: 'playbooks.trainingDue',
            defaultMessage:
              'for everybody who lacks it, due in {count, plural, one {# working day} other {# working days}}',
          },
          { count: dueWorkingDays },
        ),
      }
    }
    case 'assignTask': {
      const { assignee, title, dueDays } = step.value
      return {
        what: read(title),
        how:
          assignee === TaskAssignee.CHAMPION
            ? t(
                {
                  id: 'playbooks.championDue',
                  defaultMessage: 'task of the champion, due in {count, plural, one {# day} other {# days}}',
                },
                { count: dueDays },
              )
            : t(
                {
                  id: 'playbooks.hrDue',
                  defaultMessage: 'task of HR, due in {count, plural, one {# day} other {# days}}',
                },
                { count: dueDays },
              ),
      }
    }
    case 'openPulse':
      return { what: text.name('openPulse'), how: format.list(step.value.questions.map(text.question)) }
    case 'inviteCommittee':
      return { what: read(step.value.title), how: text.name('inviteCommittee') }
    case 'requestVisit':
      return {
        what: read(step.value.reason),
        how: t(
          {
            id: 'playbooks.visitDue',
            defaultMessage: 'visit of a champion, due in {count, plural, one {# day} other {# days}}',
          },
          { count: step.value.dueDays },
        ),
      }
    case 'proposeChallenge':
      return { what: read(step.value.title) || text.measure(step.value.measure), how: text.name('proposeChallenge') }
    default:
      return {}
  }
}
