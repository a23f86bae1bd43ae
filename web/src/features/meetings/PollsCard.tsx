import { CircleStop, Pencil, Vote } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { usePollChanges, usePolls } from '@/api/polls'
import { words } from '@/fields/words'
import { type AgendaItem, type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { type Poll, PollState, PollVerdict } from '@/gen/hamgam/feedback/v1/poll_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useKeepFocus } from '@/ui/Focus'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { useMeetingWords } from './kinds'
import styles from './Meetings.module.css'
import { PollDialog } from './PollDialog'
import { PollResult } from './PollResult'
import { StanceForm } from './StanceForm'

/** The polls of a meeting: open, so that members see each other's stance. */
export function PollsCard({ meeting, items }: { meeting: Meeting; items: AgendaItem[] }) {
  const t = useText()
  const isOpen = meeting.state === MeetingState.OPEN
  const query = usePolls(meeting.name, isOpen)
  const [adding, setAdding] = useState(false)
  const mayLead = isOpen && leads(meeting.ownRole)
  const reached = meeting.quorum?.reached ?? false
  return (
    <Card
      title={t({ id: 'meetings.polls', defaultMessage: 'Polls' })}
      subtitle={t({ id: 'meetings.pollsHint', defaultMessage: 'They are open: everybody here sees every stance.' })}
      actions={
        mayLead && (
          <Button size="small" icon={Vote} isDisabled={!reached} onPress={() => setAdding(true)}>
            {t({ id: 'meetings.addPoll', defaultMessage: 'Hold a poll' })}
          </Button>
        )
      }
    >
      {mayLead && !reached && (
        <p className={styles.warning}>
          {t({
            id: 'meetings.pollNeedsQuorum',
            defaultMessage: 'A poll needs a quorum: write down who is present first.',
          })}
        </p>
      )}
      <Query query={query} lines={2}>
        {({ polls }) =>
          polls.length === 0 ? (
            <p className={styles.quiet}>
              {isOpen
                ? t({ id: 'meetings.noPollsYet', defaultMessage: 'Nothing has been asked yet.' })
                : t({ id: 'meetings.noPolls', defaultMessage: 'There was no poll.' })}
            </p>
          ) : (
            <ul className={styles.polls}>
              {polls.map((poll) => (
                <PollRow key={poll.name} poll={poll} meeting={meeting} items={items} mayLead={mayLead} />
              ))}
            </ul>
          )
        }
      </Query>
      {adding && <PollDialog meeting={meeting.name} items={items} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function PollRow({
  poll,
  meeting,
  items,
  mayLead,
}: {
  poll: Poll
  meeting: Meeting
  items: AgendaItem[]
  mayLead: boolean
}) {
  const t = useText()
  const read = useLocalized()
  const look = useMeetingWords()
  const sentence = useErrorSentence()
  const { close } = usePollChanges(meeting.name)
  const [editing, setEditing] = useState(false)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // When a poll ends, what could be done goes away, also from under the hands of whoever is still at it.
  const row = useKeepFocus<HTMLLIElement>()
  const isOpen = poll.state === PollState.OPEN
  const verdict = look.verdict(isOpen ? PollVerdict.UNSPECIFIED : (poll.result?.verdict ?? PollVerdict.UNSPECIFIED))
  const item = items.find(({ name }) => name === poll.agendaItem)
  return (
    <li ref={row} aria-labelledby={id} className={styles.poll}>
      <div className={styles.itemBody}>
        <h3 id={id} ref={heading} tabIndex={-1} dir="auto">
          {read(poll.question)}
        </h3>
        <p className={styles.meta}>
          <Badge tone={verdict.tone}>{verdict.text}</Badge>
          <span>{look.method(poll.method)}</span>
          {item && <bdi>{read(item.title)}</bdi>}
        </p>
      </div>
      {poll.canTakeStance && <StanceForm poll={poll} meeting={meeting.name} onTaken={() => heading.current?.focus()} />}
      <PollResult poll={poll} />
      {mayLead && isOpen && (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={CircleStop}
            isPending={close.isPending}
            onPress={() => close.mutate(poll.name, { onError: (error) => toastError(sentence(error)) })}
          >
            {t({ id: 'meetings.endPoll', defaultMessage: 'End and count' })}
          </Button>
          {poll.stances.length === 0 && (
            <Button size="small" variant="quiet" icon={Pencil} onPress={() => setEditing(true)}>
              {t(words.edit)}
            </Button>
          )}
        </div>
      )}
      {editing && <PollDialog meeting={meeting.name} items={items} poll={poll} onClose={() => setEditing(false)} />}
    </li>
  )
}
