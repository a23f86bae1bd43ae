import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Form, FormActions } from '@/ui/Field'
import { toast } from '@/ui/Toast'
import { Conflict, isConflict, Problems } from './Problems'
import { Unsaved } from './Unsaved'
import type { Draft } from './useDraft'
import { words } from './words'

/**
 * The frame of a form that edits something saved: it says what was refused, lets the writer choose when somebody else saved
 * first, saves and discards, and asks before entries are lost.
 */
export function SavedForm<Saved extends { etag: string }, Request>({
  form: { draft, dirty, reset },
  source,
  update,
  request,
  reload,
  resource,
  shown = [],
  mayEdit = true,
  children,
}: {
  form: Draft<Saved>
  /** What was read, to come back to. */
  source: Saved
  update: UseMutationResult<Saved, Error, Request>
  /** What is sent for a draft. */
  request: (draft: Saved) => Request
  /** Reads it again, to learn what somebody else saved. */
  reload: () => Promise<Saved | undefined>
  /** What is cut off in front of the fields of a refusal. */
  resource: string
  /** The fields that show themselves what is wrong with them. */
  shown?: string[]
  mayEdit?: boolean
  children: ReactNode
}) {
  const t = useText()
  const save = (etag: string) =>
    update.mutate(request({ ...draft, etag }), {
      onSuccess: (saved) => {
        reset(saved)
        toast(t(words.saved))
      },
    })
  return (
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
            void reload().then((now) => {
              if (now) reset(now)
              update.reset()
            })
          }
          onMine={() => void reload().then((now) => save(now?.etag ?? ''))}
        />
      ) : (
        <Problems error={update.error} resource={resource} shown={shown} />
      )}
      {children}
      {mayEdit && (
        <FormActions>
          <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
            {t(words.save)}
          </Button>
          {dirty && (
            <Button variant="quiet" onPress={() => reset(source)}>
              {t(words.discard)}
            </Button>
          )}
        </FormActions>
      )}
      <Unsaved when={dirty && mayEdit} />
    </Form>
  )
}
