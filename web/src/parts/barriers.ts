import {
  CircleHelp,
  GraduationCap,
  HeartHandshake,
  type LucideIcon,
  Megaphone,
  Repeat,
  Target,
  Wrench,
} from 'lucide-react'
import { defineMessages } from 'react-intl'
import { usePlaybooks } from '@/api/adoption'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'

const names = defineMessages({
  unknown: { id: 'adoption.barrier.unknown', defaultMessage: 'Evidence is being collected' },
  tool: { id: 'adoption.barrier.tool', defaultMessage: 'Tool' },
  reinforcement: { id: 'adoption.barrier.reinforcement', defaultMessage: 'Reinforcement' },
  awareness: { id: 'adoption.barrier.awareness', defaultMessage: 'Awareness' },
  willingness: { id: 'adoption.barrier.willingness', defaultMessage: 'Willingness' },
  knowledge: { id: 'adoption.barrier.knowledge', defaultMessage: 'Knowledge' },
  ability: { id: 'adoption.barrier.ability', defaultMessage: 'Ability' },
  unclear: { id: 'adoption.barrier.unclear', defaultMessage: 'Unclear' },
})

const meanings = defineMessages({
  unknown: {
    id: 'adoption.meaning.unknown',
    defaultMessage: 'Hamgam is still asking the other services what they know.',
  },
  tool: {
    id: 'adoption.meaning.tool',
    defaultMessage:
      'People cannot work with it: no access, an incident, or data that stopped arriving. Training would not help.',
  },
  reinforcement: {
    id: 'adoption.meaning.reinforcement',
    defaultMessage: 'It was used well, then less and less. A visit and recognition bring it back.',
  },
  awareness: {
    id: 'adoption.meaning.awareness',
    defaultMessage: 'People do not know what is coming and why it concerns them.',
  },
  willingness: {
    id: 'adoption.meaning.willingness',
    defaultMessage: 'People know how and do not want to. That is for a conversation, not for a course.',
  },
  knowledge: {
    id: 'adoption.meaning.knowledge',
    defaultMessage: 'People were never taught, or those who were have left.',
  },
  ability: {
    id: 'adoption.meaning.ability',
    defaultMessage: 'People were taught and still cannot do it at work. Coaching and practice help.',
  },
  unclear: {
    id: 'adoption.meaning.unclear',
    defaultMessage: 'Nothing that is known explains it. Ask two questions first.',
  },
})

/** All barriers, in the order of the table of causes. */
export const barriers = [
  Barrier.TOOL,
  Barrier.REINFORCEMENT,
  Barrier.AWARENESS,
  Barrier.WILLINGNESS,
  Barrier.KNOWLEDGE,
  Barrier.ABILITY,
  Barrier.UNCLEAR,
] as const

const keys: Record<Barrier, keyof typeof names> = {
  [Barrier.UNSPECIFIED]: 'unknown',
  [Barrier.TOOL]: 'tool',
  [Barrier.REINFORCEMENT]: 'reinforcement',
  [Barrier.AWARENESS]: 'awareness',
  [Barrier.WILLINGNESS]: 'willingness',
  [Barrier.KNOWLEDGE]: 'knowledge',
  [Barrier.ABILITY]: 'ability',
  [Barrier.UNCLEAR]: 'unclear',
}

/** The picture of each barrier. */
export const barrierIcons: Record<Barrier, LucideIcon> = {
  [Barrier.UNSPECIFIED]: CircleHelp,
  [Barrier.TOOL]: Wrench,
  [Barrier.REINFORCEMENT]: Repeat,
  [Barrier.AWARENESS]: Megaphone,
  [Barrier.WILLINGNESS]: HeartHandshake,
  [Barrier.KNOWLEDGE]: GraduationCap,
  [Barrier.ABILITY]: Target,
  [Barrier.UNCLEAR]: CircleHelp,
}

/** What a barrier is called, by the organization where it has a name of its own, and what it means. */
export function useBarrierText() {
  const t = useText()
  const localized = useLocalized()
  const playbooks = usePlaybooks().data
  return {
    name: (barrier: Barrier) =>
      localized(playbooks?.find((playbook) => playbook.barrier === barrier)?.barrierLabel) || t(names[keys[barrier]]),
    meaning: (barrier: Barrier) => t(meanings[keys[barrier]]),
    play: (barrier: Barrier) => localized(playbooks?.find((playbook) => playbook.barrier === barrier)?.summary),
  }
}
