import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '@/i18n/text'
import { Button, IconButton } from './Button'
import { cx } from './cx'
import styles from './Overlay.module.css'

/** A modal dialog; on a phone it is a sheet at the bottom. It keeps focus inside and gives it back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  wide,
  role,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  wide?: boolean
  role?: 'dialog' | 'alertdialog'
}) {
  const t = useText()
  return (
    <ModalOverlay
      className={styles.underlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role !== 'alertdialog'}
    >
      <Modal className={cx(styles.modal, wide && styles.wide)}>
        <AriaDialog className={styles.dialog} role={role}>
          <div className={styles.dialogHead}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton
              icon={X}
              size="small"
              label={t({ id: 'ui.close', defaultMessage: 'Close' })}
              onPress={onClose}
            />
          </div>
          {children}
          {footer && <div className={styles.dialogFoot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirmLabel,
  isPending,
  danger,
  children,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
  confirmLabel: string
  isPending?: boolean
  danger?: boolean
  children: ReactNode
}) {
  const t = useText()
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t({ id: 'ui.cancel', defaultMessage: 'Cancel' })}</Button>
          <Button variant={danger ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
