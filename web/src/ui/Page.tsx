import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-aria-components'
import styles from './Page.module.css'

/** A page: its heading takes the focus when one comes to it, and the browser's title says where one is. */
export function Page({
  title,
  lead,
  badge,
  back,
  actions,
  children,
}: {
  title: string
  lead?: ReactNode
  /** A state beside the title. */
  badge?: ReactNode
  /** The page above this one. */
  back?: { href: string; label: string }
  actions?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Hamgam`
  }, [title])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={styles.page}>
      {back && (
        <Link href={back.href} className={styles.back}>
          <ChevronLeft size={16} aria-hidden />
          {back.label}
        </Link>
      )}
      <header className={styles.head}>
        <div>
          <div className={styles.title}>
            <h1 ref={heading} tabIndex={-1} dir="auto">
              {title}
            </h1>
            {badge}
          </div>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
