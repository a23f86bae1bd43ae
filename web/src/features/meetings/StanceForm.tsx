import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePollChanges } from '@/api/polls'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { RowTools } from '@/fields/RowTools'
import { move, useDraft } from '@/fields/useDraft'
import {
  Consent,
  OptionDotsSchema,
  type Poll,
  PollMethod,
  type Stance,
  StanceSchema,
} from '@/gen/hamgam/feedback/v1/poll_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Form, FormActions, NumberField, RadioGroup, TextField } from '@/ui/Field'
import { consents, hands, useMeetingWords } from './kinds'
import styles from './Meetings.module.css'

type Edit = (change: (stance: Stance) => void) => void

/** Takes a stance, once, in the way in which the poll asks. */
export function StanceForm({ poll, meeting, onTaken }: { poll: Poll; meeting: string; onTaken: () => void }) {
  const t = useText()
  const { takeStance } = usePollChanges(meeting)
  const [start] = useState(() => create(StanceSchema))
  const { draft, edit } = useDraft(StanceSchema, start)
  const broken = brokenRules(takeStance.error, 'stance')
  const objects = draft.consent === Consent.OBJECT
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        takeStance.mutate({ name: poll.name, stance: draft }, { onSuccess: onTaken })
      }}
    >
      <Problems error={takeStance.error} resource="stance" shown={['hand', 'consent', 'reason']} />
      <Choice poll={poll} draft={draft} edit={edit} />
      <TextField
        label={
          objects
            ? t({ id: 'meetings.objection', defaultMessage: 'What speaks against it' })
            : t({ id: 'meetings.reason', defaultMessage: 'Why' })
        }
        value={draft.reason}
        onChange={(reason) =>
          edit((next) => {
            next.reason = reason
          })
        }
        multiline
        rows={2}
        maxLength={1000}
        optional={!objects}
        error={broken.at('reason')}
      />
      <FormActions>
        <Button
          type="submit"
          variant="primary"
          isPending={takeStance.isPending}
          isDisabled={!isWhole(poll, draft) || (objects && draft.reason.trim() === '')}
        >
          {t({ id: 'meetings.takeStance', defaultMessage: 'Take this stance' })}
        </Button>
        <span className={styles.quiet}>
          {t({ id: 'meetings.once', defaultMessage: 'It cannot be changed afterwards, and everybody here sees it.' })}
        </span>
      </FormActions>
    </Form>
  )
}

/** Whether everything that the poll asks for is there. */
function isWhole(poll: Poll, stance: Stance): boolean {
  switch (poll.method) {
    case PollMethod.CONSENT:
      return stance.consent !== Consent.UNSPECIFIED
    case PollMethod.DOTS:
      return dotsOf(stance) === poll.dots
    case PollMethod.RANKED:
      return stance.ranking.length > 0
    default:
      return stance.hand !== 0
  }
}

const dotsOf = (stance: Stance) => stance.dots.reduce((sum, { dots }) => sum + dots, 0)

function Choice({ poll, draft, edit }: { poll: Poll; draft: Stance; edit: Edit }) {
  const t = useText()
  const look = useMeetingWords()
  const label = t({ id: 'meetings.yourStance', defaultMessage: 'Your stance' })
  switch (poll.method) {
    case PollMethod.CONSENT:
      return (
        <RadioGroup
          cards
          label={label}
          value={draft.consent ? String(draft.consent) : null}
          onChange={(consent) =>
            edit((next) => {
              next.consent = Number(consent)
            })
          }
          options={consents.map((consent) => ({ value: String(consent), label: look.consent(consent) }))}
        />
      )
    case PollMethod.DOTS:
      return <Dots poll={poll} draft={draft} edit={edit} />
    case PollMethod.RANKED:
      return <Ranking poll={poll} draft={draft} edit={edit} />
    default:
      return (
        <RadioGroup
          cards
          label={label}
          value={draft.hand ? String(draft.hand) : null}
          onChange={(hand) =>
            edit((next) => {
              next.hand = Number(hand)
            })
          }
          options={hands.map((hand) => ({ value: String(hand), label: look.hand(hand) }))}
        />
      )
  }
}

function Dots({ poll, draft, edit }: { poll: Poll; draft: Stance; edit: Edit }) {
  const t = useText()
  const read = useLocalized()
  const left = poll.dots - dotsOf(draft)
  return (
    <div className={styles.part}>
      <p className={styles.quiet} role="status">
        {t(
          {
            id: 'meetings.dotsLeft',
            defaultMessage: '{count, plural, =0 {All dots are given.} one {# dot is left.} other {# dots are left.}}',
          },
          { count: left },
        )}
      </p>
      {poll.options.map(({ id, text }) => {
        const given = draft.dots.find(({ option }) => option === id)?.dots ?? 0
        return (
          <NumberField
            key={id}
            label={read(text)}
            value={given}
            minValue={0}
            maxValue={given + left}
            onChange={(dots) =>
              edit((next) => {
                next.dots = next.dots.filter(({ option }) => option !== id)
                if (dots > 0) next.dots.push(create(OptionDotsSchema, { option: id, dots }))
              })
            }
          />
        )
      })}
    </div>
  )
}

function Ranking({ poll, draft, edit }: { poll: Poll; draft: Stance; edit: Edit }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const textOf = (id: string) => read(poll.options.find((option) => option.id === id)?.text)
  const left = poll.options.filter(({ id }) => !draft.ranking.includes(id))
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>
        {t({ id: 'meetings.bestFirst', defaultMessage: 'The best first. What you leave out gets nothing from you.' })}
      </p>
      {draft.ranking.length > 0 && (
        <ol className={styles.options}>
          {draft.ranking.map((id, index) => (
            <li key={id} className={styles.row}>
              <span className={styles.number}>{format.number(index + 1)}</span>
              <bdi className={styles.grow}>{textOf(id)}</bdi>
              <RowTools
                name={textOf(id)}
                index={index}
                count={draft.ranking.length}
                onMove={(by) => edit((next) => move(next.ranking, index, by))}
                onRemove={() => edit((next) => void next.ranking.splice(index, 1))}
              />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.buttons}>
        {left.map(({ id, text }) => (
          <Button key={id} size="small" icon={Plus} onPress={() => edit((next) => void next.ranking.push(id))}>
            {read(text)}
          </Button>
        ))}
      </div>
    </div>
  )
}
