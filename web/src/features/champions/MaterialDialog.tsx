import { useState } from 'react'
import { useMaterialChanges, useMaterials } from '@/api/championHome'
import { brokenRules } from '@/fields/broken'
import { EditDialog } from '@/fields/EditDialog'
import { LocalizedField } from '@/fields/Localized'
import { Many } from '@/fields/Many'
import { useArticleOptions, useCourseOptions } from '@/fields/options'
import { ApplicationField } from '@/fields/ScopeFields'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Material, MaterialSchema } from '@/gen/hamgam/champions/v1/material_pb'
import { useText } from '@/i18n/text'
import { barriers, useBarrierText } from '@/parts/barriers'
import { Segmented } from '@/ui/Segmented'
import { ComboBox } from '@/ui/Select'
import styles from './Champions.module.css'

type Target = 'none' | 'article' | 'course'

/** Something that champions can pass on: a message, an article or a course. */
export function MaterialDialog({ source, onClose }: { source: Material; onClose: () => void }) {
  const t = useText()
  const barrier = useBarrierText()
  const materials = useMaterials()
  const articles = useArticleOptions()
  const courses = useCourseOptions()
  const { save } = useMaterialChanges()
  const form = useDraft(MaterialSchema, source)
  const { draft, edit } = form
  const [target, setTarget] = useState<Target>(source.article ? 'article' : source.course ? 'course' : 'none')
  const broken = brokenRules(save.error, 'material')
  return (
    <EditDialog
      title={
        source.name
          ? t({ id: 'champions.editMaterial', defaultMessage: 'Change material' })
          : t({ id: 'champions.addMaterial', defaultMessage: 'Add material' })
      }
      form={form}
      save={save}
      request={(material, requestId) => ({ material, requestId })}
      reload={async () => (await materials.refetch()).data?.find(({ name }) => name === source.name)}
      resource="material"
      shown={['title', 'message', 'article', 'course', 'application', 'barriers']}
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
        label={t({ id: 'champions.message', defaultMessage: 'Message to copy' })}
        hint={t({ id: 'champions.messageHint', defaultMessage: 'As it is sent, without a greeting by name.' })}
        value={draft.message}
        onChange={(message) =>
          edit((next) => {
            next.message = message
          })
        }
        multiline
        rows={5}
        optional={target !== 'none'}
        error={broken.at('message')}
      />
      <div className={styles.choice}>
        <span aria-hidden>{t({ id: 'champions.leadsTo', defaultMessage: 'Leads to' })}</span>
        <Segmented<Target>
          label={t({ id: 'champions.leadsTo', defaultMessage: 'Leads to' })}
          value={target}
          onChange={(next) => {
            setTarget(next)
            edit((material) => {
              material.article = ''
              material.course = ''
            })
          }}
          options={[
            { value: 'none', label: t({ id: 'champions.toNothing', defaultMessage: 'The message alone' }) },
            { value: 'article', label: t({ id: 'champions.toArticle', defaultMessage: 'An article' }) },
            { value: 'course', label: t(words.course) },
          ]}
        />
      </div>
      {target === 'article' && (
        <ComboBox
          label={t({ id: 'champions.toArticle', defaultMessage: 'An article' })}
          options={articles}
          value={draft.article || null}
          onChange={(article) =>
            edit((next) => {
              next.article = article ?? ''
            })
          }
          error={broken.at('article')}
        />
      )}
      {target === 'course' && (
        <ComboBox
          label={t(words.course)}
          options={courses}
          value={draft.course || null}
          onChange={(course) =>
            edit((next) => {
              next.course = course ?? ''
            })
          }
          error={broken.at('course')}
        />
      )}
      <ApplicationField
        value={draft.application}
        onChange={(application) =>
          edit((next) => {
            next.application = application
          })
        }
        error={broken.at('application')}
      />
      <Many
        label={t({ id: 'champions.helpsWith', defaultMessage: 'Helps with' })}
        hint={t({ id: 'champions.helpsWithHint', defaultMessage: 'Empty: with any cause.' })}
        options={barriers.map((each) => ({ id: String(each), label: barrier.name(each) }))}
        values={draft.barriers.map(String)}
        onChange={(chosen) =>
          edit((next) => {
            next.barriers = chosen.map(Number)
          })
        }
        optional
        error={broken.at('barriers')}
      />
    </EditDialog>
  )
}
