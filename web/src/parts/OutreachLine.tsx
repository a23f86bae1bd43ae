import { Circle, CircleAlert, CircleCheck } from 'lucide-react'
import { Link } from 'react-aria-components'
import { defineMessages } from 'react-intl'
import { paths } from '@/api/paths'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import {
  OutreachFailure as Failure,
  OutreachKind as Kind,
  type OutreachStep,
  StepState,
} from '@/gen/hamgam/adoption/v1/intervention_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import styles from './Interventions.module.css'

const words = defineMessages({
  pulse: { id: 'adoption.pulse', defaultMessage: 'A few questions to the team' },
  challengeAlone: { id: 'adoption.challengeAlone', defaultMessage: 'A challenge for the team' },
  open: { id: 'adoption.outreachOpen', defaultMessage: 'Being asked…' },
  pulseDone: { id: 'adoption.pulseDone', defaultMessage: 'They have seven days to answer, without names.' },
  visitDone: { id: 'adoption.visitDone', defaultMessage: 'A champion was there.' },
  challengeDone: { id: 'adoption.challengeDone', defaultMessage: 'Proposed; HR decides on it.' },
  noChampion: { id: 'adoption.noChampion', defaultMessage: 'No champion covers this team; HR has a task instead.' },
  noCommittee: {
    id: 'adoption.noCommittee',
    defaultMessage: 'No committee meets about this team; HR has a task instead.',
  },
  tooFew: {
    id: 'adoption.tooFew',
    defaultMessage:
      'Fewer than five people could be asked, and nothing would be shown of their answers; HR has a task instead.',
  },
  refused: { id: 'adoption.refused', defaultMessage: 'This was not possible; HR has a task instead.' },
  seePulse: { id: 'adoption.seePulse', defaultMessage: 'To the pulse' },
  seeCommittee: { id: 'adoption.seeCommittee', defaultMessage: 'To the committee' },
  seeVisit: { id: 'adoption.seeVisit', defaultMessage: 'To the visits' },
  seeChallenge: { id: 'adoption.seeChallenge', defaultMessage: 'To the challenge' },
})

const failures: Record<Failure, keyof typeof words> = {
  [Failure.UNSPECIFIED]: 'refused',
  [Failure.NO_CHAMPION]: 'noChampion',
  [Failure.NO_COMMITTEE]: 'noCommittee',
  [Failure.TOO_FEW_PEOPLE]: 'tooFew',
  [Failure.REFUSED]: 'refused',
}

/** Somebody who is asked to help the team: what for, how far it is, and the way there. */
export function OutreachLine({ step }: { step: OutreachStep }) {
  const t = useText()
  const read = useLocalized()
  const links = useLinks(step)
  const note = useNote(step)
  const title = read(step.title)
  const what = {
    [Kind.UNSPECIFIED]: title,
    [Kind.PULSE]: t(words.pulse),
    [Kind.COMMITTEE]: t({ id: 'adoption.committee', defaultMessage: 'For the committee: {title}' }, { title }),
    [Kind.VISIT]: t({ id: 'adoption.visit', defaultMessage: 'Visit of a champion: {title}' }, { title }),
    [Kind.CHALLENGE]: title
      ? t({ id: 'adoption.challenge', defaultMessage: 'A challenge: {title}' }, { title })
      : t(words.challengeAlone),
  }[step.kind]
  const done = step.state === StepState.DONE
  const failed = step.state === StepState.FAILED
  const Icon = done ? CircleCheck : failed ? CircleAlert : Circle
  return (
    <li className={styles.step} data-done={done || undefined} data-failed={failed || undefined}>
      <Icon size={18} aria-hidden />
      <span>
        <span dir="auto">{what}</span>
        <br />
        <span className={styles.note}>
          {note}
          {links.map(({ href, label }) => (
            <span key={href}>
              {' '}
              <Link href={href} className={styles.way}>
                {label}
              </Link>
            </span>
          ))}
        </span>
      </span>
    </li>
  )
}

function useNote(step: OutreachStep) {
  const t = useText()
  const format = useFormats()
  if (step.state === StepState.FAILED) return t(words[failures[step.failure]])
  if (step.state === StepState.OPEN) return t(words.open)
  switch (step.kind) {
    case Kind.PULSE:
      return t(words.pulseDone)
    case Kind.COMMITTEE:
      return t(
        {
          id: 'adoption.committeeDone',
          defaultMessage:
            'Suggested for the agenda of {count, plural, one {# committee} other {# committees}} that the team concerns.',
        },
        { count: step.opened.length },
      )
    case Kind.VISIT:
      return step.state === StepState.DONE
        ? t(words.visitDone)
        : t(
            { id: 'adoption.visitAsked', defaultMessage: 'The champions are asked to come by {day}.' },
            { day: format.day(step.dueDay) },
          )
    default:
      return t(words.challengeDone)
  }
}

/** Where whoever looks may go from here. The server decides again. */
function useLinks(step: OutreachStep): { href: string; label: string }[] {
  const t = useText()
  const format = useFormats()
  const { has } = useMe()
  switch (step.kind) {
    case Kind.PULSE:
      if (!has(Role.HR, Role.SPONSOR, Role.CHAMPION)) return []
      return step.opened.map((name) => ({ href: paths.pulse(name), label: t(words.seePulse) }))
    case Kind.COMMITTEE:
      if (!has(Role.HR, Role.SPONSOR)) return []
      return step.opened.map((name, index) => ({
        href: paths.committee(name),
        label:
          step.opened.length > 1
            ? t(
                { id: 'adoption.seeCommitteeOf', defaultMessage: 'To committee {number}' },
                { number: format.number(index + 1) },
              )
            : t(words.seeCommittee),
      }))
    case Kind.VISIT:
      if (has(Role.CHAMPION)) return [{ href: paths.championHome, label: t(words.seeVisit) }]
      return has(Role.HR) ? [{ href: paths.championVisits, label: t(words.seeVisit) }] : []
    case Kind.CHALLENGE:
      if (!has(Role.HR, Role.SPONSOR, Role.CHAMPION)) return []
      return step.opened.map((name) => ({ href: paths.challenge(name), label: t(words.seeChallenge) }))
    default:
      return []
  }
}
