import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps as AriaLinkProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import styles from './Button.module.css'
import { cx } from './cx'
import overlay from './Overlay.module.css'

interface Look {
  /** `primary` once per view; `soft` for the second-best; `quiet` inside rows and tool bars. */
  variant?: 'primary' | 'secondary' | 'soft' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: LucideIcon
  /** The icon points in the reading direction and turns around in a right-to-left language. */
  iconDirectional?: boolean
  /** As wide as its container. */
  block?: boolean
  children?: ReactNode
}

function look({ variant = 'secondary', size = 'medium', block }: Look, extra?: string): string {
  return cx(styles.button, styles[variant], styles[size], block && styles.block, extra)
}

function Inside({ icon: Icon, iconDirectional, size, children }: Look) {
  return (
    <>
      {Icon && <Icon aria-hidden size={size === 'small' ? 15 : 17} className={cx(iconDirectional && styles.mirror)} />}
      {children}
    </>
  )
}

/** A button. While `isPending` it keeps its width and focus, and presses do nothing. */
export function Button(props: Look & Omit<AriaButtonProps, 'children' | 'className'>) {
  const { variant, size, icon, iconDirectional, block, children, ...rest } = props
  return (
    <AriaButton {...rest} className={look(props)}>
      {rest.isPending ? <span className={styles.spinner} aria-hidden /> : null}
      <Inside {...{ size, iconDirectional }} icon={rest.isPending ? undefined : icon}>
        {children}
      </Inside>
    </AriaButton>
  )
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: Look & Omit<AriaLinkProps, 'children' | 'className'>) {
  const { variant, size, icon, iconDirectional, block, children, ...rest } = props
  return (
    <AriaLink {...rest} className={look(props)}>
      <Inside {...{ size, icon, iconDirectional }}>{children}</Inside>
    </AriaLink>
  )
}

/** A button that is only an icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  icon: Icon,
  iconDirectional,
  variant = 'quiet',
  size,
  ...rest
}: Omit<Look, 'children'> & { label: string; icon: LucideIcon } & Omit<AriaButtonProps, 'children' | 'className'>) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={look({ variant, size }, styles.iconOnly)}>
        <Icon aria-hidden size={size === 'small' ? 16 : 19} className={cx(iconDirectional && styles.mirror)} />
      </AriaButton>
      <Tooltip className={overlay.tooltip} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
