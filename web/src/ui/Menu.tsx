import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { cx } from './cx'
import styles from './Overlay.module.css'

/** A menu: the first child opens it. */
export function Menu({ trigger, label, children }: { trigger: ReactNode; label: string; children: ReactNode }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} offset={6}>
        <AriaMenu className={styles.list} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export function MenuItem({
  icon: Icon,
  danger,
  isChosen,
  children,
  ...rest
}: {
  icon?: LucideIcon
  danger?: boolean
  /** A tick behind the one in force. */
  isChosen?: boolean
  children: string
  onAction?: () => void
  href?: string
  isDisabled?: boolean
}) {
  return (
    <AriaMenuItem {...rest} textValue={children} className={cx(styles.item, danger && styles.danger)}>
      {Icon && <Icon size={17} aria-hidden />}
      <span className={styles.itemText}>{children}</span>
      {isChosen && <Check size={16} aria-hidden />}
    </AriaMenuItem>
  )
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection className={styles.section}>
      <Header>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export const MenuSeparator = () => <Separator className={styles.separator} />
