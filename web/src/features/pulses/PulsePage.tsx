import { CircleStop, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { usePulse, usePulseChanges } from '@/api/pulses'
import { useGo, useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Pulse, PulseSchema, PulseState } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { usePulseState } from './kinds'
import { PulseFields, shownFields } from './PulseFields'
import { Results } from './Results'

/** One pulse: written while it is a draft, then what was answered. */
export function PulsePage() {
  const t = useText()
  const read = useLocalized()
  const look = usePulseState()
  const { organization, has } = useMe()
  const query = usePulse(`${organization}/pulses/${useId('pulse')}`)
  const pulse = query.data
  return (
    <Page
      title={read(pulse?.title) || t({ id: 'pulses.one', defaultMessage: 'Pulse' })}
      back={{ href: paths.pulses, label: t({ id: 'pulses.title', defaultMessage: 'Pulses' }) }}
      badge={pulse && <Badge tone={look(pulse.state).tone}>{look(pulse.state).text}</Badge>}
      actions={pulse && has(Role.HR) && <Actions pulse={pulse} />}
    >
      <Query query={query} lines={6}>
        {(found) =>
          found.state === PulseState.DRAFT ? (
            <Editor key={found.name} pulse={found} mayEdit={has(Role.HR)} />
          ) : (
            <Results pulse={found} />
          )
        }
      </Query>
    </Page>
  )
}

function Editor({ pulse, mayEdit }: { pulse: Pulse; mayEdit: boolean }) {
  const { update, reload } = usePulseChanges()
  const form = useDraft(PulseSchema, pulse)
  return (
    <Card>
      <SavedForm
        form={form}
        source={pulse}
        update={update}
        request={(draft) => ({ pulse: draft, updateMask: { paths: shownFields } })}
        reload={() => reload(pulse.name)}
        resource="pulse"
        shown={shownFields}
        mayEdit={mayEdit}
      >
        <InLanguages>
          <LanguageSwitch />
          <PulseFields draft={form.draft} edit={form.edit} error={update.error} />
        </InLanguages>
      </SavedForm>
    </Card>
  )
}

function Actions({ pulse }: { pulse: Pulse }) {
  const t = useText()
  const go = useGo()
  const sentence = useErrorSentence()
  const { open, close, remove } = usePulseChanges()
  const [asking, setAsking] = useState<'open' | 'close' | 'remove'>()
  const onError = (error: unknown) => toastError(sentence(error))
  const done = { onError, onSettled: () => setAsking(undefined) }
  return (
    <>
      {pulse.state === PulseState.DRAFT && (
        <>
          <Button variant="primary" icon={Play} onPress={() => setAsking('open')}>
            {t({ id: 'pulses.start', defaultMessage: 'Start' })}
          </Button>
          <Button variant="quiet" icon={Trash2} onPress={() => setAsking('remove')}>
            {t({ id: 'pulses.delete', defaultMessage: 'Delete' })}
          </Button>
        </>
      )}
      {pulse.state === PulseState.OPEN && (
        <Button icon={CircleStop} onPress={() => setAsking('close')}>
          {t({ id: 'pulses.end', defaultMessage: 'End now' })}
        </Button>
      )}
      <ConfirmDialog
        title={t({ id: 'pulses.startTitle', defaultMessage: 'Ask people now?' })}
        isOpen={asking === 'open'}
        onClose={() => setAsking(undefined)}
        isPending={open.isPending}
        confirmLabel={t({ id: 'pulses.start', defaultMessage: 'Start' })}
        onConfirm={() => open.mutate(pulse.name, done)}
      >
        <p>
          {t({
            id: 'pulses.startHint',
            defaultMessage:
              'Whoever matches is told on the first day. From then on the questions cannot be changed, so that answers stay comparable.',
          })}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t({ id: 'pulses.endTitle', defaultMessage: 'End this pulse?' })}
        isOpen={asking === 'close'}
        danger
        onClose={() => setAsking(undefined)}
        isPending={close.isPending}
        confirmLabel={t({ id: 'pulses.end', defaultMessage: 'End now' })}
        onConfirm={() => close.mutate(pulse.name, done)}
      >
        <p>{t({ id: 'pulses.endHint', defaultMessage: 'Nobody can answer any more, and no round follows.' })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t({ id: 'pulses.deleteTitle', defaultMessage: 'Delete this draft?' })}
        isOpen={asking === 'remove'}
        danger
        onClose={() => setAsking(undefined)}
        isPending={remove.isPending}
        confirmLabel={t({ id: 'pulses.delete', defaultMessage: 'Delete' })}
        onConfirm={() => remove.mutate(pulse.name, { onSuccess: () => go(paths.pulses), onError })}
      >
        <p>{t({ id: 'pulses.deleteHint', defaultMessage: 'Nobody has been asked yet; nothing else is lost.' })}</p>
      </ConfirmDialog>
    </>
  )
}
