import { MailPlus, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { usePerson, usePersonChanges } from '@/api/people'
import { useId } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import { SavedForm } from '@/fields/SavedForm'
import { useToday } from '@/fields/today'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Person, PersonSchema } from '@/gen/hamgam/identity/v1/person_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
import { Memberships, PersonFields, shownFields } from './PersonFields'
import { Roles } from './Roles'

/** One person of the directory: data, teams, roles, invitation. */
export function PersonPage() {
  const t = useText()
  const { organization } = useMe()
  const query = usePerson(`${organization}/people/${useId('person')}`)
  const person = query.data
  return (
    <Page
      title={person?.displayName ?? t({ id: 'people.person', defaultMessage: 'Person' })}
      back={{ href: paths.people, label: t({ id: 'people.title', defaultMessage: 'People and roles' }) }}
      badge={
        person && (
          <Badge tone={person.canSignIn ? 'good' : 'neutral'}>
            {person.canSignIn
              ? t({ id: 'people.signsIn', defaultMessage: 'Signs in' })
              : t({ id: 'people.noSignIn', defaultMessage: 'Has not signed in yet' })}
          </Badge>
        )
      }
      actions={person && <PersonActions person={person} />}
    >
      <Query query={query} lines={6}>
        {(found) => (
          <>
            <PersonForm key={found.name} person={found} onReload={async () => (await query.refetch()).data} />
            <Roles key={`${found.name} ${found.etag}`} person={found} />
          </>
        )}
      </Query>
    </Page>
  )
}

function PersonActions({ person }: { person: Person }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { invite } = usePersonChanges()
  const [ending, setEnding] = useState(false)
  const [reopening, setReopening] = useState(false)
  const invited = t(
    { id: 'people.invited', defaultMessage: 'An invitation is on its way to {address}.' },
    { address: person.email },
  )
  return (
    <>
      {!person.canSignIn && (
        <Button
          icon={MailPlus}
          isPending={invite.isPending}
          isDisabled={person.email === ''}
          onPress={() =>
            invite.mutate(person.name, {
              onSuccess: () => toast(invited),
              onError: (error) => toastError(sentence(error)),
            })
          }
        >
          {t({ id: 'people.invite', defaultMessage: 'Invite to sign in' })}
        </Button>
      )}
      {person.employmentEndDay && (
        <Button icon={UserRoundCheck} onPress={() => setReopening(true)}>
          {t({ id: 'people.reopen', defaultMessage: 'Back at work' })}
        </Button>
      )}
      {reopening && <ReopenDialog person={person} onClose={() => setReopening(false)} />}
      <Button variant="quiet" icon={UserRoundX} onPress={() => setEnding(true)}>
        {t({ id: 'people.end', defaultMessage: 'End employment' })}
      </Button>
      {ending && <EndDialog person={person} onClose={() => setEnding(false)} />}
    </>
  )
}

function EndDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const { end } = usePersonChanges()
  const [day, setDay] = useState<string | null>(person.employmentEndDay || today)
  return (
    <Dialog title={t({ id: 'people.end', defaultMessage: 'End employment' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          end.mutate(
            { name: person.name, endDay: day ?? '' },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={end.error} />
        <p>
          {t({
            id: 'people.endHint',
            defaultMessage: 'Memberships end with it, and after that day the person can no longer sign in.',
          })}
        </p>
        <DatePicker
          label={t({ id: 'people.until', defaultMessage: 'Last day' })}
          value={day}
          onChange={setDay}
          min={person.employmentStartDay || undefined}
        />
        <Button type="submit" variant="danger" isPending={end.isPending} isDisabled={day === null}>
          {t({ id: 'people.end', defaultMessage: 'End employment' })}
        </Button>
      </Form>
    </Dialog>
  )
}

/** Opens an employment that ended again; the team can be changed afterwards as anybody's. */
function ReopenDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const { reopen } = usePersonChanges()
  const hasLeft = person.employmentEndDay < today
  const [day, setDay] = useState<string | null>(hasLeft ? today : null)
  return (
    <Dialog title={t({ id: 'people.reopen', defaultMessage: 'Back at work' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          reopen.mutate(
            { name: person.name, startDay: day ?? '' },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={reopen.error} />
        <p>
          {hasLeft
            ? t({
                id: 'people.reopenHint',
                defaultMessage:
                  'In the last team and position, without roles. The days in between stay days away; the team can be changed afterwards.',
              })
            : t({ id: 'people.reopenSoonHint', defaultMessage: 'As if the end had not been entered.' })}
        </p>
        {hasLeft && (
          <DatePicker
            label={t({ id: 'people.back', defaultMessage: 'First day back' })}
            value={day}
            onChange={setDay}
            max={today}
          />
        )}
        <Button type="submit" variant="primary" isPending={reopen.isPending} isDisabled={hasLeft && day === null}>
          {t({ id: 'people.reopen', defaultMessage: 'Back at work' })}
        </Button>
      </Form>
    </Dialog>
  )
}

function PersonForm({ person, onReload }: { person: Person; onReload: () => Promise<Person | undefined> }) {
  const t = useText()
  const format = useFormats()
  const { update } = usePersonChanges()
  const form = useDraft(PersonSchema, person)
  return (
    <SavedForm
      form={form}
      source={person}
      update={update}
      request={(draft) => ({ person: draft, updateMask: { paths: shownFields } })}
      reload={onReload}
      resource="person"
      shown={shownFields}
    >
      {person.employmentEndDay && (
        <Banner tone="warn">
          {t(
            { id: 'people.endsOn', defaultMessage: 'Employment ends on {day}.' },
            { day: format.day(person.employmentEndDay, 'long') },
          )}
        </Banner>
      )}
      <Card title={t({ id: 'people.person', defaultMessage: 'Person' })}>
        <PersonFields draft={form.draft} edit={form.edit} error={update.error} />
      </Card>
      <Memberships draft={form.draft} edit={form.edit} error={update.error} />
    </SavedForm>
  )
}
