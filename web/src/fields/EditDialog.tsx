import type { UseMutationResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { newRequestId } from '@/api/names'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { toast } from '@/ui/Toast'
import { InLanguages, LanguageSwitch } from './Localized'
import { Conflict, isConflict, Problems } from './Problems'
import type { Draft } from './useDraft'
import { words } from './words'

/**
 * The frame of a dialog that adds something or changes what is there: it says what was refused, lets the writer choose when
 * somebody else saved first, and closes when it is saved.
 */
export function EditDialog<Saved extends { name: string; etag: string }, Request>({
  title,
  form: { draft, reset },
  save,
  request,
  reload,
  resource,
  shown,
  wide,
  inLanguages = true,
  onClose,
  children,
}: {
  title: string
  form: Draft<Saved>
  save: UseMutationResult<Saved, Error, Request>
  /** What is sent for a draft; the id makes adding it repeatable. */
  request: (draft: Saved, requestId: string) => Request
  /** Reads it again, to learn what somebody else saved. */
  reload: () => Promise<Saved | undefined>
  /** What is cut off in front of the fields of a refusal. */
  resource: string
  /** The fields that show themselves what is wrong with them. */
  shown: string[]
  wide?: boolean
  /** Whether it has texts in several languages. */
  inLanguages?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const t = useText()
  const [requestId, setRequestId] = useState(newRequestId)
  const send = (etag: string) =>
    save.mutate(request({ ...draft, etag }, requestId), {
      onSuccess: () => {
        toast(t(words.saved))
        onClose()
      },
      // A corrected entry is another one.
      onError: () => setRequestId(newRequestId()),
    })
  return (
    <Dialog title={title} isOpen onClose={onClose} wide={wide}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          send(draft.etag)
        }}
      >
        {isConflict(save.error) ? (
          <Conflict
            isPending={save.isPending}
            onTheirs={() =>
              void reload().then((now) => {
                if (now) reset(now)
                save.reset()
              })
            }
            onMine={() => void reload().then((now) => send(now?.etag ?? ''))}
          />
        ) : (
          <Problems error={save.error} resource={resource} shown={shown} />
        )}
        {inLanguages ? (
          <InLanguages>
            <LanguageSwitch />
            {children}
          </InLanguages>
        ) : (
          children
        )}
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
