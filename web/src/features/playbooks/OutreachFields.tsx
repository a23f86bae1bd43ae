import { LocalizedField } from '@/fields/Localized'
import type {
  InviteCommittee,
  OpenPulse,
  PlaybookStep,
  ProposeChallenge,
  RequestVisit,
} from '@/gen/hamgam/adoption/v1/playbook_pb'
import { useText } from '@/i18n/text'
import { Checkbox, NumberField } from '@/ui/Field'
import { Select } from '@/ui/Select'
import styles from './Playbooks.module.css'
import { measures, questions, useStepText } from './steps'

/** What the fields of a step need. */
export interface Editing<T> {
  value: T
  /** Changes the step. */
  own: (change: (step: PlaybookStep['step']) => void) => void
  /** What is wrong with a field of the step. */
  at: (field: string) => string | undefined
}

/** What the team is asked in a pulse. */
export function PulseFields({ value, own, at }: Editing<OpenPulse>) {
  const t = useText()
  const text = useStepText()
  const wrong = at('open_pulse')
  return (
    <fieldset className={styles.editor}>
      <legend>{t({ id: 'playbooks.questions', defaultMessage: 'What the team is asked about' })}</legend>
      <div className={styles.choices}>
        {questions.map((question) => (
          <Checkbox
            key={question}
            isSelected={value.questions.includes(question)}
            isInvalid={wrong !== undefined}
            onChange={(chosen) =>
              own((mine) => {
                if (mine.case !== 'openPulse') return
                const kept = mine.value.questions
                mine.value.questions = questions.filter((each) => (each === question ? chosen : kept.includes(each)))
              })
            }
          >
            {text.question(question)}
          </Checkbox>
        ))}
      </div>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      <p className={styles.sub}>
        {t({
          id: 'playbooks.pulseHint',
          defaultMessage: 'For seven days, without names. Nothing is shown of fewer than five answers.',
        })}
      </p>
    </fieldset>
  )
}

/** What the committees are to speak about. */
export function CommitteeFields({ value, own, at }: Editing<InviteCommittee>) {
  const t = useText()
  return (
    <>
      <LocalizedField
        label={t({ id: 'playbooks.agenda', defaultMessage: 'What the committee is to speak about' })}
        value={value.title}
        onChange={(title) =>
          own((mine) => {
            if (mine.case === 'inviteCommittee') mine.value.title = title
          })
        }
        error={at('invite_committee.title')}
      />
      <LocalizedField
        label={t({ id: 'playbooks.agendaWhy', defaultMessage: 'Why, and what to decide' })}
        value={value.description}
        onChange={(description) =>
          own((mine) => {
            if (mine.case === 'inviteCommittee') mine.value.description = description
          })
        }
        error={at('invite_committee.description')}
        multiline
        rows={3}
        optional
      />
      <p className={styles.sub}>
        {t({
          id: 'playbooks.committeeHint',
          defaultMessage: 'Every committee that the team concerns finds it among its suggestions.',
        })}
      </p>
    </>
  )
}

/** What a champion visits the team for. */
export function VisitFields({ value, own, at }: Editing<RequestVisit>) {
  const t = useText()
  return (
    <>
      <LocalizedField
        label={t({ id: 'playbooks.reason', defaultMessage: 'What the visit is for' })}
        value={value.reason}
        onChange={(reason) =>
          own((mine) => {
            if (mine.case === 'requestVisit') mine.value.reason = reason
          })
        }
        error={at('request_visit.reason')}
        multiline
        rows={3}
      />
      <NumberField
        label={t({ id: 'playbooks.dueDays', defaultMessage: 'Due in days' })}
        value={value.dueDays}
        onChange={(days) =>
          own((mine) => {
            if (mine.case === 'requestVisit') mine.value.dueDays = days || 0
          })
        }
        minValue={1}
        maxValue={180}
        error={at('request_visit.due_days')}
      />
    </>
  )
}

/** What the team is to reach together. */
export function ChallengeFields({ value, own, at }: Editing<ProposeChallenge>) {
  const t = useText()
  const text = useStepText()
  return (
    <>
      <Select
        label={t({ id: 'playbooks.measure', defaultMessage: 'What is to become better' })}
        value={String(value.measure)}
        onChange={(id) =>
          own((mine) => {
            if (mine.case === 'proposeChallenge') mine.value.measure = Number(id)
          })
        }
        options={measures.map((each) => ({ id: String(each), label: text.measure(each) }))}
        error={at('propose_challenge.measure')}
      />
      <LocalizedField
        label={t({ id: 'playbooks.challengeTitle', defaultMessage: 'What the challenge is called' })}
        value={value.title}
        onChange={(title) =>
          own((mine) => {
            if (mine.case === 'proposeChallenge') mine.value.title = title
          })
        }
        error={at('propose_challenge.title')}
        optional
      />
      <p className={styles.sub}>
        {t({
          id: 'playbooks.challengeHint',
          defaultMessage: 'HR decides on it, sets the goal and the prize, and announces it.',
        })}
      </p>
    </>
  )
}
