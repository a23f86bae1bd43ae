import { useAssignment, useAssignmentChanges } from '@/api/assignments'
import { paths } from '@/api/paths'
import { useGo, useId } from '@/fields/go'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type Assignment, AssignmentSchema } from '@/gen/hamgam/training/v1/assignment_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { FormActions } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toast } from '@/ui/Toast'
import { AssignmentForm, shownFields } from './AssignmentForm'

/** Changes the rule of an assignment. Whoever is enrolled keeps the due day. */
export function EditAssignmentPage() {
  const t = useText()
  const read = useLocalized()
  const { organization } = useMe()
  const name = `${organization}/assignments/${useId('assignment')}`
  const query = useAssignment(name)
  return (
    <Page
      title={t({ id: 'assignments.edit', defaultMessage: 'Change the assignment' })}
      lead={t({
        id: 'assignments.editHint',
        defaultMessage: 'Whoever is enrolled keeps the due day; whoever comes to match is enrolled.',
      })}
      back={{
        href: paths.assignment(name),
        label:
          read(query.data?.title) ||
          read(query.data?.targetTitle) ||
          t({ id: 'assignments.title', defaultMessage: 'Assignments' }),
      }}
    >
      <Query query={query}>{(found) => <Editor key={found.name} assignment={found} />}</Query>
    </Page>
  )
}

function Editor({ assignment }: { assignment: Assignment }) {
  const t = useText()
  const go = useGo()
  const { update, reload } = useAssignmentChanges()
  const { draft, edit, dirty, reset } = useDraft(AssignmentSchema, assignment)
  const save = (etag: string) =>
    update.mutate(
      {
        assignment: { ...draft, etag },
        updateMask: { paths: ['title', 'audience', 'due_working_days', 'reminders', 'enroll_later'] },
      },
      {
        onSuccess: (saved) => {
          toast(t(words.saved))
          go(paths.assignment(saved.name))
        },
      },
    )
  return (
    <>
      <AssignmentForm
        draft={draft}
        edit={edit}
        error={update.error}
        onSubmit={() => save(draft.etag)}
        problems={
          isConflict(update.error) ? (
            <Conflict
              isPending={update.isPending}
              onTheirs={() =>
                void reload(assignment.name).then((now) => {
                  reset(now)
                  update.reset()
                })
              }
              onMine={() => void reload(assignment.name).then((now) => save(now.etag))}
            />
          ) : (
            <Problems error={update.error} resource="assignment" shown={shownFields} />
          )
        }
        actions={
          <FormActions>
            <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
              {t(words.save)}
            </Button>
            <ButtonLink variant="quiet" href={paths.assignment(assignment.name)}>
              {t(words.cancel)}
            </ButtonLink>
          </FormActions>
        }
      />
      <Unsaved when={dirty && !update.isSuccess} />
    </>
  )
}
