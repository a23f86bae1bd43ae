import { create } from '@bufbuild/protobuf'
import { useState } from 'react'
import { useAgendaChanges } from '@/api/agenda'
import { newRequestId } from '@/api/names'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type AgendaItem, AgendaItemSchema, type Meeting, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, FormRow, NumberField, TextField } from '@/ui/Field'
import { ProposalPicker } from './Proposals'

const about = ['title', 'description', 'presenter', 'duration_minutes', 'proposals']

/** Adds something to the agenda, or changes it and what was said about it. */
export function AgendaItemDialog({
  meeting,
  item,
  onClose,
}: {
  meeting: Meeting
  /** What is changed; a new one without it. */
  item?: AgendaItem
  onClose: () => void
}) {
  const t = useText()
  const { create: add, update } = useAgendaChanges(meeting.name)
  const [start] = useState(() => item ?? create(AgendaItemSchema, { durationMinutes: 10 }))
  const { draft, edit } = useDraft(AgendaItemSchema, start)
  const [presenter, setPresenter] = useState<Chosen[]>(
    start.presenter ? [{ person: start.presenter, name: start.presenterDisplayName }] : [],
  )
  const [requestId] = useState(newRequestId)
  const save = item ? update : add
  const broken = brokenRules(save.error, 'agenda_item')
  const withNotes = item !== undefined && leads(meeting.ownRole)
  const withRest = meeting.state !== MeetingState.CLOSED
  return (
    <Dialog
      title={
        item
          ? t({ id: 'meetings.editItem', defaultMessage: 'Change the item' })
          : t({ id: 'meetings.addItem', defaultMessage: 'Add an item' })
      }
      isOpen
      onClose={onClose}
      wide
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          const fields = [...(withRest ? about : []), ...(withNotes ? ['notes'] : [])]
          if (item) update.mutate({ agendaItem: draft, updateMask: { paths: fields } }, { onSuccess: onClose })
          else add.mutate({ parent: meeting.name, agendaItem: draft, requestId }, { onSuccess: onClose })
        }}
      >
        <Problems error={save.error} resource="agenda_item" shown={[...about, 'notes']} />
        {withRest && (
          <InLanguages>
            <LanguageSwitch />
            <LocalizedField
              label={t(words.title)}
              value={draft.title}
              onChange={(title) =>
                edit((next) => {
                  next.title = title
                })
              }
              error={broken.at('title')}
            />
            <LocalizedField
              label={t({ id: 'meetings.description', defaultMessage: 'More about it' })}
              value={draft.description}
              onChange={(description) =>
                edit((next) => {
                  next.description = description
                })
              }
              error={broken.at('description')}
              multiline
              rows={3}
              optional
            />
            <FormRow>
              <Colleagues
                label={t({ id: 'meetings.presenter', defaultMessage: 'Who presents it' })}
                hint={t({
                  id: 'meetings.presenterHint',
                  defaultMessage: 'Whoever is no member is invited as a guest.',
                })}
                chosen={presenter}
                most={1}
                onChange={(chosen) => {
                  setPresenter(chosen)
                  edit((next) => {
                    next.presenter = chosen[0]?.person ?? ''
                  })
                }}
                error={broken.at('presenter')}
                optional
              />
              <NumberField
                label={t({ id: 'meetings.minutesLong', defaultMessage: 'Minutes' })}
                value={draft.durationMinutes}
                onChange={(minutes) =>
                  edit((next) => {
                    next.durationMinutes = minutes || 1
                  })
                }
                minValue={1}
                maxValue={240}
                error={broken.at('duration_minutes')}
              />
            </FormRow>
            <ProposalPicker
              values={draft.proposals}
              onChange={(proposals) =>
                edit((next) => {
                  next.proposals = proposals
                })
              }
              error={broken.at('proposals')}
            />
          </InLanguages>
        )}
        {withNotes && (
          <TextField
            label={t({ id: 'meetings.notes', defaultMessage: 'What was said' })}
            hint={t({ id: 'meetings.notesHint', defaultMessage: 'It becomes a part of the minutes.' })}
            value={draft.notes}
            onChange={(notes) =>
              edit((next) => {
                next.notes = notes
              })
            }
            multiline
            rows={5}
            maxLength={4000}
            error={broken.at('notes')}
            optional
          />
        )}
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {item ? t(words.save) : t(words.add)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
