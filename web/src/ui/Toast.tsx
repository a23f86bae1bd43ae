import { CircleAlert, CircleCheck, X } from 'lucide-react'
import {
  Button,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useText } from '@/i18n/text'
import { cx } from './cx'
import styles from './Notice.module.css'

interface Message {
  text: string
  tone: 'good' | 'bad'
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 })

/** Says that something was done; it goes away by itself. */
export function toast(text: string): void {
  queue.add({ text, tone: 'good' }, { timeout: 6000 })
}

/** Says that something could not be done; it stays until it is closed. */
export function toastError(text: string): void {
  queue.add({ text, tone: 'bad' })
}

export function Toasts() {
  const t = useText()
  return (
    <ToastRegion
      queue={queue}
      className={styles.toasts}
      aria-label={t({ id: 'ui.messages', defaultMessage: 'Messages' })}
    >
      {({ toast }) => {
        const Icon = toast.content.tone === 'bad' ? CircleAlert : CircleCheck
        return (
          <Toast toast={toast} className={cx(styles.toast, toast.content.tone === 'bad' && styles.toastBad)}>
            <Icon size={19} aria-hidden />
            <ToastContent className={styles.toastText}>{toast.content.text}</ToastContent>
            <Button
              slot="close"
              className={styles.toastClose}
              aria-label={t({ id: 'ui.close', defaultMessage: 'Close' })}
            >
              <X size={16} aria-hidden />
            </Button>
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
