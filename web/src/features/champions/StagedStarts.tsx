import { Coins } from 'lucide-react'
import { useState } from 'react'
import { useStagedStarts } from '@/api/championEffect'
import { useToday } from '@/fields/today'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { StagedStart } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow } from '@/ui/List'
import { Query } from '@/ui/Query'
import styles from './Champions.module.css'
import { Halves } from './Halves'
import { StageDialog } from './StageDialog'

/** The starts in two halves of a programme, newest first. */
export function StagedStarts({ programme }: { programme: string }) {
  const t = useText()
  const { has } = useMe()
  const query = useStagedStarts(programme)
  const [staging, setStaging] = useState(false)
  return (
    <Card
      title={t({ id: 'champions.stagedStarts', defaultMessage: 'Staged starts' })}
      subtitle={t({
        id: 'champions.stagedHint',
        defaultMessage:
          'Every team gets its champion; a coin says which ones first. It is fair, and it shows what helps.',
      })}
      actions={
        has(Role.HR) && (
          <Button icon={Coins} onPress={() => setStaging(true)}>
            {t({ id: 'champions.stage', defaultMessage: 'Stage a start' })}
          </Button>
        )
      }
    >
      <Query query={query} lines={2}>
        {(starts) =>
          starts.length === 0 ? (
            <p className={styles.quiet}>
              {t({ id: 'champions.noStarts', defaultMessage: 'No start was staged for this programme yet.' })}
            </p>
          ) : (
            <List>
              {starts.map((start) => (
                <Start key={start.name} start={start} />
              ))}
            </List>
          )
        }
      </Query>
      {staging && <StageDialog programme={programme} onClose={() => setStaging(false)} />}
    </Card>
  )
}

function Start({ start }: { start: StagedStart }) {
  const t = useText()
  const format = useFormats()
  const over = useToday() > start.laterDay
  return (
    <ListRow
      actions={
        over ? (
          <Badge tone="good">{t({ id: 'champions.measuredStart', defaultMessage: 'Can be measured' })}</Badge>
        ) : (
          <Badge tone="info">{t({ id: 'champions.runningStart', defaultMessage: 'Under way' })}</Badge>
        )
      }
    >
      <strong>{format.day(start.startDay)}</strong>
      <Halves start={start} />
    </ListRow>
  )
}
