import { create } from '@bufbuild/protobuf'
import { Archive, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useValueChanges, useValues } from '@/api/recognition'
import { AskFirst } from '@/fields/AskFirst'
import { brokenRules } from '@/fields/broken'
import { EditDialog } from '@/fields/EditDialog'
import { LocalizedField } from '@/fields/Localized'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Value, ValueSchema } from '@/gen/hamgam/incentives/v1/recognition_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow, Quiet } from '@/ui/List'
import { Query } from '@/ui/Query'
import styles from './Recognition.module.css'

/** What the organization stands for, for HR to edit. */
export function ValuesCard() {
  const t = useText()
  const read = useLocalized()
  const query = useValues()
  const { archive } = useValueChanges()
  const [editing, setEditing] = useState<Value>()
  const [leaving, setLeaving] = useState<Value>()
  const archiving = t({ id: 'recognition.archive', defaultMessage: 'Offer no longer' })
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
            <List>
              {values.map((value) => (
                <ListRow
                  key={value.name}
                  actions={
                    <>
                      <IconButton size="small" icon={Pencil} label={t(words.edit)} onPress={() => setEditing(value)} />
                      <IconButton size="small" icon={Archive} label={archiving} onPress={() => setLeaving(value)} />
                    </>
                  }
                >
                  <strong>
                    <bdi>{read(value.title)}</bdi>
                  </strong>
                  <Quiet>
                    <bdi>{read(value.description)}</bdi>
                  </Quiet>
                </ListRow>
              ))}
            </List>
          )
        }
      </Query>
      {editing && <ValueDialog source={editing} onClose={() => setEditing(undefined)} />}
      <AskFirst
        name={leaving?.name}
        change={archive}
        title={t({ id: 'recognition.archiveTitle', defaultMessage: 'Offer this value no longer?' })}
        action={archiving}
        onClose={() => setLeaving(undefined)}
      >
        {t({ id: 'recognition.archiveHint', defaultMessage: 'Thanks that were given with it keep it.' })}
      </AskFirst>
    </Card>
  )
}

function ValueDialog({ source, onClose }: { source: Value; onClose: () => void }) {
  const t = useText()
  const values = useValues()
  const { save } = useValueChanges()
  const form = useDraft(ValueSchema, source)
  const { draft, edit } = form
  const broken = brokenRules(save.error, 'value')
  return (
    <EditDialog
      title={
        source.name
          ? t({ id: 'recognition.editValue', defaultMessage: 'Change a value' })
          : t({ id: 'recognition.addValue', defaultMessage: 'Add a value' })
      }
      form={form}
      save={save}
      request={(value, requestId) => ({ value, requestId })}
      reload={async () => (await values.refetch()).data?.find(({ name }) => name === source.name)}
      resource="value"
      shown={['title', 'description']}
      onClose={onClose}
    >
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
    </EditDialog>
  )
}
