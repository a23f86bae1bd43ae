import { parseDate } from '@internationalized/date'
import { Check, MoonStar, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useFlagAnswers } from '@/api/adoption'
import { fieldErrors, useErrorText } from '@/api/errors'
import { useToday } from '@/fields/today'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import type { Flag } from '@/gen/hamgam/adoption/v1/flag_pb'
import { useText } from '@/i18n/text'
import { barrierIcons, barriers, useBarrierText } from '@/parts/barriers'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form, RadioGroup, TextField } from '@/ui/Field'
import { toast } from '@/ui/Toast'
import styles from './Flags.module.css'

/** The three answers that a person gives to a flag. */
export function Answers({ flag }: { flag: Flag }) {
  const t = useText()
  const [open, setOpen] = useState<'confirm' | 'snooze' | 'reject'>()
  const close = () => setOpen(undefined)
  return (
    <div className={styles.answers}>
      <Button variant="primary" size="large" block icon={Check} onPress={() => setOpen('confirm')}>
        {t({ id: 'flags.confirm', defaultMessage: 'It is right: help them' })}
      </Button>
      <Button block icon={MoonStar} onPress={() => setOpen('snooze')}>
        {t({ id: 'flags.snooze', defaultMessage: 'Put it off' })}
      </Button>
      <Button block icon={X} onPress={() => setOpen('reject')}>
        {t({ id: 'flags.reject', defaultMessage: 'This is wrong, because…' })}
      </Button>
      {open === 'confirm' && <Confirm flag={flag} onClose={close} />}
      {open === 'snooze' && <Snooze flag={flag} onClose={close} />}
      {open === 'reject' && <Reject flag={flag} onClose={close} />}
    </div>
  )
}

/** Somebody said that it is right without knowing why; whoever knows the cause by now says so. */
export function ChooseCause({ flag }: { flag: Flag }) {
  const t = useText()
  const barrier = useBarrierText()
  const [choosing, setChoosing] = useState(false)
  const isFound = flag.proposedBarrier !== Barrier.UNSPECIFIED && flag.proposedBarrier !== Barrier.UNCLEAR
  return (
    <div className={styles.answers}>
      <p className={styles.sentence}>
        {isFound
          ? t(
              { id: 'flags.causeFound', defaultMessage: 'What is known by now points to: {barrier}' },
              { barrier: barrier.name(flag.proposedBarrier) },
            )
          : t({
              id: 'flags.causeSought',
              defaultMessage:
                'The team is being asked, and facts are still collected. Choose the cause once you know it.',
            })}
      </p>
      <Button variant={isFound ? 'primary' : undefined} block icon={Check} onPress={() => setChoosing(true)}>
        {t({ id: 'flags.chooseCause', defaultMessage: 'Choose the cause' })}
      </Button>
      {choosing && <Confirm flag={flag} onClose={() => setChoosing(false)} />}
    </div>
  )
}

function Answer({
  title,
  submit,
  isPending,
  error,
  fields,
  onSubmit,
  onClose,
  children,
  wide,
}: {
  title: string
  submit: string
  isPending: boolean
  error: unknown
  /** The fields that show their own errors. */
  fields: string[]
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  wide?: boolean
}) {
  const t = useText()
  const errorText = useErrorText()
  // What belongs to no field of the form is said above it.
  const stray = Object.keys(fieldErrors(error)).some((field) => !fields.includes(field))
  const general = error && (stray || Object.keys(fieldErrors(error)).length === 0) ? errorText(error) : undefined
  return (
    <Dialog
      isOpen
      wide={wide}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t({ id: 'ui.cancel', defaultMessage: 'Cancel' })}</Button>
          <Button variant="primary" isPending={isPending} onPress={onSubmit}>
            {submit}
          </Button>
        </>
      }
    >
      {general && (
        <Banner tone="bad" title={general.title}>
          {general.detail}
        </Banner>
      )}
      {children}
    </Dialog>
  )
}

function Confirm({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const t = useText()
  const barrier = useBarrierText()
  const { confirm } = useFlagAnswers()
  const [chosen, setChosen] = useState(String(flag.proposedBarrier || Barrier.UNCLEAR))
  const [note, setNote] = useState('')
  const errors = fieldErrors(confirm.error)
  return (
    <Answer
      wide
      title={t({ id: 'flags.confirmTitle', defaultMessage: 'What holds {team} back?' }, { team: flag.teamDisplayName })}
      submit={t({ id: 'flags.confirmSubmit', defaultMessage: 'Confirm and start the help' })}
      isPending={confirm.isPending}
      error={confirm.error}
      fields={['barrier', 'note']}
      onClose={onClose}
      onSubmit={() =>
        confirm.mutate(
          { name: flag.name, barrier: Number(chosen), note, etag: flag.etag },
          {
            onSuccess: () => {
              toast(t({ id: 'flags.confirmed', defaultMessage: 'Confirmed. The help has begun.' }))
              onClose()
            },
          },
        )
      }
    >
      <Form>
        <RadioGroup
          cards
          label={t({ id: 'flags.barrier', defaultMessage: 'The cause, and what will be done' })}
          value={chosen}
          onChange={setChosen}
          error={errors.barrier}
          options={barriers.map((each) => {
            const Icon = barrierIcons[each]
            return {
              value: String(each),
              label: (
                <span className={styles.optionName}>
                  <Icon size={17} aria-hidden />
                  {barrier.name(each)}
                  {each === flag.proposedBarrier && (
                    <Badge tone="warn">{t({ id: 'flags.proposed', defaultMessage: 'Proposed' })}</Badge>
                  )}
                </span>
              ),
              hint: barrier.play(each) || barrier.meaning(each),
            }
          })}
        />
        <TextField
          multiline
          optional
          rows={2}
          maxLength={2000}
          label={t({ id: 'flags.note', defaultMessage: 'Why you think so' })}
          value={note}
          onChange={setNote}
          error={errors.note}
        />
      </Form>
    </Answer>
  )
}

function Snooze({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const t = useText()
  const { snooze } = useFlagAnswers()
  const today = parseDate(useToday())
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const errors = fieldErrors(snooze.error)
  return (
    <Answer
      title={t({ id: 'flags.snooze', defaultMessage: 'Put it off' })}
      submit={t({ id: 'flags.snoozeSubmit', defaultMessage: 'Put off' })}
      isPending={snooze.isPending}
      error={snooze.error}
      fields={['until', 'reason']}
      onClose={onClose}
      onSubmit={() =>
        snooze.mutate(
          { name: flag.name, until: until ?? '', reason, etag: flag.etag },
          {
            onSuccess: () => {
              toast(t({ id: 'flags.snoozedToast', defaultMessage: 'Put off. It comes back by itself.' }))
              onClose()
            },
          },
        )
      }
    >
      <Form>
        <DatePicker
          label={t({ id: 'flags.snoozeUntil', defaultMessage: 'Until' })}
          hint={t({
            id: 'flags.snoozeHint',
            defaultMessage: 'At most half a year. If the team is still behind then, the flag comes back.',
          })}
          min={today.add({ days: 1 }).toString()}
          max={today.add({ days: 180 }).toString()}
          value={until}
          onChange={setUntil}
          error={errors.until}
        />
        <TextField
          multiline
          rows={3}
          maxLength={2000}
          label={t({ id: 'flags.reason', defaultMessage: 'The reason' })}
          value={reason}
          onChange={setReason}
          error={errors.reason}
        />
      </Form>
    </Answer>
  )
}

function Reject({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const t = useText()
  const { reject } = useFlagAnswers()
  const [reason, setReason] = useState('')
  const errors = fieldErrors(reject.error)
  return (
    <Answer
      title={t({ id: 'flags.rejectTitle', defaultMessage: 'This is wrong' })}
      submit={t({ id: 'flags.rejectSubmit', defaultMessage: 'Clear the flag' })}
      isPending={reject.isPending}
      error={reject.error}
      fields={['reason']}
      onClose={onClose}
      onSubmit={() =>
        reject.mutate(
          { name: flag.name, reason, etag: flag.etag },
          {
            onSuccess: () => {
              toast(t({ id: 'flags.rejected', defaultMessage: 'Cleared. Your reason helps to make the rule better.' }))
              onClose()
            },
          },
        )
      }
    >
      <Form>
        <TextField
          multiline
          rows={4}
          maxLength={2000}
          label={t({ id: 'flags.because', defaultMessage: 'Because…' })}
          hint={t({
            id: 'flags.becauseHint',
            defaultMessage: 'It is kept with the flag, and the team is left in peace for five weeks.',
          })}
          value={reason}
          onChange={setReason}
          error={errors.reason}
          autoFocus
        />
      </Form>
    </Answer>
  )
}
