import { create } from '@bufbuild/protobuf'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useAssignmentChanges } from '@/api/assignments'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { useGo } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Assignment, AssignmentSchema, EscalationTarget } from '@/gen/hamgam/training/v1/assignment_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { FormActions } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { AssignmentForm, shownFields } from './AssignmentForm'

function startOf(target: string): Assignment {
  return create(AssignmentSchema, {
    target: target.includes('/courses/') ? { case: 'course', value: target } : { case: 'curriculum', value: target },
    audience: {},
    dueWorkingDays: 15,
    enrollLater: true,
    reminders: { daysBefore: [5, 1], daysAfter: [2], escalateAfterDays: 5, escalateTo: EscalationTarget.MANAGER },
  })
}

/** Gives a curriculum or a course to whoever matches a rule. `?target=` chooses what. */
export function NewAssignmentPage() {
  const t = useText()
  const go = useGo()
  const { organization: parent } = useMe()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const { create: save } = useAssignmentChanges()
  const [start] = useState(() => startOf(new URLSearchParams(search).get('target') ?? ''))
  const { draft, edit, dirty } = useDraft(AssignmentSchema, start)
  const [requestId] = useState(newRequestId)
  return (
    <Page
      title={t({ id: 'assignments.add', defaultMessage: 'Assign by rule' })}
      back={{ href: paths.assignments, label: t({ id: 'assignments.title', defaultMessage: 'Assignments' }) }}
    >
      <AssignmentForm
        draft={draft}
        edit={edit}
        error={save.error}
        isNew
        onSubmit={() =>
          save.mutate({ parent, assignment: draft, requestId }, { onSuccess: ({ name }) => go(paths.assignment(name)) })
        }
        problems={<Problems error={save.error} resource="assignment" shown={shownFields} />}
        actions={
          <FormActions>
            <Button type="submit" variant="primary" isPending={save.isPending}>
              {t({ id: 'assignments.assign', defaultMessage: 'Assign' })}
            </Button>
            <ButtonLink variant="quiet" href={paths.assignments}>
              {t(words.cancel)}
            </ButtonLink>
          </FormActions>
        }
      />
      <Unsaved when={dirty && !save.isSuccess} />
    </Page>
  )
}
