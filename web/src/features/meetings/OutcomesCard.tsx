import { ChartLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useOutcomes } from '@/api/outcomes'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import { type AgendaItem, type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { type Outcome, OutcomeKind } from '@/gen/hamgam/feedback/v1/outcome_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { Task } from '@/parts/Tasks'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { EffectDialog } from './EffectDialog'
import { useMeetingWords } from './kinds'
import styles from './Meetings.module.css'
import { OutcomeDialog } from './OutcomeDialog'

/** What the meeting leaves behind: information, decisions, tasks. */
export function OutcomesCard({ meeting, items }: { meeting: Meeting; items: AgendaItem[] }) {
  const t = useText()
  const query = useOutcomes({ meeting: meeting.name })
  const [adding, setAdding] = useState(false)
  const lead = leads(meeting.ownRole)
  const isOpen = meeting.state === MeetingState.OPEN
  return (
    <Card
      title={t({ id: 'meetings.outcomes', defaultMessage: 'Outcomes' })}
      actions={
        lead &&
        isOpen && (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {t({ id: 'meetings.addOutcome', defaultMessage: 'Write an outcome down' })}
          </Button>
        )
      }
    >
      <Query query={query} lines={2}>
        {({ pages }) => {
          // They are asked for newest first, and read in the order in which they came about.
          const outcomes = pages.flatMap((page) => page.outcomes).reverse()
          return outcomes.length === 0 ? (
            <p className={styles.quiet}>
              {t({ id: 'meetings.noOutcomes', defaultMessage: 'Nothing has been written down.' })}
            </p>
          ) : (
            <ul className={styles.outcomes}>
              {outcomes.map((outcome) => (
                <Row key={outcome.name} outcome={outcome} items={items} lead={lead} />
              ))}
            </ul>
          )
        }}
      </Query>
      {query.hasNextPage && (
        <Button size="small" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t(words.showMore)}
        </Button>
      )}
      {adding && <OutcomeDialog meeting={meeting} items={items} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function Row({ outcome, items, lead }: { outcome: Outcome; items: AgendaItem[]; lead: boolean }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const look = useMeetingWords()
  const [looking, setLooking] = useState(false)
  const kind = look.outcome(outcome.kind)
  const item = items.find(({ name }) => name === outcome.agendaItem)
  return (
    <li className={styles.outcome}>
      <p className={styles.meta}>
        <Badge tone={kind.tone}>{kind.text}</Badge>
        {item && <bdi>{read(item.title)}</bdi>}
        <span>{format.instant(outcome.createTime)}</span>
      </p>
      {outcome.kind === OutcomeKind.TASK ? (
        <Task task={outcome} mayLead={lead} />
      ) : (
        <p className={styles.text} dir="auto">
          {read(outcome.text)}
        </p>
      )}
      {outcome.proposals.length > 0 && (
        <ul className={styles.links}>
          {outcome.proposals.map(({ proposal, decision, title }) => (
            <li key={proposal} className={styles.row}>
              <Link href={paths.proposal(proposal)}>
                <bdi>{title}</bdi>
              </Link>
              <Badge>{look.decision(decision)}</Badge>
            </li>
          ))}
        </ul>
      )}
      {outcome.kind === OutcomeKind.DECISION && (
        <div className={styles.buttons}>
          <Button size="small" variant="quiet" icon={ChartLine} onPress={() => setLooking(true)}>
            {t({ id: 'meetings.effect', defaultMessage: 'What happened since' })}
          </Button>
        </div>
      )}
      {looking && <EffectDialog outcome={outcome} onClose={() => setLooking(false)} />}
    </li>
  )
}
