import { History } from 'lucide-react'
import { useState } from 'react'
import { useCourseVersion, useCourseVersions } from '@/api/courses'
import type { CourseVersion } from '@/gen/hamgam/training/v1/course_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Markdown } from '@/ui/Markdown'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import styles from './Courses.module.css'
import { moduleKinds } from './modules'

/** What was published when, and what was new in it. */
export function Versions({ course }: { course: string }) {
  const t = useText()
  const format = useFormats()
  const query = useCourseVersions(course)
  const [open, setOpen] = useState<CourseVersion>()
  return (
    <Query query={query}>
      {(versions) => (
        <Card flush>
          {versions.length === 0 ? (
            <EmptyState
              icon={History}
              title={t({ id: 'courses.noVersion', defaultMessage: 'Nothing is published yet' })}
            >
              {t({
                id: 'courses.noVersionHint',
                defaultMessage: 'Nobody can be enrolled before the first version is published.',
              })}
            </EmptyState>
          ) : (
            <Table
              label={t({ id: 'courses.versions', defaultMessage: 'Versions' })}
              rows={versions}
              rowId={({ name }) => name}
              columns={[
                {
                  id: 'version',
                  name: t({ id: 'courses.version', defaultMessage: 'Version' }),
                  cell: (row) => format.number(row.version),
                },
                {
                  id: 'note',
                  name: t({ id: 'courses.changeNote', defaultMessage: 'What is new' }),
                  cell: (row) => <CellText main={row.changeNote || '–'} />,
                },
                {
                  id: 'time',
                  name: t({ id: 'courses.publishedOn', defaultMessage: 'Published' }),
                  cell: (row) => format.instant(row.publishTime),
                },
                {
                  id: 'open',
                  name: '',
                  numeric: true,
                  cell: (row) => (
                    <Button size="small" variant="quiet" onPress={() => setOpen(row)}>
                      {t({ id: 'courses.show', defaultMessage: 'Show' })}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          {open && <VersionDialog version={open} onClose={() => setOpen(undefined)} />}
        </Card>
      )}
    </Query>
  )
}

function VersionDialog({ version, onClose }: { version: CourseVersion; onClose: () => void }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const query = useCourseVersion(version.name)
  return (
    <Dialog
      title={t(
        { id: 'courses.state.published', defaultMessage: 'Version {version}' },
        { version: format.number(version.version) },
      )}
      isOpen
      onClose={onClose}
      wide
    >
      <Query query={query}>
        {({ modules }) => (
          <ol className={styles.versionModules}>
            {modules.map((module) => (
              <li key={module.id}>
                <h3 dir="auto">{read(module.title)}</h3>
                {module.content.case === 'text' && <Markdown source={read(module.content.value.markdown)} />}
                {(module.content.case === 'video' || module.content.case === 'file') && (
                  <a href={module.content.value.url} target="_blank" rel="noreferrer noopener">
                    <bdi>{module.content.value.url}</bdi>
                  </a>
                )}
                {module.content.case === 'quiz' && (
                  <ol className={styles.versionQuestions}>
                    {module.content.value.questions.map((question) => (
                      <li key={question.id} dir="auto">
                        {read(question.prompt)}
                      </li>
                    ))}
                  </ol>
                )}
                <span className={styles.sub}>
                  {moduleKinds.filter(({ kind }) => kind === module.content.case).map(({ label }) => t(label))} ·{' '}
                  {format.minutes(module.minutes || 5)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Query>
    </Dialog>
  )
}
