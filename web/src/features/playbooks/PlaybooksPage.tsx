import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { usePlaybooks } from '@/api/adoption'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Playbook } from '@/gen/hamgam/adoption/v1/playbook_pb'
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
import { StepCard } from './StepCard'

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
          <StepCard key={index} step={step} />
        ))}
      </ol>
    </Card>
  )
}
