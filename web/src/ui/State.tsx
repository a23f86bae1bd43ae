import { CloudOff, type LucideIcon, RotateCw, Sparkles } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { useErrorText } from '@/api/errors'
import { useText } from '@/i18n/text'
import { Button } from './Button'
import { cx } from './cx'
import styles from './Notice.module.css'

/** Nothing here yet: what would be here, and how it gets here. */
export function EmptyState({
  icon: Icon = Sparkles,
  title,
  children,
  actions,
}: {
  icon?: LucideIcon
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={styles.state}>
      <span className={styles.art}>
        <Icon size={26} aria-hidden />
      </span>
      <p className={styles.stateTitle}>{title}</p>
      {children && <p>{children}</p>}
      {actions && <div className={styles.stateActions}>{actions}</div>}
    </div>
  )
}

/** Something failed: what, in the person's words, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText()
  const text = useErrorText()(error)
  return (
    <div className={styles.state} role="alert">
      <span className={cx(styles.art, styles.artBad)}>
        <CloudOff size={26} aria-hidden />
      </span>
      <p className={styles.stateTitle}>{text.title}</p>
      {text.detail && <p>{text.detail}</p>}
      {onRetry && (
        <div className={styles.stateActions}>
          <Button icon={RotateCw} onPress={onRetry}>
            {t({ id: 'ui.tryAgain', defaultMessage: 'Try again' })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The place of something that is on its way. */
function Skeleton({ height, width }: { height?: string; width?: string }) {
  return (
    <span aria-hidden className={styles.skeleton} style={{ blockSize: height, inlineSize: width } as CSSProperties} />
  )
}

/** Lines that are on their way; says so to a screen reader. */
export function Loading({ lines = 4, height = '2.75rem' }: { lines?: number; height?: string }) {
  const t = useText()
  return (
    <div className={styles.skeletons} role="status">
      <span className="visually-hidden">{t({ id: 'ui.loading', defaultMessage: 'Loading…' })}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={line} height={height} />
      ))}
    </div>
  )
}
