import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newRequestId } from '@/api/names'
import { usePollChanges } from '@/api/polls'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { RowTools } from '@/fields/RowTools'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import type { AgendaItem } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { type Poll, PollMethod, PollOptionSchema, PollSchema } from '@/gen/hamgam/feedback/v1/poll_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, NumberField, RadioGroup } from '@/ui/Field'
import { ItemChoice } from './ItemChoice'
import { hasOptions, methods, useMeetingWords } from './kinds'
import styles from './Meetings.module.css'

const shown = ['question', 'method', 'options', 'dots', 'agenda_item']

/** Asks the meeting something, by one of four methods. */
export function PollDialog({
  meeting,
  items,
  poll,
  onClose,
}: {
  meeting: string
  items: AgendaItem[]
  /** What is changed; a new one without it. */
  poll?: Poll
  onClose: () => void
}) {
  const t = useText()
  const look = useMeetingWords()
  const { create: add, update } = usePollChanges(meeting)
  const [start] = useState(() => poll ?? create(PollSchema, { method: PollMethod.SHOW_OF_HANDS }))
  const { draft, edit } = useDraft(PollSchema, start)
  const [requestId] = useState(newRequestId)
  const save = poll ? update : add
  const broken = brokenRules(save.error, 'poll')
  return (
    <Dialog title={t({ id: 'meetings.addPoll', defaultMessage: 'Hold a poll' })} isOpen onClose={onClose} wide>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          if (poll) update.mutate({ poll: draft }, { onSuccess: onClose })
          else add.mutate({ parent: meeting, poll: draft, requestId }, { onSuccess: onClose })
        }}
      >
        <Problems error={save.error} resource="poll" shown={shown} />
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t({ id: 'meetings.question', defaultMessage: 'Question' })}
            value={draft.question}
            onChange={(question) =>
              edit((next) => {
                next.question = question
              })
            }
            error={broken.at('question')}
          />
          <RadioGroup
            cards
            label={t({ id: 'meetings.method', defaultMessage: 'How' })}
            value={String(draft.method)}
            onChange={(method) =>
              edit((next) => {
                next.method = Number(method)
                if (!hasOptions(next.method)) next.options = []
                while (hasOptions(next.method) && next.options.length < 2) next.options.push(create(PollOptionSchema))
                next.dots = next.method === PollMethod.DOTS ? next.dots || 3 : 0
              })
            }
            options={methods.map((method) => ({
              value: String(method),
              label: look.method(method),
              hint: look.methodHint(method),
            }))}
            error={broken.at('method')}
          />
          {hasOptions(draft.method) && <Options draft={draft} edit={edit} at={broken.at} />}
          {draft.method === PollMethod.DOTS && (
            <NumberField
              label={t({ id: 'meetings.dotsEach', defaultMessage: 'Dots that each person gives' })}
              value={draft.dots}
              onChange={(dots) =>
                edit((next) => {
                  next.dots = dots || 1
                })
              }
              minValue={1}
              maxValue={20}
              error={broken.at('dots')}
            />
          )}
          <ItemChoice
            items={items}
            value={draft.agendaItem}
            onChange={(item) =>
              edit((next) => {
                next.agendaItem = item
              })
            }
            error={broken.at('agenda_item')}
          />
        </InLanguages>
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {poll ? t(words.save) : t({ id: 'meetings.ask', defaultMessage: 'Ask now' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Options({
  draft,
  edit,
  at,
}: {
  draft: Poll
  edit: (change: (poll: Poll) => void) => void
  at: (field: string) => string | undefined
}) {
  const t = useText()
  const format = useFormats()
  return (
    <ol className={styles.options}>
      {draft.options.map((option, index) => {
        const name = t(
          { id: 'meetings.optionNumber', defaultMessage: 'Option {number}' },
          { number: format.number(index + 1) },
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no other key before they are saved
          <li key={index} className={styles.option}>
            <LocalizedField
              label={name}
              marks={false}
              value={option.text}
              onChange={(text) =>
                edit((next) => {
                  const own = next.options[index]
                  if (own) own.text = text
                })
              }
              error={at(`options[${index}]`)}
            />
            <RowTools
              name={name}
              index={index}
              count={draft.options.length}
              least={2}
              onRemove={() => edit((next) => void next.options.splice(index, 1))}
            />
          </li>
        )
      })}
      {draft.options.length < 10 && (
        <li>
          <Button
            size="small"
            variant="quiet"
            icon={Plus}
            onPress={() => edit((next) => void next.options.push(create(PollOptionSchema)))}
          >
            {t(words.add)}
          </Button>
        </li>
      )}
    </ol>
  )
}
