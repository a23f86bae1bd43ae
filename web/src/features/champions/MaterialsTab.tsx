import { create } from '@bufbuild/protobuf'
import { Pencil, Plus, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMaterialChanges, useMaterials } from '@/api/championHome'
import { AskFirst } from '@/fields/AskFirst'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { words } from '@/fields/words'
import { type Material, MaterialSchema } from '@/gen/hamgam/champions/v1/material_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useBarrierText } from '@/parts/barriers'
import { Badge } from '@/ui/Badge'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow } from '@/ui/List'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Champions.module.css'
import { MaterialDialog } from './MaterialDialog'

/** What champions pass on, for HR and trainers to write. */
export function MaterialsTab() {
  const t = useText()
  const query = useMaterials()
  const { remove } = useMaterialChanges()
  const [editing, setEditing] = useState<Material>()
  const [leaving, setLeaving] = useState<Material>()
  const add = (
    <Button icon={Plus} onPress={() => setEditing(create(MaterialSchema))}>
      {t({ id: 'champions.addMaterial', defaultMessage: 'Add material' })}
    </Button>
  )
  return (
    <Card
      title={t({ id: 'champions.material', defaultMessage: 'Ready to pass on' })}
      subtitle={t({
        id: 'champions.materialHint',
        defaultMessage: 'Champions find it on their home and pass it on as it is.',
      })}
      actions={add}
    >
      <Query query={query} lines={3}>
        {(materials) =>
          materials.length === 0 ? (
            <EmptyState icon={Share2} title={t({ id: 'champions.noMaterial', defaultMessage: 'Nothing here yet.' })} />
          ) : (
            <List>
              {materials.map((material) => (
                <Row
                  key={material.name}
                  material={material}
                  onEdit={() => setEditing(material)}
                  onDelete={() => setLeaving(material)}
                />
              ))}
            </List>
          )
        }
      </Query>
      {editing && <MaterialDialog source={editing} onClose={() => setEditing(undefined)} />}
      <AskFirst
        name={leaving?.name}
        change={remove}
        title={t({ id: 'champions.deleteMaterial', defaultMessage: 'Delete this material?' })}
        action={t({ id: 'champions.delete', defaultMessage: 'Delete' })}
        danger
        onClose={() => setLeaving(undefined)}
      >
        {t({ id: 'champions.deleteMaterialHint', defaultMessage: 'What was passed on already stays where it is.' })}
      </AskFirst>
    </Card>
  )
}

function Row({ material, onEdit, onDelete }: { material: Material; onEdit: () => void; onDelete: () => void }) {
  const t = useText()
  const read = useLocalized()
  const barrier = useBarrierText()
  const application = labelOf(useApplicationOptions(), material.application)
  return (
    <ListRow
      actions={
        <>
          <IconButton size="small" icon={Pencil} label={t(words.edit)} onPress={onEdit} />
          <IconButton
            size="small"
            icon={Trash2}
            label={t({ id: 'champions.delete', defaultMessage: 'Delete' })}
            onPress={onDelete}
          />
        </>
      }
    >
      <strong dir="auto">{read(material.title)}</strong>
      {material.message && (
        <span className={styles.text} dir="auto">
          {read(material.message)}
        </span>
      )}
      <span className={styles.buttons}>
        {material.article && (
          <Badge tone="info">{t({ id: 'champions.withArticle', defaultMessage: 'With an article' })}</Badge>
        )}
        {material.course && (
          <Badge tone="info">{t({ id: 'champions.withCourse', defaultMessage: 'With a course' })}</Badge>
        )}
        {application && (
          <Badge>
            <bdi>{application}</bdi>
          </Badge>
        )}
        {material.barriers.map((each) => (
          <Badge key={each} tone="brand">
            {barrier.name(each)}
          </Badge>
        ))}
        {material.supplied && (
          <Badge tone="plum">{t({ id: 'champions.supplied', defaultMessage: 'Comes with Hamgam' })}</Badge>
        )}
      </span>
    </ListRow>
  )
}
