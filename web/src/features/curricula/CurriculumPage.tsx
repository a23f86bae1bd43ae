import { Archive, Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useCurriculum, useCurriculumChanges } from '@/api/curricula'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useGo, useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { type Curriculum, CurriculumSchema, CurriculumState } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { CurriculumFields, shownFields } from './CurriculumFields'

/** One curriculum. */
export function CurriculumPage() {
  const t = useText()
  const read = useLocalized()
  const { organization } = useMe()
  const query = useCurriculum(`${organization}/curricula/${useId('curriculum')}`)
  const [asking, setAsking] = useState(false)
  const curriculum = query.data
  const archived = curriculum?.state === CurriculumState.ARCHIVED
  return (
    <Page
      title={read(curriculum?.title) || t({ id: 'curricula.one', defaultMessage: 'Curriculum' })}
      back={{ href: paths.curricula, label: t({ id: 'curricula.title', defaultMessage: 'Curricula' }) }}
      badge={archived && <Badge>{t({ id: 'curricula.archived', defaultMessage: 'Archived' })}</Badge>}
      actions={
        curriculum &&
        !archived && (
          <>
            <ButtonLink icon={Megaphone} href={`${paths.newAssignment}?target=${encodeURIComponent(curriculum.name)}`}>
              {t({ id: 'curricula.assign', defaultMessage: 'Assign' })}
            </ButtonLink>
            <Button variant="quiet" icon={Archive} onPress={() => setAsking(true)}>
              {t({ id: 'curricula.archive', defaultMessage: 'Archive' })}
            </Button>
          </>
        )
      }
    >
      <Query query={query}>{(found) => <Editor key={found.name} curriculum={found} />}</Query>
      {asking && curriculum && <ArchiveDialog curriculum={curriculum} onClose={() => setAsking(false)} />}
    </Page>
  )
}

function Editor({ curriculum }: { curriculum: Curriculum }) {
  const { update, reload } = useCurriculumChanges()
  const form = useDraft(CurriculumSchema, curriculum)
  const archived = curriculum.state === CurriculumState.ARCHIVED
  return (
    <Card>
      <SavedForm
        form={form}
        source={curriculum}
        update={update}
        request={(draft) => ({ curriculum: draft, updateMask: { paths: shownFields } })}
        reload={() => reload(curriculum.name)}
        resource="curriculum"
        shown={shownFields}
        mayEdit={!archived}
      >
        <InLanguages>
          <LanguageSwitch />
          <CurriculumFields draft={form.draft} edit={form.edit} error={update.error} />
        </InLanguages>
      </SavedForm>
    </Card>
  )
}

function ArchiveDialog({ curriculum, onClose }: { curriculum: Curriculum; onClose: () => void }) {
  const t = useText()
  const go = useGo()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const { archive } = useCurriculumChanges()
  return (
    <ConfirmDialog
      title={t(
        { id: 'curricula.archiveTitle', defaultMessage: 'Archive “{title}”?' },
        { title: read(curriculum.title) },
      )}
      isOpen
      danger
      onClose={onClose}
      isPending={archive.isPending}
      confirmLabel={t({ id: 'curricula.archive', defaultMessage: 'Archive' })}
      onConfirm={() =>
        archive.mutate(curriculum.name, {
          onSuccess: () => go(paths.curricula),
          onError: (error) => toastError(sentence(error)),
        })
      }
    >
      <p>
        {t({
          id: 'curricula.archiveHint',
          defaultMessage: 'Its assignments enrol nobody any more; whoever is enrolled may finish.',
        })}
      </p>
    </ConfirmDialog>
  )
}
