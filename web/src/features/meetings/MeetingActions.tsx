import { CalendarArrowDown, CalendarX2, CircleStop, DoorOpen, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useMeetingChanges } from '@/api/meetings'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { CommitteeRole } from '@/gen/hamgam/feedback/v1/committee_pb'
import { type Meeting, MeetingSchema, MeetingState } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { saveFile } from '@/ui/saveFile'
import { toastError } from '@/ui/Toast'
import { MeetingFields, shownFields } from './MeetingFields'

/** What can be done with a meeting as a whole. */
export function MeetingActions({ meeting }: { meeting: Meeting }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { has } = useMe()
  const { open, close, calendar } = useMeetingChanges()
  const [asking, setAsking] = useState<'edit' | 'cancel' | 'close'>()
  const onError = (error: unknown) => toastError(sentence(error))
  const dismiss = () => setAsking(undefined)
  const lead = leads(meeting.ownRole)
  const scheduled = meeting.state === MeetingState.SCHEDULED
  return (
    <>
      {scheduled && lead && (
        <Button
          variant="primary"
          icon={DoorOpen}
          isPending={open.isPending}
          onPress={() => open.mutate(meeting.name, { onError })}
        >
          {t({ id: 'meetings.open', defaultMessage: 'Open the meeting' })}
        </Button>
      )}
      {meeting.state === MeetingState.OPEN && lead && (
        <Button variant="primary" icon={CircleStop} onPress={() => setAsking('close')}>
          {t({ id: 'meetings.close', defaultMessage: 'Close the meeting' })}
        </Button>
      )}
      {meeting.state !== MeetingState.CANCELLED && (
        <Button
          icon={CalendarArrowDown}
          isPending={calendar.isPending}
          onPress={() => calendar.mutate(meeting.name, { onSuccess: saveFile, onError })}
        >
          {t({ id: 'meetings.calendar', defaultMessage: 'Calendar file' })}
        </Button>
      )}
      {scheduled && (lead || has(Role.HR)) && (
        <>
          <Button icon={Pencil} onPress={() => setAsking('edit')}>
            {t(words.edit)}
          </Button>
          <Button variant="quiet" icon={CalendarX2} onPress={() => setAsking('cancel')}>
            {t({ id: 'meetings.cancel', defaultMessage: 'Call it off' })}
          </Button>
        </>
      )}
      {asking === 'edit' && <EditDialog meeting={meeting} onClose={dismiss} />}
      {asking === 'cancel' && <CancelDialog meeting={meeting} onClose={dismiss} />}
      <ConfirmDialog
        title={t({ id: 'meetings.closeTitle', defaultMessage: 'Close this meeting?' })}
        isOpen={asking === 'close'}
        onClose={dismiss}
        isPending={close.isPending}
        confirmLabel={t({ id: 'meetings.close', defaultMessage: 'Close the meeting' })}
        onConfirm={() => close.mutate(meeting.name, { onError, onSettled: dismiss })}
      >
        <p>
          {t({
            id: 'meetings.closeHint',
            defaultMessage:
              'No poll can be held and no outcome written down any more. Then the minutes can be drafted. Polls must be ended first.',
          })}
        </p>
      </ConfirmDialog>
    </>
  )
}

function EditDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useText()
  const { update, reload } = useMeetingChanges()
  const form = useDraft(MeetingSchema, meeting)
  const [names, setNames] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      meeting.attendees
        .filter(({ role }) => role === CommitteeRole.UNSPECIFIED)
        .map(({ person, displayName }) => [person, displayName]),
    ),
  )
  return (
    <Dialog title={t({ id: 'meetings.editTitle', defaultMessage: 'Change the meeting' })} isOpen onClose={onClose} wide>
      <p>
        {t({
          id: 'meetings.editHint',
          defaultMessage: 'Everybody gets the changed calendar entry; whoever is no longer invited, its cancellation.',
        })}
      </p>
      <SavedForm
        form={form}
        source={meeting}
        update={update}
        request={(draft) => ({ meeting: draft, updateMask: { paths: shownFields } })}
        reload={() => reload(meeting.name)}
        resource="meeting"
        shown={shownFields}
      >
        <InLanguages>
          <LanguageSwitch />
          <MeetingFields draft={form.draft} edit={form.edit} names={names} onNames={setNames} error={update.error} />
        </InLanguages>
      </SavedForm>
    </Dialog>
  )
}

function CancelDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { cancel } = useMeetingChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t({ id: 'meetings.cancelTitle', defaultMessage: 'Call this meeting off?' })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          cancel.mutate(
            { name: meeting.name, reason },
            { onSuccess: onClose, onError: (error) => toastError(sentence(error)) },
          )
        }}
      >
        <TextField
          label={t({ id: 'meetings.reason', defaultMessage: 'Why' })}
          hint={t({ id: 'meetings.cancelHint', defaultMessage: 'Whoever was invited reads it.' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
          optional
        />
        <FormActions>
          <Button type="submit" variant="danger" isPending={cancel.isPending}>
            {t({ id: 'meetings.cancel', defaultMessage: 'Call it off' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
