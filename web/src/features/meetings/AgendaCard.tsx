import { Clock, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useAgenda, useAgendaChanges } from '@/api/agenda'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type AgendaItem, type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { useMe } from '@/session/me'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { toastError } from '@/ui/Toast'
import { AgendaItemDialog } from './AgendaItemDialog'
import { useMeetingWords } from './kinds'
import styles from './Meetings.module.css'
import { ProposalLinks } from './Proposals'

/** What the meeting speaks about, in its order. */
export function AgendaCard({
  meeting,
  mayAdd,
  mayPrepare,
}: {
  meeting: Meeting
  mayAdd: boolean
  mayPrepare: boolean
}) {
  const t = useText()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { person } = useMe()
  const query = useAgenda(meeting.name)
  const { order, remove } = useAgendaChanges(meeting.name)
  const [open, setOpen] = useState<AgendaItem | 'new'>()
  const onError = (error: unknown) => toastError(sentence(error))
  const scheduled = meeting.state === MeetingState.SCHEDULED
  const ahead = scheduled || meeting.state === MeetingState.OPEN
  const mayEdit = (item: AgendaItem) =>
    ahead ? mayPrepare || item.adder === person : meeting.state === MeetingState.CLOSED && leads(meeting.ownRole)
  const add = mayAdd && (
    <Button size="small" icon={Plus} onPress={() => setOpen('new')}>
      {t({ id: 'meetings.addItem', defaultMessage: 'Add an item' })}
    </Button>
  )
  return (
    <Card
      title={t({ id: 'meetings.agenda', defaultMessage: 'Agenda' })}
      subtitle={
        meeting.agendaMinutes > 0 &&
        t(
          { id: 'meetings.agendaTakes', defaultMessage: '{minutes} altogether' },
          { minutes: format.minutes(meeting.agendaMinutes) },
        )
      }
      actions={(query.data?.agendaItems.length ?? 0) > 0 && add}
    >
      <Query query={query} lines={3}>
        {({ agendaItems: items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t({ id: 'meetings.noAgenda', defaultMessage: 'Nothing on the agenda yet' })}
              actions={add}
            >
              {t({
                id: 'meetings.noAgendaHint',
                defaultMessage: 'Members add what they want to speak about, or take a suggestion from below.',
              })}
            </EmptyState>
          ) : (
            <ol className={styles.agenda}>
              {items.map((item, index) => (
                <Item
                  key={item.name}
                  item={item}
                  index={index}
                  count={items.length}
                  onEdit={mayEdit(item) ? () => setOpen(item) : undefined}
                  onMove={
                    mayPrepare && ahead
                      ? (by) => {
                          // The tools stay meanwhile, because who works with the keyboard stands on them.
                          if (order.isPending) return
                          const names = items.map(({ name }) => name)
                          move(names, index, by)
                          order.mutate(names, { onError })
                        }
                      : undefined
                  }
                  onRemove={scheduled && mayEdit(item) ? () => remove.mutate(item.name, { onError }) : undefined}
                />
              ))}
            </ol>
          )
        }
      </Query>
      {open && (
        <AgendaItemDialog
          meeting={meeting}
          item={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

function Item({
  item,
  index,
  count,
  onEdit,
  onMove,
  onRemove,
}: {
  item: AgendaItem
  index: number
  count: number
  onEdit?: () => void
  onMove?: (by: 1 | -1) => void
  onRemove?: () => void
}) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const look = useMeetingWords()
  const { has } = useMe()
  const title = read(item.title)
  const description = read(item.description)
  return (
    <li className={styles.item}>
      <span className={styles.number}>{format.number(index + 1)}</span>
      <div className={styles.itemBody}>
        <h3 dir="auto">{title}</h3>
        <p className={styles.meta}>
          <span className={styles.iconText}>
            <Clock size={14} aria-hidden />
            {format.minutes(item.durationMinutes)}
          </span>
          {item.presenterDisplayName && (
            <span>
              {t(
                { id: 'meetings.presentedBy', defaultMessage: 'presented by {name}' },
                { name: `\u2068${item.presenterDisplayName}\u2069` },
              )}
            </span>
          )}
          <span>{look.source(item.source)}</span>
          {item.flag && has(Role.HR, Role.ADMIN, Role.SPONSOR, Role.CHAMPION) && (
            <Link href={paths.flag(item.flag)}>{t({ id: 'meetings.theFlag', defaultMessage: 'The flag' })}</Link>
          )}
        </p>
        {description && (
          <p className={styles.text} dir="auto">
            {description}
          </p>
        )}
        <ProposalLinks names={item.proposals} />
        {item.notes && (
          <div className={styles.notes}>
            <strong>{t({ id: 'meetings.notes', defaultMessage: 'What was said' })}</strong>
            <p className={styles.text} dir="auto">
              {item.notes}
            </p>
          </div>
        )}
      </div>
      <span className={styles.tools}>
        {onEdit && <IconButton size="small" icon={Pencil} label={`${t(words.edit)}: ${title}`} onPress={onEdit} />}
        {(onMove || onRemove) && (
          <RowTools
            name={title}
            index={index}
            count={count}
            // Once the meeting is open, items can change places, but none can go.
            least={onRemove ? 0 : count}
            onMove={onMove}
            onRemove={() => onRemove?.()}
          />
        )}
      </span>
    </li>
  )
}
