import { create } from '@bufbuild/protobuf'
import { getLocalTimeZone } from '@internationalized/date'
import { useState } from 'react'
import { useCommittee } from '@/api/committees'
import { useMeetingChanges } from '@/api/meetings'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { useGo, useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { MeetingSchema } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { MeetingFields, shownFields } from './MeetingFields'

/** Schedules a meeting of a committee. */
export function NewMeetingPage() {
  const t = useText()
  const go = useGo()
  const read = useLocalized()
  const { organization: parent } = useMe()
  const committee = `${parent}/committees/${useId('committee')}`
  const { data } = useCommittee(committee)
  const { create: save } = useMeetingChanges()
  const [start] = useState(() =>
    create(MeetingSchema, { committee, durationMinutes: 60, timeZone: getLocalTimeZone() }),
  )
  const { draft, edit, dirty } = useDraft(MeetingSchema, start)
  const [names, setNames] = useState<Record<string, string>>({})
  const [requestId] = useState(newRequestId)
  return (
    <Page
      title={t({ id: 'meetings.new', defaultMessage: 'Schedule a meeting' })}
      lead={t({
        id: 'meetings.newLead',
        defaultMessage: 'All members are invited, with an entry for their calendar that follows every change.',
      })}
      back={{
        href: paths.committee(committee),
        label: read(data?.title) || t({ id: 'meetings.committee', defaultMessage: 'Committee' }),
      }}
    >
      <Card>
        <Form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({ parent, meeting: draft, requestId }, { onSuccess: ({ name }) => go(paths.meeting(name)) })
          }}
        >
          <Problems error={save.error} resource="meeting" shown={shownFields} />
          <InLanguages>
            <LanguageSwitch />
            <MeetingFields draft={draft} edit={edit} names={names} onNames={setNames} error={save.error} />
          </InLanguages>
          <FormActions>
            <Button type="submit" variant="primary" isPending={save.isPending}>
              {t({ id: 'meetings.invite', defaultMessage: 'Schedule and invite' })}
            </Button>
            <ButtonLink variant="quiet" href={paths.committee(committee)}>
              {t(words.cancel)}
            </ButtonLink>
          </FormActions>
          <Unsaved when={dirty && !save.isPending && !save.isSuccess} />
        </Form>
      </Card>
    </Page>
  )
}
