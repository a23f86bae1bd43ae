import { Archive, Ellipsis, Save, Send } from 'lucide-react'
import { useState } from 'react'
import { useCourse, useCourseChanges } from '@/api/courses'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useGo, useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Course, CourseSchema, CourseState } from '@/gen/hamgam/training/v1/course_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button, IconButton } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/Dialog'
import { Menu, MenuItem } from '@/ui/Menu'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Loading } from '@/ui/State'
import { Tabs } from '@/ui/Tabs'
import { toast, toastError } from '@/ui/Toast'
import { AboutCourse } from './AboutCourse'
import { Articles } from './Articles'
import { Modules } from './Modules'
import { PublishDialog } from './PublishDialog'
import { Ratings } from './Ratings'
import { useCourseState } from './states'
import { Versions } from './Versions'

const saved = ['title', 'summary', 'application', 'feature', 'modules', 'certificate']

/** One course: written, checked, published, and what learners think of it. */
export function CoursePage() {
  const t = useText()
  const { organization } = useMe()
  const query = useCourse(`${organization}/courses/${useId('course')}`)
  // What is on the screen stays; a newer version comes only when the writer asks for it.
  if (query.data) return <Editor key={query.data.name} course={query.data} />
  return (
    <Page
      title={t(words.course)}
      back={{ href: paths.courses, label: t({ id: 'courses.title', defaultMessage: 'Courses' }) }}
    >
      <Query query={query}>{() => <Loading />}</Query>
    </Page>
  )
}

function Editor({ course }: { course: Course }) {
  const t = useText()
  const read = useLocalized()
  const look = useCourseState()(course)
  const { update, reload } = useCourseChanges()
  const { draft, edit, dirty, reset } = useDraft(CourseSchema, course)
  const [asking, setAsking] = useState<'publish' | 'archive'>()
  const archived = course.state === CourseState.ARCHIVED
  const save = (etag: string, then?: () => void) =>
    update.mutate(
      { course: { ...draft, etag }, updateMask: { paths: saved } },
      {
        onSuccess: (now) => {
          reset(now)
          if (then) then()
          else toast(t(words.saved))
        },
      },
    )
  return (
    <Page
      title={read(draft.title) || t(words.course)}
      back={{ href: paths.courses, label: t({ id: 'courses.title', defaultMessage: 'Courses' }) }}
      badge={<Badge tone={look.tone}>{look.text}</Badge>}
      actions={
        !archived && (
          <>
            <Button icon={Save} isPending={update.isPending} isDisabled={!dirty} onPress={() => save(draft.etag)}>
              {t(words.save)}
            </Button>
            <Button
              variant="primary"
              icon={Send}
              isDisabled={draft.modules.length === 0 || (!dirty && !course.draftAhead && course.publishedVersion > 0)}
              onPress={() => (dirty ? save(draft.etag, () => setAsking('publish')) : setAsking('publish'))}
            >
              {t({ id: 'courses.publish', defaultMessage: 'Publish' })}
            </Button>
            <Menu
              label={t({ id: 'courses.more', defaultMessage: 'More' })}
              trigger={
                <IconButton
                  variant="secondary"
                  icon={Ellipsis}
                  label={t({ id: 'courses.more', defaultMessage: 'More' })}
                />
              }
            >
              <MenuItem icon={Archive} onAction={() => setAsking('archive')}>
                {t({ id: 'courses.archive', defaultMessage: 'Archive' })}
              </MenuItem>
            </Menu>
          </>
        )
      }
    >
      {archived && (
        <Banner tone="info">
          {t({ id: 'courses.archivedHint', defaultMessage: 'Nobody is enrolled any more; whoever began may finish.' })}
        </Banner>
      )}
      {isConflict(update.error) ? (
        <Conflict
          isPending={update.isPending}
          onTheirs={() =>
            void reload(course.name).then((now) => {
              reset(now)
              update.reset()
            })
          }
          onMine={() => void reload(course.name).then((now) => save(now.etag))}
        />
      ) : (
        <Problems error={update.error} resource="course" shown={saved} />
      )}
      <InLanguages>
        <LanguageSwitch />
        <Tabs
          label={read(draft.title) || t(words.course)}
          tabs={[
            {
              id: 'content',
              label: t({ id: 'courses.content', defaultMessage: 'Content' }),
              content: <Modules draft={draft} edit={edit} error={update.error} />,
            },
            {
              id: 'about',
              label: t({ id: 'courses.about', defaultMessage: 'About and certificate' }),
              content: <AboutCourse draft={draft} edit={edit} error={update.error} />,
            },
            {
              id: 'articles',
              label: t({ id: 'courses.articles', defaultMessage: 'Articles' }),
              content: <Articles course={course.name} />,
            },
            {
              id: 'versions',
              label: t({ id: 'courses.versions', defaultMessage: 'Versions' }),
              content: <Versions course={course.name} />,
            },
            {
              id: 'ratings',
              label: t({ id: 'courses.ratings', defaultMessage: 'What learners say' }),
              content: <Ratings course={course} />,
            },
          ]}
        />
      </InLanguages>
      {asking === 'publish' && (
        <PublishDialog course={course} onClose={() => setAsking(undefined)} onPublished={reset} />
      )}
      {asking === 'archive' && <ArchiveDialog course={course} onClose={() => setAsking(undefined)} />}
      <Unsaved when={dirty && !archived} />
    </Page>
  )
}

function ArchiveDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const t = useText()
  const go = useGo()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const { archive } = useCourseChanges()
  return (
    <ConfirmDialog
      title={t({ id: 'courses.archiveTitle', defaultMessage: 'Archive “{title}”?' }, { title: read(course.title) })}
      isOpen
      danger
      onClose={onClose}
      isPending={archive.isPending}
      confirmLabel={t({ id: 'courses.archive', defaultMessage: 'Archive' })}
      onConfirm={() =>
        archive.mutate(course.name, {
          onSuccess: () => go(paths.courses),
          onError: (error) => toastError(sentence(error)),
        })
      }
    >
      <p>
        {t({ id: 'courses.archivedHint', defaultMessage: 'Nobody is enrolled any more; whoever began may finish.' })}
      </p>
    </ConfirmDialog>
  )
}
