import { useState } from 'react'
import { useCourseChanges } from '@/api/courses'
import { Problems } from '@/fields/Problems'
import type { Course } from '@/gen/hamgam/training/v1/course_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, TextField } from '@/ui/Field'
import { toast } from '@/ui/Toast'

/** Publishes what is saved as the next version. */
export function PublishDialog({
  course,
  onClose,
  onPublished,
}: {
  course: Course
  onClose: () => void
  onPublished: (course: Course) => void
}) {
  const t = useText()
  const format = useFormats()
  const { publish } = useCourseChanges()
  const [changeNote, setChangeNote] = useState('')
  const version = format.number(course.publishedVersion + 1)
  return (
    <Dialog
      title={t({ id: 'courses.publishTitle', defaultMessage: 'Publish version {version}' }, { version })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          publish.mutate(
            { name: course.name, etag: course.etag, changeNote },
            {
              onSuccess: (now) => {
                onPublished(now)
                toast(t({ id: 'courses.published', defaultMessage: 'Version {version} is published.' }, { version }))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={publish.error} />
        <p>
          {t({
            id: 'courses.publishHint',
            defaultMessage: 'Whoever has begun keeps the version they began with; everybody else gets this one.',
          })}
        </p>
        <TextField
          label={t({ id: 'courses.changeNote', defaultMessage: 'What is new' })}
          hint={t({ id: 'courses.changeNoteHint', defaultMessage: 'For other trainers.' })}
          value={changeNote}
          onChange={setChangeNote}
          maxLength={1000}
          multiline
          rows={3}
          optional
        />
        <Button type="submit" variant="primary" isPending={publish.isPending}>
          {t({ id: 'courses.publish', defaultMessage: 'Publish' })}
        </Button>
      </Form>
    </Dialog>
  )
}
