import { useQueryClient } from '@tanstack/react-query'
import { ChevronsUpDown, LogOut, Monitor, Moon, ShieldCheck, Sun, UserRound } from 'lucide-react'
import { Button } from 'react-aria-components'
import { paths } from '@/api/paths'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useReading } from '@/i18n/LocaleProvider'
import { type LanguageCode, languageNames } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { type ThemeChoice, useTheme } from '@/look/theme'
import { useMe } from '@/session/me'
import { useChangeReading } from '@/session/preferences'
import { useRoleText } from '@/session/roles'
import { useSession } from '@/session/SessionContext'
import { Avatar } from '@/ui/Avatar'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '@/ui/Menu'
import styles from './Layout.module.css'

const languages: LanguageCode[] = ['en', 'fa', 'ar']

/** Who is signed in; opens the profile, language, theme and sign-out. */
export function PersonMenu() {
  const t = useText()
  const { me } = useMe()
  const session = useSession()
  const queries = useQueryClient()
  const role = useRoleText()
  const theme = useTheme()
  const { language } = useReading().reading
  const changeReading = useChangeReading()
  const name = me.person?.displayName ?? ''
  const shown = me.roles.find((held) => held !== Role.MEMBER) ?? Role.MEMBER
  const looks: { value: ThemeChoice; label: string; icon: typeof Sun }[] = [
    { value: 'light', label: t({ id: 'shell.light', defaultMessage: 'Light' }), icon: Sun },
    { value: 'dark', label: t({ id: 'shell.dark', defaultMessage: 'Dark' }), icon: Moon },
    { value: 'system', label: t({ id: 'shell.asSystem', defaultMessage: 'As the system' }), icon: Monitor },
  ]
  return (
    <Menu
      label={t({ id: 'shell.you', defaultMessage: 'You' })}
      trigger={
        <Button
          className={styles.person}
          aria-label={t({ id: 'shell.youAre', defaultMessage: 'You are {name}' }, { name })}
        >
          <Avatar name={name} />
          <span className={styles.personText}>
            <span className={styles.personName} dir="auto">
              {name}
            </span>
            <span className={styles.personRole}>{role(shown)}</span>
          </span>
          <ChevronsUpDown size={16} aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={UserRound} href={paths.me}>
        {t({ id: 'shell.profile', defaultMessage: 'Profile and preferences' })}
      </MenuItem>
      <MenuItem icon={ShieldCheck} href={paths.held}>
        {t({ id: 'shell.held', defaultMessage: 'What is held about me' })}
      </MenuItem>
      <MenuSeparator />
      <MenuSection title={t({ id: 'shell.language', defaultMessage: 'Language' })}>
        {languages.map((code) => (
          <MenuItem key={code} isChosen={code === language} onAction={() => changeReading.language(code)}>
            {languageNames[code]}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuSection title={t({ id: 'shell.theme', defaultMessage: 'Appearance' })}>
        {looks.map(({ value, label, icon }) => (
          <MenuItem key={value} icon={icon} isChosen={value === theme} onAction={() => changeReading.theme(value)}>
            {label}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem
        icon={LogOut}
        onAction={() => {
          void session.signOut().finally(() => queries.clear())
        }}
      >
        {t({ id: 'shell.signOut', defaultMessage: 'Sign out' })}
      </MenuItem>
    </Menu>
  )
}
