import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useErrorSentence } from '@/api/errors'
import { ConfirmDialog } from '@/ui/Dialog'
import { toastError } from '@/ui/Toast'

/** Asks before something is done to one thing of a list, does it, and says in a toast when it was refused. */
export function AskFirst({
  name,
  change,
  title,
  action,
  danger,
  onClose,
  children,
}: {
  /** What it is done to; without it nothing is asked. */
  name: string | undefined
  change: UseMutationResult<unknown, Error, string>
  title: string
  /** What the button says. */
  action: string
  danger?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const sentence = useErrorSentence()
  return (
    <ConfirmDialog
      title={title}
      isOpen={name !== undefined}
      danger={danger}
      onClose={onClose}
      isPending={change.isPending}
      confirmLabel={action}
      onConfirm={() =>
        name !== undefined &&
        change.mutate(name, { onError: (error) => toastError(sentence(error)), onSettled: onClose })
      }
    >
      <p>{children}</p>
    </ConfirmDialog>
  )
}
