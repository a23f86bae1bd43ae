import { Archive, Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useCurriculum, useCurriculumChanges } from '@/api/curricula'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useGo, useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Curriculum, CurriculumSchema, CurriculumState } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
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
  const t = useText()
  const { update, reload } = useCurriculumChanges()
  const { draft, edit, dirty, reset } = useDraft(CurriculumSchema, curriculum)
  const archived = curriculum.state === CurriculumState.ARCHIVED
  const save = (etag: string) =>
    update.mutate(
      { curriculum: { ...draft, etag }, updateMask: { paths: shownFields } },
      {
        onSuccess: (saved) => {
          reset(saved)
          toast(t(words.saved))
        },
      },
    )
  return (
    <Card>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save(draft.etag)
        }}
      >
        {isConflict(update.error) ? (
          <Conflict
            isPending={update.isPending}
            onTheirs={() =>
              void reload(curriculum.name).then((now) => {
                reset(now)
                update.reset()
              })
            }
            onMine={() => void reload(curriculum.name).then((now) => save(now.etag))}
          />
        ) : (
          <Problems error={update.error} resource="curriculum" shown={shownFields} />
        )}
        <InLanguages>
          <LanguageSwitch />
          <CurriculumFields draft={draft} edit={edit} error={update.error} />
        </InLanguages>
        {!archived && (
          <FormActions>
            <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
              {t(words.save)}
            </Button>
            {dirty && (
              <Button variant="quiet" onPress={() => reset(curriculum)}>
                {t(words.discard)}
              </Button>
            )}
          </FormActions>
        )}
      </Form>
      <Unsaved when={dirty && !archived} />
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
