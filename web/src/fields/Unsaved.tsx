import { useBlocker } from '@tanstack/react-router'
import { useText } from '@/i18n/text'
import { ConfirmDialog } from '@/ui/Dialog'

/** Asks before one leaves a page with entries that were not saved. */
export function Unsaved({ when }: { when: boolean }) {
  const t = useText()
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when, withResolver: true })
  return (
    <ConfirmDialog
      title={t({ id: 'fields.leave', defaultMessage: 'Leave without saving?' })}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      confirmLabel={t({ id: 'fields.leaveYes', defaultMessage: 'Leave' })}
      danger
    >
      <p>{t({ id: 'fields.leaveHint', defaultMessage: 'What you entered here since the last save will be lost.' })}</p>
    </ConfirmDialog>
  )
}
