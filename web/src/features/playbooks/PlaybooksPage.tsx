import { GraduationCap, ListChecks, Pencil } from 'lucide-react'
import { useState } from 'react'
import { usePlaybooks } from '@/api/adoption'
import { useCourses } from '@/api/courses'
import { useCurricula } from '@/api/curricula'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { TaskAssignee } from '@/gen/hamgam/adoption/v1/intervention_pb'
import type { Playbook, PlaybookStep } from '@/gen/hamgam/adoption/v1/playbook_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { barrierIcons, useBarrierText } from '@/parts/barriers'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { PlaybookDialog } from './PlaybookDialog'
import styles from './Playbooks.module.css'

/** What happens for each barrier. */
export function PlaybooksPage() {
  const t = useText()
  const { has } = useMe()
  const query = usePlaybooks()
  const [open, setOpen] = useState<Playbook>()
  return (
    <Page
      title={t({ id: 'playbooks.title', defaultMessage: 'Playbooks' })}
      lead={t({
        id: 'playbooks.lead',
        defaultMessage:
          'When a flag is confirmed, the steps of its barrier begin. Some barriers are no training problem, and get no training.',
      })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
    >
      <Query query={query} height="8rem">
        {(playbooks) => (
          <Stack>
            {playbooks.map((playbook) => (
              <Entry
                key={playbook.name}
                playbook={playbook}
                onEdit={has(Role.HR) ? () => setOpen(playbook) : undefined}
              />
            ))}
          </Stack>
        )}
      </Query>
      {open && <PlaybookDialog playbook={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function Entry({ playbook, onEdit }: { playbook: Playbook; onEdit?: () => void }) {
  const t = useText()
  const read = useLocalized()
  const barrier = useBarrierText()
  const Icon = barrierIcons[playbook.barrier]
  return (
    <Card
      title={
        <span className={styles.title}>
          <span className={styles.icon}>
            <Icon size={19} aria-hidden />
          </span>
          <bdi>{barrier.name(playbook.barrier)}</bdi>
        </span>
      }
      subtitle={barrier.meaning(playbook.barrier)}
      actions={
        onEdit && (
          <Button
            size="small"
            icon={Pencil}
            onPress={onEdit}
            aria-label={`${t(words.edit)}: ${barrier.name(playbook.barrier)}`}
          >
            {t(words.edit)}
          </Button>
        )
      }
    >
      {read(playbook.summary) && <p dir="auto">{read(playbook.summary)}</p>}
      <ol className={styles.steps}>
        {playbook.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other key
          <Step key={index} step={step} />
        ))}
      </ol>
    </Card>
  )
}

function Step({ step: { step } }: { step: PlaybookStep }) {
  const t = useText()
  const read = useLocalized()
  const { has } = useMe()
  const mayRead = has(Role.HR, Role.TRAINER)
  const courses = useCourses(mayRead)
  const curricula = useCurricula(mayRead)
  if (step.case === 'assignTraining') {
    const { training, dueWorkingDays } = step.value
    const title = [...(courses.data ?? []), ...(curricula.data ?? [])].find(({ name }) => name === training)?.title
    return (
      <li className={styles.step}>
        <GraduationCap size={18} aria-hidden />
        <span>
          <strong dir="auto">
            {training
              ? read(title) || '…'
              : t({ id: 'playbooks.ofPosition', defaultMessage: 'The curriculum of the position' })}
          </strong>
          <span className={styles.sub}>
            {t(
              {
                id: 'playbooks.trainingDue',
                defaultMessage:
                  'for everybody who lacks it, due in {count, plural, one {# working day} other {# working days}}',
              },
              { count: dueWorkingDays },
            )}
          </span>
        </span>
      </li>
    )
  }
  if (step.case !== 'assignTask') return null
  const { assignee, title, dueDays } = step.value
  return (
    <li className={styles.step}>
      <ListChecks size={18} aria-hidden />
      <span>
        <strong dir="auto">{read(title)}</strong>
        <span className={styles.sub}>
          {assignee === TaskAssignee.CHAMPION
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
              )}
        </span>
      </span>
    </li>
  )
}
