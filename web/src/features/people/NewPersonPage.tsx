import { create } from '@bufbuild/protobuf'
import { useState } from 'react'
import { useDemoClock } from '@/api/demo'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { usePersonChanges } from '@/api/people'
import { useGo } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { PersonSchema } from '@/gen/hamgam/identity/v1/person_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Loading } from '@/ui/State'
import { Memberships, PersonFields, shownFields } from './PersonFields'

/** Enters a person by hand. */
export function NewPersonPage() {
  // The first day is today's, which in the demo its clock must tell first.
  return useDemoClock().isPending ? <Loading lines={6} /> : <NewPerson />
}

function NewPerson() {
  const t = useText()
  const go = useGo()
  const today = useToday()
  const { organization: parent } = useMe()
  const { create: save } = usePersonChanges()
  const [start] = useState(() => create(PersonSchema, { employmentStartDay: today }))
  const { draft, edit, dirty } = useDraft(PersonSchema, start)
  const [requestId] = useState(newRequestId)
  return (
    <Page
      title={t({ id: 'people.add', defaultMessage: 'Add a person' })}
      back={{ href: paths.people, label: t({ id: 'people.title', defaultMessage: 'People and roles' }) }}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ parent, person: draft, requestId }, { onSuccess: ({ name }) => go(paths.person(name)) })
        }}
      >
        <Problems error={save.error} resource="person" shown={shownFields} />
        <Card title={t({ id: 'people.person', defaultMessage: 'Person' })}>
          <PersonFields draft={draft} edit={edit} error={save.error} />
        </Card>
        <Memberships draft={draft} edit={edit} error={save.error} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t(words.save)}
          </Button>
          <ButtonLink variant="quiet" href={paths.people}>
            {t(words.cancel)}
          </ButtonLink>
        </FormActions>
      </Form>
      <Unsaved when={dirty && !save.isSuccess} />
    </Page>
  )
}
