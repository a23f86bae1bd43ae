import { Archive, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useApplication, useApplicationChanges, useUnknowns } from '@/api/applications'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { brokenRules } from '@/fields/broken'
import { useGo, useId } from '@/fields/go'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Application } from '@/gen/hamgam/telemetry/v1/application_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Tabs } from '@/ui/Tabs'
import { toast, toastError } from '@/ui/Toast'
import { ApiKeys } from './ApiKeys'
import { CoreTasks } from './CoreTasks'
import { Features } from './Features'
import { Unknowns } from './Unknowns'

/** One application: its features, whose core tasks they are, its keys, and what it names that nobody knows. */
export function ApplicationPage() {
  const t = useText()
  const { organization, has } = useMe()
  const name = `${organization}/applications/${useId('application')}`
  const read = useLocalized()
  const format = useFormats()
  const query = useApplication(name)
  const unknowns = useUnknowns(name)
  const application = query.data
  const [asking, setAsking] = useState<'rename' | 'away'>()
  const unknownCount = unknowns.data ? Number(unknowns.data.peopleCount + unknowns.data.featureCount) : undefined
  return (
    <Page
      title={application ? read(application.title) : t({ id: 'applications.one', defaultMessage: 'Application' })}
      lead={
        application &&
        (application.lastEventTime
          ? t(
              { id: 'applications.lastEvent', defaultMessage: 'Last usage {time}' },
              { time: format.instant(application.lastEventTime) },
            )
          : t({ id: 'applications.noEvent', defaultMessage: 'No usage of the last 35 days' }))
      }
      back={{ href: paths.applications, label: t({ id: 'applications.title', defaultMessage: 'Applications' }) }}
      actions={
        application && (
          <>
            <Button icon={Pencil} onPress={() => setAsking('rename')}>
              {t({ id: 'applications.rename', defaultMessage: 'Rename' })}
            </Button>
            <Button variant="quiet" icon={Archive} onPress={() => setAsking('away')}>
              {t({ id: 'applications.putAway', defaultMessage: 'Put away' })}
            </Button>
          </>
        )
      }
    >
      <Query query={query}>
        {(found) => (
          <Tabs
            label={read(found.title)}
            tabs={[
              {
                id: 'features',
                label: t({ id: 'applications.features', defaultMessage: 'Features' }),
                content: <Features application={name} />,
              },
              {
                id: 'coreTasks',
                label: t({ id: 'applications.coreTasks', defaultMessage: 'Core tasks' }),
                content: <CoreTasks application={name} />,
              },
              {
                id: 'unknowns',
                label: t({ id: 'applications.unknowns', defaultMessage: 'Unknown' }),
                count: unknownCount,
                content: <Unknowns application={name} query={unknowns} />,
              },
              ...(has(Role.ADMIN)
                ? [
                    {
                      id: 'keys',
                      label: t({ id: 'applications.keys', defaultMessage: 'API keys' }),
                      content: <ApiKeys application={name} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Query>
      {application && asking === 'rename' && (
        <RenameDialog application={application} onClose={() => setAsking(undefined)} />
      )}
      {application && asking === 'away' && (
        <AwayDialog application={application} onClose={() => setAsking(undefined)} />
      )}
    </Page>
  )
}

function RenameDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const t = useText()
  const { updateApplication } = useApplicationChanges()
  const [title, setTitle] = useState(application.title)
  return (
    <Dialog title={t({ id: 'applications.rename', defaultMessage: 'Rename' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          updateApplication.mutate(
            {
              application: { name: application.name, title, etag: application.etag },
              updateMask: { paths: ['title'] },
            },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={updateApplication.error} resource="application" shown={['title']} />
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t(words.title)}
            value={title}
            onChange={setTitle}
            error={brokenRules(updateApplication.error, 'application').at('title')}
          />
        </InLanguages>
        <Button type="submit" variant="primary" isPending={updateApplication.isPending}>
          {t(words.save)}
        </Button>
      </Form>
    </Dialog>
  )
}

function AwayDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const t = useText()
  const go = useGo()
  const sentence = useErrorSentence()
  const read = useLocalized()
  const { deleteApplication } = useApplicationChanges()
  return (
    <ConfirmDialog
      title={t({ id: 'applications.awayTitle', defaultMessage: 'Put {name} away?' }, { name: read(application.title) })}
      isOpen
      danger
      onClose={onClose}
      isPending={deleteApplication.isPending}
      confirmLabel={t({ id: 'applications.putAway', defaultMessage: 'Put away' })}
      onConfirm={() =>
        deleteApplication.mutate(application.name, {
          onSuccess: () => go(paths.applications),
          onError: (error) => toastError(sentence(error)),
        })
      }
    >
      <p>
        {t({
          id: 'applications.awayHint',
          defaultMessage: 'It leaves the lists and its keys stop working at once. Its history stays.',
        })}
      </p>
    </ConfirmDialog>
  )
}
