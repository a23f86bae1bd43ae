import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats } from '@/i18n/formats'
import styles from './Badge.module.css'
import { cx } from './cx'

/** The meaning of a colour; the words beside it always say the same. */
export type Tone = 'neutral' | 'good' | 'bad' | 'warn' | 'info' | 'brand' | 'plum'

/** A state in one or two words. */
export function Badge({
  tone = 'neutral',
  icon: Icon,
  dot,
  children,
}: {
  tone?: Tone
  icon?: LucideIcon
  dot?: boolean
  children: ReactNode
}) {
  return (
    <span className={cx(styles.badge, styles[tone], dot && styles.dot)}>
      {Icon && <Icon size={13} aria-hidden />}
      {children}
    </span>
  )
}

/** A number of things, in the person's digits. */
export function Count({ value, strong }: { value: number; strong?: boolean }) {
  const format = useFormats()
  return <span className={cx(styles.count, strong && styles.countStrong)}>{format.number(value)}</span>
}
