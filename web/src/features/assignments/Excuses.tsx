import { UserRoundMinus } from 'lucide-react'
import { useState } from 'react'
import { useExcuseChanges, useExcuses } from '@/api/assignments'
import { useErrorSentence } from '@/api/errors'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { DueEnrollment } from '@/gen/hamgam/training/v1/assignment_pb'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, TextField } from '@/ui/Field'
import { More } from '@/ui/Query'
import { CellText, Table } from '@/ui/Table'
import { toast, toastError } from '@/ui/Toast'

/** Takes the person of a row out of an assignment. */
export function ExcuseButton({ row, assignment }: { row: DueEnrollment; assignment: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const label = t(
    { id: 'assignments.excuseWhom', defaultMessage: 'Excuse {name}' },
    { name: `\u2068${row.personDisplayName}\u2069` },
  )
  return (
    <>
      <Button variant="quiet" size="small" icon={UserRoundMinus} aria-label={label} onPress={() => setOpen(true)}>
        {t({ id: 'assignments.excuse', defaultMessage: 'Excuse' })}
      </Button>
      {open && (
        <ExcuseDialog title={label} assignment={assignment} person={row.person} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function ExcuseDialog({
  title,
  assignment,
  person,
  onClose,
}: {
  title: string
  assignment: string
  person: string
  onClose: () => void
}) {
  const t = useText()
  const { excuse } = useExcuseChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          excuse.mutate(
            { name: assignment, person, reason },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={excuse.error} />
        <p>
          {t({
            id: 'assignments.excuseHint',
            defaultMessage:
              'What is not complete is withdrawn, nobody is reminded of it, and the rule does not enrol this person again. The person can ask to see the reason.',
          })}
        </p>
        <TextField
          label={t({ id: 'assignments.excuseReason', defaultMessage: 'Reason' })}
          value={reason}
          onChange={setReason}
          maxLength={500}
          multiline
          rows={3}
        />
        <Button type="submit" variant="primary" isPending={excuse.isPending} isDisabled={reason.trim() === ''}>
          {t({ id: 'assignments.excuse', defaultMessage: 'Excuse' })}
        </Button>
      </Form>
    </Dialog>
  )
}

/** Who is excused from an assignment, and why; nothing while it is nobody. */
export function Excuses({ assignment }: { assignment: string }) {
  const t = useText()
  const sentence = useErrorSentence()
  const query = useExcuses(assignment)
  const { readmit } = useExcuseChanges()
  const excuses = query.data?.pages.flatMap((page) => page.excuses) ?? []
  if (excuses.length === 0) return null
  return (
    <Card title={t({ id: 'assignments.excused', defaultMessage: 'Excused' })} flush>
      <Table
        label={t({ id: 'assignments.excused', defaultMessage: 'Excused' })}
        rows={excuses}
        rowId={({ person }) => person}
        columns={[
          {
            id: 'person',
            name: t(words.name),
            cell: (row) => <CellText main={row.personDisplayName} sub={<span dir="auto">{row.reason}</span>} />,
          },
          {
            id: 'back',
            name: t({ id: 'assignments.readmit', defaultMessage: 'Enrol again' }),
            cell: (row) => (
              <Button
                variant="quiet"
                size="small"
                aria-label={t(
                  { id: 'assignments.readmitWhom', defaultMessage: 'Enrol {name} again' },
                  { name: `\u2068${row.personDisplayName}\u2069` },
                )}
                isPending={readmit.isPending && readmit.variables.person === row.person}
                onPress={() =>
                  readmit.mutate(
                    { name: assignment, person: row.person },
                    { onError: (error) => toastError(sentence(error)) },
                  )
                }
              >
                {t({ id: 'assignments.readmit', defaultMessage: 'Enrol again' })}
              </Button>
            ),
          },
        ]}
      />
      <More query={query} />
    </Card>
  )
}
