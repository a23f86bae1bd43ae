import { create } from '@bufbuild/protobuf'
import { X } from 'lucide-react'
import { useState } from 'react'
import { newRequestId } from '@/api/names'
import { useOutcomeChanges } from '@/api/outcomes'
import { usePolls } from '@/api/polls'
import { type Broken, brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import type { AgendaItem, Meeting } from '@/gen/hamgam/feedback/v1/meeting_pb'
import {
  DecidedProposalSchema,
  type Outcome,
  OutcomeKind,
  OutcomeSchema,
  ProposalDecision,
} from '@/gen/hamgam/feedback/v1/outcome_pb'
import { PollVerdict } from '@/gen/hamgam/feedback/v1/poll_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Button, IconButton } from '@/ui/Button'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, FormRow } from '@/ui/Field'
import { Segmented } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { ItemChoice } from './ItemChoice'
import { decisions, outcomeKinds, useMeetingWords } from './kinds'
import styles from './Meetings.module.css'
import { ProposalLinks, ProposalSearch } from './Proposals'

type Edit = (change: (outcome: Outcome) => void) => void

const shown = ['text', 'agenda_item', 'poll', 'proposals', 'owner', 'due_day']
const none = 'none'

/** Writes down what the meeting leaves behind. */
export function OutcomeDialog({
  meeting,
  items,
  onClose,
}: {
  meeting: Meeting
  items: AgendaItem[]
  onClose: () => void
}) {
  const t = useText()
  const look = useMeetingWords()
  const { create: save } = useOutcomeChanges()
  const [start] = useState(() => create(OutcomeSchema, { kind: OutcomeKind.DECISION }))
  const { draft, edit } = useDraft(OutcomeSchema, start)
  const [requestId] = useState(newRequestId)
  const broken = brokenRules(save.error, 'outcome')
  return (
    <Dialog
      title={t({ id: 'meetings.addOutcome', defaultMessage: 'Write an outcome down' })}
      isOpen
      onClose={onClose}
      wide
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ parent: meeting.name, outcome: draft, requestId }, { onSuccess: onClose })
        }}
      >
        <Problems error={save.error} resource="outcome" shown={shown} />
        <Segmented
          label={t({ id: 'meetings.kind', defaultMessage: 'Kind' })}
          value={String(draft.kind)}
          onChange={(kind) =>
            edit((next) => {
              // What only the other kinds have must not be sent with this one.
              next.kind = Number(kind)
              next.poll = ''
              next.proposals = []
              next.owner = ''
              next.dueDay = ''
            })
          }
          options={outcomeKinds.map((kind) => ({ value: String(kind), label: look.outcome(kind).text }))}
        />
        {draft.kind === OutcomeKind.DECISION && !meeting.quorum?.reached && (
          <Banner tone="warn">
            {t({
              id: 'meetings.decisionNeedsQuorum',
              defaultMessage: 'Too few members are present: nothing can be decided.',
            })}
          </Banner>
        )}
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t({ id: 'meetings.outcomeText', defaultMessage: 'What it says' })}
            hint={
              draft.kind === OutcomeKind.DECISION
                ? t({
                    id: 'meetings.outcomeTextHint',
                    defaultMessage: 'Whoever proposed, voted or commented reads it as the answer.',
                  })
                : undefined
            }
            value={draft.text}
            onChange={(text) =>
              edit((next) => {
                next.text = text
              })
            }
            multiline
            rows={3}
            error={broken.at('text')}
          />
        </InLanguages>
        <ItemChoice
          items={items}
          value={draft.agendaItem}
          onChange={(item) =>
            edit((next) => {
              next.agendaItem = item
              const about = items.find(({ name }) => name === item)?.proposals ?? []
              if (next.kind === OutcomeKind.DECISION && next.proposals.length === 0)
                next.proposals = about.map((proposal) => decided(proposal))
            })
          }
          error={broken.at('agenda_item')}
        />
        {draft.kind === OutcomeKind.DECISION && (
          <DecisionFields meeting={meeting.name} draft={draft} edit={edit} broken={broken} />
        )}
        {draft.kind === OutcomeKind.TASK && <TaskFields draft={draft} edit={edit} broken={broken} />}
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t({ id: 'meetings.writeDown', defaultMessage: 'Write it down' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

const decided = (proposal: string) => create(DecidedProposalSchema, { proposal, decision: ProposalDecision.PLANNED })

function DecisionFields({
  meeting,
  draft,
  edit,
  broken,
}: {
  meeting: string
  draft: Outcome
  edit: Edit
  broken: Broken
}) {
  const t = useText()
  const read = useLocalized()
  const look = useMeetingWords()
  const { data } = usePolls(meeting, false)
  const passed = (data?.polls ?? []).filter(({ result }) => result?.verdict === PollVerdict.PASSED)
  return (
    <>
      <Select
        label={t({ id: 'meetings.restsOn', defaultMessage: 'The poll that it rests on' })}
        options={[
          { id: none, label: t(words.none) },
          ...passed.map(({ name, question }) => ({ id: name, label: read(question) })),
        ]}
        value={draft.poll || none}
        onChange={(poll) =>
          edit((next) => {
            next.poll = poll === none ? '' : poll
          })
        }
        error={broken.at('poll')}
        optional
      />
      <ProposalSearch
        taken={draft.proposals.map(({ proposal }) => proposal)}
        onAdd={(proposal) => edit((next) => void next.proposals.push(decided(proposal)))}
        error={broken.at('proposals')}
      />
      {draft.proposals.map(({ proposal, decision }, index) => (
        <div key={proposal} className={styles.decided}>
          <ProposalLinks names={[proposal]} />
          <Select
            label={t({ id: 'meetings.becomes', defaultMessage: 'What becomes of it' })}
            labelHidden
            options={decisions.map((each) => ({ id: String(each), label: look.decision(each) }))}
            value={String(decision)}
            onChange={(to) =>
              edit((next) => {
                const own = next.proposals[index]
                if (own) own.decision = Number(to)
              })
            }
          />
          <IconButton
            size="small"
            icon={X}
            label={t(words.remove)}
            onPress={() => edit((next) => void next.proposals.splice(index, 1))}
          />
        </div>
      ))}
    </>
  )
}

function TaskFields({ draft, edit, broken }: { draft: Outcome; edit: Edit; broken: Broken }) {
  const t = useText()
  const today = useToday()
  const [owner, setOwner] = useState<Chosen[]>([])
  return (
    <FormRow>
      <Colleagues
        label={t({ id: 'outcomes.owner', defaultMessage: 'Who does it' })}
        chosen={owner}
        most={1}
        onChange={(chosen) => {
          setOwner(chosen)
          edit((next) => {
            next.owner = chosen[0]?.person ?? ''
          })
        }}
        error={broken.at('owner')}
      />
      <DatePicker
        label={t({ id: 'outcomes.dueDay', defaultMessage: 'Until when' })}
        value={draft.dueDay || null}
        near={today}
        onChange={(day) =>
          edit((next) => {
            next.dueDay = day ?? ''
          })
        }
        error={broken.at('due_day')}
      />
    </FormRow>
  )
}
