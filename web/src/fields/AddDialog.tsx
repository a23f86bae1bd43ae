import type { UseMutationResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { newRequestId } from '@/api/names'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { useGo } from './go'
import { InLanguages, LanguageSwitch } from './Localized'
import { Problems } from './Problems'
import { words } from './words'

/** The frame of a dialog that writes something which has a page of its own: it leads there when it is kept. */
export function AddDialog<Saved extends { name: string }, Request>({
  title,
  save,
  request,
  page,
  resource,
  shown,
  wide = true,
  inLanguages = true,
  submit,
  onClose,
  children,
}: {
  title: string
  save: UseMutationResult<Saved, Error, Request>
  /** What is sent; the id makes it repeatable. */
  request: (requestId: string) => Request
  /** The page of what was kept. */
  page: (name: string) => string
  /** What is cut off in front of the fields of a refusal. */
  resource: string
  /** The fields that show themselves what is wrong with them. */
  shown: string[]
  wide?: boolean
  /** Whether it has texts in several languages. */
  inLanguages?: boolean
  /** What the button says instead of “Create”. */
  submit?: string
  onClose: () => void
  children: ReactNode
}) {
  const t = useText()
  const go = useGo()
  const [requestId] = useState(newRequestId)
  return (
    <Dialog title={title} isOpen onClose={onClose} wide={wide}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(request(requestId), { onSuccess: ({ name }) => go(page(name)) })
        }}
      >
        <Problems error={save.error} resource={resource} shown={shown} />
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
            {submit ?? t(words.create)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
