import { create } from '@bufbuild/protobuf'
import { Archive, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { useValueChanges, useValues } from '@/api/recognition'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Problems } from '@/fields/Problems'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Value, ValueSchema } from '@/gen/hamgam/incentives/v1/recognition_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
import styles from './Recognition.module.css'

/** What the organization stands for, for HR to edit. */
export function ValuesCard() {
  const t = useText()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const query = useValues()
  const { archive } = useValueChanges()
  const [editing, setEditing] = useState<Value>()
  const [leaving, setLeaving] = useState<Value>()
  return (
    <Card
      title={t({ id: 'recognition.values', defaultMessage: 'What thanks are linked to' })}
      actions={
        <Button size="small" icon={Plus} onPress={() => setEditing(create(ValueSchema))}>
          {t({ id: 'recognition.addValue', defaultMessage: 'Add a value' })}
        </Button>
      }
    >
      <Query query={query} lines={2}>
        {(values) =>
          values.length === 0 ? (
            <p className={styles.quiet}>
              {t({
                id: 'recognition.valuesHint',
                defaultMessage: 'Enter two to five things that your organization stands for.',
              })}
            </p>
          ) : (
            <ul className={styles.values}>
              {values.map((value) => (
                <li key={value.name}>
                  <span>
                    <strong>
                      <bdi>{read(value.title)}</bdi>
                    </strong>{' '}
                    <span className={styles.quiet} dir="auto">
                      {read(value.description)}
                    </span>
                  </span>
                  <span>
                    <IconButton size="small" icon={Pencil} label={t(words.edit)} onPress={() => setEditing(value)} />
                    <IconButton
                      size="small"
                      icon={Archive}
                      label={t({ id: 'recognition.archive', defaultMessage: 'Offer no longer' })}
                      onPress={() => setLeaving(value)}
                    />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Query>
      {editing && <ValueDialog source={editing} onClose={() => setEditing(undefined)} />}
      <ConfirmDialog
        title={t({ id: 'recognition.archiveTitle', defaultMessage: 'Offer this value no longer?' })}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        confirmLabel={t({ id: 'recognition.archive', defaultMessage: 'Offer no longer' })}
        isPending={archive.isPending}
        onConfirm={() =>
          leaving &&
          archive.mutate(leaving.name, {
            onSuccess: () => setLeaving(undefined),
            onError: (error) => toastError(sentence(error)),
          })
        }
      >
        <p>{t({ id: 'recognition.archiveHint', defaultMessage: 'Thanks that were given with it keep it.' })}</p>
      </ConfirmDialog>
    </Card>
  )
}

function ValueDialog({ source, onClose }: { source: Value; onClose: () => void }) {
  const t = useText()
  const { save } = useValueChanges()
  const { draft, edit } = useDraft(ValueSchema, source)
  const [requestId] = useState(newRequestId)
  const broken = brokenRules(save.error, 'value')
  return (
    <Dialog
      title={
        source.name
          ? t({ id: 'recognition.editValue', defaultMessage: 'Change a value' })
          : t({ id: 'recognition.addValue', defaultMessage: 'Add a value' })
      }
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(
            { value: draft, requestId },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={save.error} resource="value" shown={['title', 'description']} />
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t(words.title)}
            value={draft.title}
            onChange={(title) =>
              edit((next) => {
                next.title = title
              })
            }
            error={broken.at('title')}
          />
          <LocalizedField
            label={t({ id: 'recognition.meaning', defaultMessage: 'What it means' })}
            value={draft.description}
            onChange={(description) =>
              edit((next) => {
                next.description = description
              })
            }
            multiline
            rows={3}
            optional
            error={broken.at('description')}
          />
        </InLanguages>
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
