import type { CSSProperties, ReactNode } from 'react'
import { useId } from 'react'
import { Link } from 'react-aria-components'
import styles from './Card.module.css'
import { cx } from './cx'

/** A framed part of a page, with a heading when it has a `title`. */
export function Card({
  title,
  subtitle,
  actions,
  flush,
  children,
}: {
  title?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  /** Content reaches the edges, as a table does. */
  flush?: boolean
  children?: ReactNode
}) {
  const id = useId()
  const head = title && (
    <header className={styles.head}>
      <div>
        <h2 id={id}>{title}</h2>
        {subtitle && <p className={styles.sub}>{subtitle}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
  return (
    <section aria-labelledby={title ? id : undefined} className={cx(styles.card, flush && styles.flush)}>
      {head}
      {children}
    </section>
  )
}

/** A card that is a link as a whole. */
export function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={cx(styles.card, styles.link)}>
      {children}
    </Link>
  )
}

/** Cards side by side, each at least `least` wide. */
export function Grid({ least, children }: { least?: string; children: ReactNode }) {
  return (
    <div className={styles.grid} style={{ '--least': least } as CSSProperties}>
      {children}
    </div>
  )
}

/** A wide column with a narrow one beside it; one below the other on a small screen. */
export const Split = ({ children }: { children: ReactNode }) => <div className={styles.split}>{children}</div>
export const Stack = ({ children }: { children: ReactNode }) => <div className={styles.stack}>{children}</div>

/** One number that matters, with what it is and what it means. */
export function Figure({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <span className={styles.figureLabel}>{label}</span>
      <span className={styles.figureValue}>{value}</span>
      {note && <span className={styles.figureNote}>{note}</span>}
    </div>
  )
}

/** Names and values, one pair per line. */
export function Facts({ items }: { items: { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pairs are static
        <FactPair key={index} {...item} />
      ))}
    </dl>
  )
}

function FactPair({ name, value }: { name: ReactNode; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
