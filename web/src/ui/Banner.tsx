import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './Notice.module.css'

const icons: Record<string, LucideIcon> = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert }

/** A message that belongs to what is around it and stays. Bad news is announced. */
export function Banner({
  tone = 'info',
  title,
  icon,
  children,
}: {
  tone?: 'info' | 'good' | 'warn' | 'bad'
  title?: ReactNode
  icon?: LucideIcon
  children?: ReactNode
}) {
  const Icon = icon ?? icons[tone] ?? Info
  return (
    <div className={cx(styles.banner, styles[tone])} role={tone === 'bad' ? 'alert' : 'note'}>
      <Icon size={19} aria-hidden />
      <div className={styles.body}>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}
