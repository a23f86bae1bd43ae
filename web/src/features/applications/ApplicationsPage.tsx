import { LayoutGrid, Plus } from 'lucide-react'
import { useState } from 'react'
import { useApplicationChanges } from '@/api/applications'
import { paths } from '@/api/paths'
import { useApplications } from '@/api/telemetry'
import { AddDialog } from '@/fields/AddDialog'
import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { words } from '@/fields/words'
import type { LocalizedText } from '@/gen/hamgam/localization/v1/localization_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, CardLink, Grid } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Applications.module.css'

/** The software whose use is tracked. */
export function ApplicationsPage() {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const query = useApplications()
  const [adding, setAdding] = useState(false)
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'applications.add', defaultMessage: 'Add an application' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'applications.title', defaultMessage: 'Applications' })}
      lead={t({ id: 'applications.lead', defaultMessage: 'The software whose adoption you follow, a CRM above all.' })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
      actions={query.data && query.data.length > 0 && add}
    >
      <Query query={query}>
        {(applications) =>
          applications.length === 0 ? (
            <Card>
              <EmptyState
                icon={LayoutGrid}
                title={t({ id: 'applications.none', defaultMessage: 'Nothing is tracked yet' })}
                actions={add}
              >
                {t({
                  id: 'applications.noneHint',
                  defaultMessage:
                    'Enter the software that people shall use. Its features can come by themselves with an import.',
                })}
              </EmptyState>
            </Card>
          ) : (
            <Grid least="20rem">
              {applications.map((application) => (
                <CardLink key={application.name} href={paths.application(application.name)}>
                  <span className={styles.entry}>
                    <span className={styles.icon}>
                      <LayoutGrid size={20} aria-hidden />
                    </span>
                    <span>
                      <strong dir="auto">{read(application.title)}</strong>
                      <span className={styles.sub}>
                        {application.lastEventTime
                          ? t(
                              { id: 'applications.lastEvent', defaultMessage: 'Last usage {time}' },
                              { time: format.instant(application.lastEventTime) },
                            )
                          : t({ id: 'applications.noEvent', defaultMessage: 'No usage of the last 35 days' })}
                      </span>
                    </span>
                    {!application.lastEventTime && (
                      <Badge tone="warn">{t({ id: 'applications.silent', defaultMessage: 'Silent' })}</Badge>
                    )}
                  </span>
                </CardLink>
              ))}
            </Grid>
          )
        }
      </Query>
      {adding && <AddApplication onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AddApplication({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { createApplication } = useApplicationChanges()
  const [title, setTitle] = useState<LocalizedText>()
  return (
    <AddDialog
      title={t({ id: 'applications.add', defaultMessage: 'Add an application' })}
      save={createApplication}
      request={(requestId) => ({ parent, application: { title }, requestId })}
      page={paths.application}
      resource="application"
      shown={['title']}
      wide={false}
      onClose={onClose}
    >
      <LocalizedField
        label={t(words.title)}
        value={title}
        onChange={setTitle}
        error={brokenRules(createApplication.error, 'application').at('title')}
      />
    </AddDialog>
  )
}
