import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { Button as AriaButton, Link } from 'react-aria-components'
import { useUnreadCount } from '@/api/notifications'
import { paths } from '@/api/paths'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Count } from '@/ui/Badge'
import { Logo } from '@/ui/Logo'
import { Menu, MenuItem } from '@/ui/Menu'
import { RoleGuard } from './Boundary'
import { DemoClock } from './DemoClock'
import styles from './Layout.module.css'
import { type Destination, destinations, isAt } from './navigation'
import { PersonMenu } from './PersonMenu'

const groups = ['daily', 'people', 'content', 'system'] as const

/** What a signed-in person sees around every screen. */
export function Layout() {
  const t = useText()
  const { me, has } = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const roles = useMatches({ select: (matches) => matches.at(-1)?.staticData.roles })
  const unread = useUnreadCount()
  const mine = destinations.filter(({ roles }) => roles.length === 0 || has(...roles))
  const badge = ({ href }: Destination) => (href === paths.inbox && unread > 0 ? unread : undefined)
  const titles = {
    daily: undefined,
    people: t({ id: 'shell.group.people', defaultMessage: 'Adoption' }),
    content: t({ id: 'shell.group.content', defaultMessage: 'Learning' }),
    system: t({ id: 'shell.group.system', defaultMessage: 'Organization' }),
  }
  const bar = mine.length > 5 ? mine.filter(({ href }) => href !== paths.inbox).slice(0, 3) : mine
  const inbox = mine.find(({ href }) => href === paths.inbox)
  const inBar = mine.length > 5 && inbox ? [...bar, inbox] : bar
  const more = mine.filter((destination) => !inBar.includes(destination))
  const brand = (
    <Link href={paths.home} className={styles.brand}>
      <Logo />
      <span>
        <span className={styles.brandName}>{t({ id: 'shell.name', defaultMessage: 'Hamgam' })}</span>
        <span className={styles.brandOrg} dir="auto">
          {me.organization?.displayName}
        </span>
      </span>
    </Link>
  )
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t({ id: 'shell.skip', defaultMessage: 'Skip to the content' })}
      </a>
      <div className={styles.layout}>
        <header className={styles.top}>
          {brand}
          <PersonMenu />
        </header>
        <aside className={styles.side}>
          {brand}
          <nav className={styles.nav} aria-label={t({ id: 'shell.navigation', defaultMessage: 'Main navigation' })}>
            {groups.map((group) => {
              const items = mine.filter((destination) => destination.group === group)
              return (
                items.length > 0 && (
                  <div key={group} className={styles.group}>
                    {titles[group] && <span className={styles.groupTitle}>{titles[group]}</span>}
                    {items.map((destination) => (
                      <NavItem
                        key={destination.href}
                        destination={destination}
                        path={path}
                        badge={badge(destination)}
                      />
                    ))}
                  </div>
                )
              )
            })}
          </nav>
          <div className={styles.foot}>
            <DemoClock />
            <PersonMenu />
          </div>
        </aside>
        <main id="main" className={styles.main} tabIndex={-1}>
          <div className={styles.inner}>
            <RoleGuard roles={roles}>
              <Outlet />
            </RoleGuard>
          </div>
        </main>
        <nav className={styles.bottom} aria-label={t({ id: 'shell.navigation', defaultMessage: 'Main navigation' })}>
          {inBar.map((destination) => (
            <Link
              key={destination.href}
              href={destination.href}
              className={styles.tab}
              aria-current={isAt(destination.href, path) ? 'page' : undefined}
            >
              <destination.icon size={21} aria-hidden />
              {t(destination.label)}
              {badge(destination) !== undefined && (
                <span className={styles.tabBadge}>
                  <Count value={unread} strong />
                </span>
              )}
            </Link>
          ))}
          {more.length > 0 && (
            <Menu
              label={t({ id: 'shell.more', defaultMessage: 'More' })}
              trigger={
                <AriaButton
                  className={styles.tab}
                  aria-current={more.some(({ href }) => isAt(href, path)) ? 'page' : undefined}
                >
                  <Ellipsis size={21} aria-hidden />
                  {t({ id: 'shell.more', defaultMessage: 'More' })}
                </AriaButton>
              }
            >
              {more.map(({ href, label, icon }) => (
                <MenuItem key={href} href={href} icon={icon}>
                  {t(label)}
                </MenuItem>
              ))}
            </Menu>
          )}
        </nav>
      </div>
    </>
  )
}

function NavItem({ destination, path, badge }: { destination: Destination; path: string; badge?: number }) {
  const t = useText()
  const { href, label, icon: Icon } = destination
  return (
    <Link href={href} className={styles.item} aria-current={isAt(href, path) ? 'page' : undefined}>
      <Icon size={19} aria-hidden />
      <span className={styles.itemLabel}>{t(label)}</span>
      {badge !== undefined && <Count value={badge} strong />}
    </Link>
  )
}
