import { useState } from 'react'
import { useNominationChanges, useNominations } from '@/api/champions'
import { useErrorSentence } from '@/api/errors'
import { Problems } from '@/fields/Problems'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Nomination, NominationState as State } from '@/gen/hamgam/champions/v1/nomination_pb'
import { isolate, useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { More, Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { AppointDialog } from './AppointDialog'
import styles from './Champions.module.css'
import { useChampionWords } from './kinds'

/** The open nominations of everybody, oldest first. */
export function NominationsTab() {
  const query = useNominations()
  return (
    <Card>
      <Query query={query} lines={3}>
        {({ pages }) => (
          <>
            <NominationList nominations={pages.flatMap((page) => page.nominations)} />
            <More query={query} />
          </>
        )}
      </Query>
    </Card>
  )
}

/** Nominations, each with what the person can do about it. */
export function NominationList({ nominations }: { nominations: Nomination[] }) {
  const t = useText()
  return nominations.length === 0 ? (
    <p className={styles.quiet}>
      {t({ id: 'champions.noNominations', defaultMessage: 'No nomination at the moment.' })}
    </p>
  ) : (
    <ul className={styles.list}>
      {nominations.map((nomination) => (
        <Row key={nomination.name} nomination={nomination} />
      ))}
    </ul>
  )
}

function Row({ nomination }: { nomination: Nomination }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const look = useChampionWords()
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.meta}>
          <strong>
            <bdi>{nomination.nomineeDisplayName}</bdi>
          </strong>
          <Badge tone={look.nominationTone(nomination.state)}>{look.nomination(nomination.state)}</Badge>
        </span>
        <span className={styles.quiet}>
          <bdi>{read(nomination.programmeTitle)}</bdi> ·{' '}
          {t(
            { id: 'champions.nominatedBy', defaultMessage: 'nominated by {name}, {day}' },
            { name: isolate(nomination.nominatorDisplayName), day: format.dayOf(nomination.createTime) },
          )}
        </span>
        <span dir="auto">{nomination.reason}</span>
        {nomination.state === State.AWAITING_CONSENT && (
          <span className={styles.quiet}>
            {nomination.manager
              ? t(
                  { id: 'champions.managerAsked', defaultMessage: '{name} is asked' },
                  { name: isolate(nomination.managerDisplayName) },
                )
              : t({ id: 'champions.hrAsked', defaultMessage: 'No manager is known: HR decides' })}
          </span>
        )}
        {nomination.training && (
          <span className={styles.quiet}>
            {t(
              { id: 'champions.learned', defaultMessage: '{done} of {all} courses complete' },
              {
                done: format.number(nomination.training.completed),
                all: format.number(nomination.training.courses),
              },
            )}
          </span>
        )}
        {nomination.declineReason && (
          <span className={styles.quiet} dir="auto">
            {nomination.declineReason}
          </span>
        )}
      </span>
      <Actions nomination={nomination} />
    </li>
  )
}

function Actions({ nomination }: { nomination: Nomination }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { person, has } = useMe()
  const { accept, decide, withdraw } = useNominationChanges()
  const [open, setOpen] = useState<'decline' | 'appoint'>()
  const isHr = has(Role.HR)
  const { name, state, nominee, nominator, manager } = nomination
  const isNominee = nominee === person
  const onError = (error: unknown) => toastError(sentence(error))
  const asksMe = state === State.AWAITING_CONSENT && (manager === person || (manager === '' && isHr))
  const isOpen = state === State.PROPOSED || state === State.AWAITING_CONSENT || state === State.CONSENTED
  return (
    <span className={styles.buttons}>
      {state === State.PROPOSED && isNominee && (
        <Button
          size="small"
          variant="primary"
          isPending={accept.isPending}
          onPress={() => accept.mutate(name, { onError })}
        >
          {t({ id: 'champions.accept', defaultMessage: 'Yes, I want to' })}
        </Button>
      )}
      {asksMe && (
        <>
          <Button
            size="small"
            variant="primary"
            isPending={decide.isPending}
            onPress={() => decide.mutate({ name, consent: true }, { onError })}
          >
            {t({ id: 'champions.consent', defaultMessage: 'Consent' })}
          </Button>
          <Button size="small" onPress={() => setOpen('decline')}>
            {t({ id: 'champions.decline', defaultMessage: 'Decline' })}
          </Button>
        </>
      )}
      {state === State.CONSENTED && isHr && (
        <Button size="small" variant="primary" onPress={() => setOpen('appoint')}>
          {t({ id: 'champions.appoint', defaultMessage: 'Appoint' })}
        </Button>
      )}
      {isOpen && (isNominee || nominator === person || isHr) && (
        <Button
          size="small"
          variant="quiet"
          isPending={withdraw.isPending}
          onPress={() => withdraw.mutate(name, { onError })}
        >
          {isNominee && nominator !== person
            ? t({ id: 'champions.no', defaultMessage: 'No, thank you' })
            : t({ id: 'champions.withdraw', defaultMessage: 'Take it back' })}
        </Button>
      )}
      {open === 'decline' && <DeclineDialog name={name} onClose={() => setOpen(undefined)} />}
      {open === 'appoint' && <AppointDialog nomination={nomination} onClose={() => setOpen(undefined)} />}
    </span>
  )
}

function DeclineDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText()
  const { decide } = useNominationChanges()
  const [declineReason, setReason] = useState('')
  return (
    <Dialog title={t({ id: 'champions.declineTitle', defaultMessage: 'Why not now?' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          decide.mutate({ name, consent: false, declineReason }, { onSuccess: onClose })
        }}
      >
        <Problems error={decide.error} />
        <TextField
          label={t({ id: 'champions.why', defaultMessage: 'Why' })}
          hint={t({ id: 'champions.declineHint', defaultMessage: 'The nominee and HR read this.' })}
          value={declineReason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={1000}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={decide.isPending} isDisabled={declineReason.trim() === ''}>
            {t({ id: 'champions.decline', defaultMessage: 'Decline' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
