import { BookOpen, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useCourseChanges, useCourses } from '@/api/courses'
import { paths } from '@/api/paths'
import { AddDialog } from '@/fields/AddDialog'
import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { words } from '@/fields/words'
import type { LocalizedText } from '@/gen/hamgam/localization/v1/localization_pb'
import { type Course, CourseState } from '@/gen/hamgam/training/v1/course_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { SearchField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import styles from './Courses.module.css'
import { useCourseState } from './states'

/** All courses, to be found, written and published. */
export function CoursesPage() {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const look = useCourseState()
  const applications = useApplicationOptions()
  const query = useCourses()
  const [wanted, setWanted] = useState('')
  const [which, setWhich] = useState<'used' | 'archived'>('used')
  const [adding, setAdding] = useState(false)
  const shown = useMemo(() => {
    const text = wanted.trim().toLocaleLowerCase()
    return (query.data ?? []).filter(
      ({ title, state }) =>
        (state === CourseState.ARCHIVED) === (which === 'archived') &&
        `${title?.en} ${title?.fa} ${title?.ar}`.toLocaleLowerCase().includes(text),
    )
  }, [query.data, wanted, which])
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'courses.add', defaultMessage: 'Write a course' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'courses.title', defaultMessage: 'Courses' })}
      lead={t({
        id: 'courses.lead',
        defaultMessage: 'What people learn: texts, videos, files and quizzes, in each language that your people read.',
      })}
      actions={add}
    >
      <Query query={query} lines={6}>
        {(courses) =>
          courses.length === 0 ? (
            <Card>
              <EmptyState
                icon={BookOpen}
                title={t({ id: 'courses.none', defaultMessage: 'No course yet' })}
                actions={add}
              >
                {t({
                  id: 'courses.noneHint',
                  defaultMessage: 'A good first course shows one position the three things that it does most often.',
                })}
              </EmptyState>
            </Card>
          ) : (
            <>
              <div className={styles.bar}>
                <SearchField
                  label={t({ id: 'courses.find', defaultMessage: 'Find a course' })}
                  value={wanted}
                  onChange={setWanted}
                />
                <Segmented
                  label={t(words.state)}
                  value={which}
                  onChange={setWhich}
                  options={[
                    { value: 'used', label: t({ id: 'courses.used', defaultMessage: 'In use' }) },
                    { value: 'archived', label: t({ id: 'courses.state.archived', defaultMessage: 'Archived' }) },
                  ]}
                />
              </div>
              <Card flush>
                <Table<Course>
                  label={t({ id: 'courses.title', defaultMessage: 'Courses' })}
                  rows={shown}
                  rowId={({ name }) => name}
                  href={({ name }) => paths.course(name)}
                  empty={
                    <EmptyState
                      icon={BookOpen}
                      title={t({ id: 'courses.noMatch', defaultMessage: 'No course here' })}
                    />
                  }
                  columns={[
                    {
                      id: 'title',
                      name: t(words.title),
                      cell: (row) => <CellText main={read(row.title)} sub={labelOf(applications, row.application)} />,
                      sortBy: (row) => read(row.title),
                    },
                    {
                      id: 'modules',
                      name: t({ id: 'courses.modules', defaultMessage: 'Modules' }),
                      numeric: true,
                      wideOnly: true,
                      cell: (row) => format.number(row.moduleCount),
                      sortBy: (row) => row.moduleCount,
                    },
                    {
                      id: 'minutes',
                      name: t({ id: 'courses.length', defaultMessage: 'Length' }),
                      numeric: true,
                      wideOnly: true,
                      cell: (row) => format.minutes(row.minutes),
                      sortBy: (row) => row.minutes,
                    },
                    {
                      id: 'state',
                      name: t(words.state),
                      cell: (row) => <Badge tone={look(row).tone}>{look(row).text}</Badge>,
                      sortBy: (row) => row.state,
                    },
                    {
                      id: 'updated',
                      name: t({ id: 'courses.updated', defaultMessage: 'Saved' }),
                      wideOnly: true,
                      cell: (row) => format.dayOf(row.updateTime),
                      sortBy: (row) => Number(row.updateTime?.seconds ?? 0n),
                    },
                  ]}
                />
              </Card>
            </>
          )
        }
      </Query>
      {adding && <AddCourse onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AddCourse({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create } = useCourseChanges()
  const [title, setTitle] = useState<LocalizedText>()
  // Where one application is tracked, the course is about it: only so is it found for a team that lacks it.
  const [only, another] = useApplicationOptions()
  const application = another ? undefined : only?.id
  return (
    <AddDialog
      title={t({ id: 'courses.add', defaultMessage: 'Write a course' })}
      save={create}
      request={(requestId) => ({ parent, course: { title, application }, requestId })}
      page={paths.course}
      resource="course"
      shown={['title']}
      submit={t({ id: 'courses.begin', defaultMessage: 'Begin' })}
      wide={false}
      onClose={onClose}
    >
      <LocalizedField
        label={t(words.title)}
        value={title}
        onChange={setTitle}
        error={brokenRules(create.error, 'course').at('title')}
      />
    </AddDialog>
  )
}
