import { Pencil, Plus, Puzzle } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useApplicationChanges, useFeatures } from '@/api/applications'
import { newRequestId } from '@/api/names'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { Feature } from '@/gen/hamgam/telemetry/v1/application_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, SearchField, TextField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { toast } from '@/ui/Toast'
import styles from './Applications.module.css'

/** The parts of an application, as events name them. */
export function Features({ application }: { application: string }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const query = useFeatures(application)
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<Feature | 'new'>()
  const shown = useMemo(() => {
    const words = wanted.trim().toLocaleLowerCase()
    return (query.data ?? []).filter((feature) =>
      `${feature.code} ${read(feature.title)}`.toLocaleLowerCase().includes(words),
    )
  }, [query.data, wanted, read])
  return (
    <Query query={query}>
      {(features) => (
        <>
          <div className={styles.bar}>
            {features.length > 8 && (
              <SearchField
                label={t({ id: 'applications.findFeature', defaultMessage: 'Find a feature' })}
                value={wanted}
                onChange={setWanted}
              />
            )}
            <Button icon={Plus} onPress={() => setOpen('new')}>
              {t({ id: 'applications.addFeature', defaultMessage: 'Add a feature' })}
            </Button>
          </div>
          <Card flush>
            {features.length === 0 ? (
              <EmptyState icon={Puzzle} title={t({ id: 'applications.noFeature', defaultMessage: 'No feature yet' })}>
                {t({
                  id: 'applications.noFeatureHint',
                  defaultMessage:
                    'Features are what people do: save a contact, write an offer. An import can enter them by itself.',
                })}
              </EmptyState>
            ) : (
              <Table
                label={t({ id: 'applications.features', defaultMessage: 'Features' })}
                rows={shown}
                rowId={({ name }) => name}
                columns={[
                  {
                    id: 'title',
                    name: t(words.title),
                    cell: (row) => <CellText main={read(row.title) || row.code} />,
                    sortBy: (row) => read(row.title) || row.code,
                  },
                  {
                    id: 'code',
                    name: t({ id: 'applications.code', defaultMessage: 'Code in events' }),
                    cell: (row) => <code className={styles.code}>{row.code}</code>,
                    sortBy: (row) => row.code,
                  },
                  {
                    id: 'since',
                    name: t({ id: 'applications.since', defaultMessage: 'Entered' }),
                    wideOnly: true,
                    cell: (row) => format.dayOf(row.createTime),
                  },
                  {
                    id: 'edit',
                    name: '',
                    numeric: true,
                    cell: (row) => (
                      <IconButton
                        size="small"
                        icon={Pencil}
                        label={`${t(words.edit)}: ${row.code}`}
                        onPress={() => setOpen(row)}
                      />
                    ),
                  },
                ]}
              />
            )}
          </Card>
          {open && (
            <FeatureDialog
              application={application}
              feature={open === 'new' ? undefined : open}
              onClose={() => setOpen(undefined)}
            />
          )}
        </>
      )}
    </Query>
  )
}

/** Enters a feature, or renames one. `code` begins with what an event named. */
export function FeatureDialog({
  application,
  feature,
  code: given = '',
  onClose,
}: {
  application: string
  feature?: Feature
  code?: string
  onClose: () => void
}) {
  const t = useText()
  const { createFeature, updateFeature } = useApplicationChanges()
  const [code, setCode] = useState(feature?.code ?? given)
  const [title, setTitle] = useState(feature?.title)
  const [requestId] = useState(newRequestId)
  const save = feature ? updateFeature : createFeature
  const broken = brokenRules(save.error, 'feature')
  const onSuccess = () => {
    toast(t(words.saved))
    onClose()
  }
  return (
    <Dialog
      title={feature ? feature.code : t({ id: 'applications.addFeature', defaultMessage: 'Add a feature' })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          if (feature)
            updateFeature.mutate(
              { feature: { name: feature.name, title }, updateMask: { paths: ['title'] } },
              { onSuccess },
            )
          else createFeature.mutate({ parent: application, feature: { code, title }, requestId }, { onSuccess })
        }}
      >
        <Problems error={save.error} resource="feature" shown={['code', 'title']} />
        {!feature && (
          <TextField
            label={t({ id: 'applications.code', defaultMessage: 'Code in events' })}
            hint={t({
              id: 'applications.codeHint',
              defaultMessage: 'As the application writes it. It cannot be changed later.',
            })}
            value={code}
            onChange={setCode}
            error={broken.at('code')}
            mono
          />
        )}
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t(words.title)}
            value={title}
            onChange={setTitle}
            error={broken.at('title')}
            optional
          />
        </InLanguages>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t(words.save)}
        </Button>
      </Form>
    </Dialog>
  )
}
