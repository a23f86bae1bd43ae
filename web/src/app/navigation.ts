import {
  Award,
  BellRing,
  BookOpen,
  Flag,
  Gavel,
  Gift,
  GraduationCap,
  HeartHandshake,
  HeartPulse,
  House,
  Inbox,
  LibraryBig,
  LifeBuoy,
  Lightbulb,
  type LucideIcon,
  Mail,
  Mountain,
  Route,
  SlidersHorizontal,
  UsersRound,
} from 'lucide-react'
import { defineMessages, type MessageDescriptor } from 'react-intl'
import { paths } from '@/api/paths'
import { Role } from '@/gen/hamgam/access/v1/access_pb'

/** One entry of the navigation. */
export interface Destination {
  href: string
  label: MessageDescriptor
  icon: LucideIcon
  /** Who sees it; everybody when empty. The server decides again. */
  roles: Role[]
  group: 'daily' | 'people' | 'content' | 'system'
}

const words = defineMessages({
  home: { id: 'shell.home', defaultMessage: 'Home' },
  learning: { id: 'shell.learning', defaultMessage: 'My learning' },
  inbox: { id: 'shell.inbox', defaultMessage: 'Inbox' },
  feedback: { id: 'shell.feedback', defaultMessage: 'Feedback' },
  committees: { id: 'shell.committees', defaultMessage: 'Committees' },
  recognition: { id: 'shell.recognition', defaultMessage: 'Thanks' },
  challenges: { id: 'shell.challenges', defaultMessage: 'Challenges' },
  champions: { id: 'shell.champions', defaultMessage: 'Champions' },
  knowledge: { id: 'shell.knowledge', defaultMessage: 'Knowledge base' },
  pulses: { id: 'shell.pulses', defaultMessage: 'Pulses' },
  teams: { id: 'shell.teams', defaultMessage: 'Teams' },
  flags: { id: 'shell.flags', defaultMessage: 'Flags' },
  rewards: { id: 'shell.rewards', defaultMessage: 'Rewards' },
  courses: { id: 'shell.courses', defaultMessage: 'Courses' },
  curricula: { id: 'shell.curricula', defaultMessage: 'Curricula' },
  assignments: { id: 'shell.assignments', defaultMessage: 'Assignments' },
  help: { id: 'shell.help', defaultMessage: 'Help requests' },
  setUp: { id: 'shell.setUp', defaultMessage: 'Set-up' },
  mail: { id: 'shell.mail', defaultMessage: 'Mail' },
})

/** What the navigation holds, in its order; the first four that a person may see stand in the bar of a phone. */
export const destinations: Destination[] = [
  { href: paths.home, label: words.home, icon: House, roles: [], group: 'daily' },
  { href: paths.learning, label: words.learning, icon: GraduationCap, roles: [], group: 'daily' },
  { href: paths.inbox, label: words.inbox, icon: Inbox, roles: [], group: 'daily' },
  { href: paths.feedback, label: words.feedback, icon: Lightbulb, roles: [], group: 'daily' },
  { href: paths.committees, label: words.committees, icon: Gavel, roles: [], group: 'daily' },
  { href: paths.recognition, label: words.recognition, icon: HeartHandshake, roles: [], group: 'daily' },
  { href: paths.challenges, label: words.challenges, icon: Mountain, roles: [], group: 'daily' },
  { href: paths.champions, label: words.champions, icon: Award, roles: [], group: 'daily' },
  { href: paths.knowledge, label: words.knowledge, icon: LibraryBig, roles: [], group: 'daily' },
  {
    href: paths.teams,
    label: words.teams,
    icon: UsersRound,
    roles: [Role.ADMIN, Role.HR, Role.CHAMPION, Role.SPONSOR],
    group: 'people',
  },
  {
    href: paths.flags,
    label: words.flags,
    icon: Flag,
    roles: [Role.ADMIN, Role.HR, Role.CHAMPION, Role.SPONSOR],
    group: 'people',
  },
  {
    href: paths.pulses,
    label: words.pulses,
    icon: HeartPulse,
    roles: [Role.HR, Role.TRAINER, Role.SPONSOR, Role.CHAMPION],
    group: 'people',
  },
  { href: paths.rewards, label: words.rewards, icon: Gift, roles: [Role.HR, Role.SPONSOR], group: 'people' },
  { href: paths.courses, label: words.courses, icon: BookOpen, roles: [Role.HR, Role.TRAINER], group: 'content' },
  { href: paths.curricula, label: words.curricula, icon: Route, roles: [Role.HR, Role.TRAINER], group: 'content' },
  {
    href: paths.assignments,
    label: words.assignments,
    icon: BellRing,
    roles: [Role.HR, Role.TRAINER],
    group: 'content',
  },
  { href: paths.help, label: words.help, icon: LifeBuoy, roles: [Role.HR, Role.TRAINER], group: 'content' },
  { href: paths.setUp, label: words.setUp, icon: SlidersHorizontal, roles: [Role.ADMIN, Role.HR], group: 'system' },
  { href: paths.mail, label: words.mail, icon: Mail, roles: [Role.ADMIN], group: 'system' },
]

/** Whether a destination is the one that is shown. */
export function isAt(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}
