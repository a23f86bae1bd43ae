import { defineMessages } from 'react-intl'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useText } from '@/i18n/text'

const words = defineMessages({
  admin: { id: 'shell.role.admin', defaultMessage: 'Administrator' },
  hr: { id: 'shell.role.hr', defaultMessage: 'HR' },
  trainer: { id: 'shell.role.trainer', defaultMessage: 'Trainer' },
  champion: { id: 'shell.role.champion', defaultMessage: 'Change champion' },
  sponsor: { id: 'shell.role.sponsor', defaultMessage: 'Sponsor' },
  member: { id: 'shell.role.member', defaultMessage: 'Member' },
})

const labels = {
  [Role.UNSPECIFIED]: words.member,
  [Role.ADMIN]: words.admin,
  [Role.HR]: words.hr,
  [Role.TRAINER]: words.trainer,
  [Role.CHAMPION]: words.champion,
  [Role.SPONSOR]: words.sponsor,
  [Role.MEMBER]: words.member,
}

/** Puts a role into words. */
export function useRoleText() {
  const t = useText()
  return (role: Role) => t(labels[role])
}
