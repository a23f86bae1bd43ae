import { EyeOff, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useThanksChanges } from '@/api/recognition'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Recognition, RecognitionState } from '@/gen/hamgam/incentives/v1/recognition_pb'
import { isolate, useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { toastError } from '@/ui/Toast'
import styles from './Recognition.module.css'

/** One thanks on the wall. */
export function ThanksNote({ thanks }: { thanks: Recognition }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const { has } = useMe()
  const { withdraw } = useThanksChanges()
  const [open, setOpen] = useState<'withdraw' | 'hide'>()
  const hidden = thanks.state === RecognitionState.HIDDEN
  const shown = thanks.state === RecognitionState.SHOWN
  const back = thanks.mine
    ? t({ id: 'recognition.takeBack', defaultMessage: 'Take it back' })
    : t({ id: 'recognition.takeDown', defaultMessage: 'Take it down' })
  return (
    <li className={styles.note} data-hidden={!shown || undefined}>
      <p className={styles.whom} dir="auto">
        {thanks.team ? thanks.teamDisplayName : format.names(thanks.peopleDisplayNames)}
      </p>
      <p className={styles.message} dir="auto">
        {thanks.message}
      </p>
      <p className={styles.meta}>
        <Badge tone="brand">{read(thanks.valueTitle)}</Badge>
        <span>
          {t(
            { id: 'recognition.from', defaultMessage: 'from {name}, {day}' },
            { name: isolate(thanks.giverDisplayName), day: format.dayOf(thanks.createTime) },
          )}
        </span>
        {hidden && <Badge tone="warn">{t({ id: 'recognition.hidden', defaultMessage: 'Taken off' })}</Badge>}
        {thanks.state === RecognitionState.WITHDRAWN && (
          <Badge>{t({ id: 'recognition.withdrawn', defaultMessage: 'Taken back' })}</Badge>
        )}
      </p>
      {hidden && thanks.hideReason && (
        <p className={styles.quiet} dir="auto">
          {thanks.hideReason}
        </p>
      )}
      {shown && (thanks.mine || thanks.toMe || has(Role.HR)) && (
        <div className={styles.buttons}>
          {(thanks.mine || thanks.toMe) && (
            <Button size="small" variant="quiet" icon={Undo2} onPress={() => setOpen('withdraw')}>
              {back}
            </Button>
          )}
          {has(Role.HR) && (
            <Button size="small" variant="quiet" icon={EyeOff} onPress={() => setOpen('hide')}>
              {t({ id: 'recognition.hide', defaultMessage: 'Take off the wall' })}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        title={t({ id: 'recognition.withdrawTitle', defaultMessage: 'Shall nobody see these thanks any more?' })}
        isOpen={open === 'withdraw'}
        onClose={() => setOpen(undefined)}
        confirmLabel={back}
        isPending={withdraw.isPending}
        onConfirm={() =>
          withdraw.mutate(thanks.name, {
            onSuccess: () => setOpen(undefined),
            onError: (error) => toastError(sentence(error)),
          })
        }
      >
        <p>{t({ id: 'recognition.withdrawHint', defaultMessage: 'This cannot be undone.' })}</p>
      </ConfirmDialog>
      {open === 'hide' && <HideDialog name={thanks.name} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

function HideDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText()
  const { hide } = useThanksChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={t({ id: 'recognition.hide', defaultMessage: 'Take off the wall' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          hide.mutate({ name, reason }, { onSuccess: onClose })
        }}
      >
        <Problems error={hide.error} shown={['reason']} />
        <TextField
          label={t({ id: 'recognition.why', defaultMessage: 'Why; whoever gave it reads this' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
          error={brokenRules(hide.error).at('reason')}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={hide.isPending} isDisabled={reason.trim() === ''}>
            {t({ id: 'recognition.hide', defaultMessage: 'Take off the wall' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
