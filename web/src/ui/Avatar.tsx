import type { CSSProperties } from 'react'
import styles from './Avatar.module.css'

/** A person's or a team's initials; the colour follows from the name. */
export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  const words = name.trim().split(/\s+/u)
  // Joined letters of the Arabic script would change their shape side by side: one letter is enough there.
  const first = words[0]?.[0] ?? ''
  const initials = /\p{Script=Arabic}/u.test(first)
    ? first
    : first + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997
  return (
    <span className={styles.avatar} data-hue={sum % 5} style={{ '--size': `${size}px` } as CSSProperties} aria-hidden>
      {initials.toUpperCase()}
    </span>
  )
}
