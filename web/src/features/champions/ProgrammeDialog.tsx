import { useProgrammeChanges, useProgrammes } from '@/api/champions'
import { useCurricula } from '@/api/curricula'
import { brokenRules } from '@/fields/broken'
import { EditDialog } from '@/fields/EditDialog'
import { LocalizedField } from '@/fields/Localized'
import { useApplicationOptions } from '@/fields/options'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Programme, ProgrammeSchema } from '@/gen/hamgam/champions/v1/programme_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { NumberField } from '@/ui/Field'
import { Select } from '@/ui/Select'

/** What champions are looked for: a new programme, or one that is changed. */
export function ProgrammeDialog({ source, onClose }: { source: Programme; onClose: () => void }) {
  const t = useText()
  const read = useLocalized()
  const programmes = useProgrammes()
  const { save } = useProgrammeChanges()
  const applications = useApplicationOptions()
  const curricula = useCurricula().data ?? []
  const form = useDraft(ProgrammeSchema, source)
  const { draft, edit } = form
  const broken = brokenRules(save.error, 'programme')
  const none = { id: 'none', label: t(words.none) }
  return (
    <EditDialog
      title={
        source.name
          ? t({ id: 'champions.editProgramme', defaultMessage: 'Change a programme' })
          : t({ id: 'champions.addProgramme', defaultMessage: 'Add a programme' })
      }
      form={form}
      save={save}
      request={(programme, requestId) => ({ programme, requestId })}
      reload={async () => (await programmes.refetch()).data?.find(({ name }) => name === source.name)}
      resource="programme"
      shown={['title', 'description', 'application', 'curriculum', 'term_days']}
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
        label={t({ id: 'champions.does', defaultMessage: 'What a champion does in it' })}
        value={draft.description}
        onChange={(description) =>
          edit((next) => {
            next.description = description
          })
        }
        multiline
        rows={4}
        optional
        error={broken.at('description')}
      />
      <Select
        label={t(words.application)}
        options={[none, ...applications]}
        value={draft.application || 'none'}
        onChange={(id) =>
          edit((next) => {
            next.application = id === 'none' ? '' : id
          })
        }
        error={broken.at('application')}
      />
      <Select
        label={t({ id: 'champions.learnsFirst', defaultMessage: 'What a champion learns first' })}
        options={[none, ...curricula.map(({ name, title }) => ({ id: name, label: read(title) }))]}
        value={draft.curriculum || 'none'}
        onChange={(id) =>
          edit((next) => {
            next.curriculum = id === 'none' ? '' : id
          })
        }
        error={broken.at('curriculum')}
      />
      <NumberField
        label={t({ id: 'champions.termDays', defaultMessage: 'Days that a term lasts' })}
        value={draft.termDays || 365}
        minValue={30}
        maxValue={1095}
        onChange={(days) =>
          edit((next) => {
            next.termDays = days || 365
          })
        }
        error={broken.at('term_days')}
      />
    </EditDialog>
  )
}
