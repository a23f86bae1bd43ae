import { Coffee, Eye, Handshake, type LucideIcon, MessageCircleQuestion, Presentation, Share2 } from 'lucide-react'
import { defineMessages } from 'react-intl'
import { CheckInKind as Kind } from '@/gen/hamgam/champions/v1/check_in_pb'
import { CoverageState as Cover, GapReason as Gap } from '@/gen/hamgam/champions/v1/coverage_pb'
import { NominationState as Nomination } from '@/gen/hamgam/champions/v1/nomination_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  visit: { id: 'champions.visit', defaultMessage: 'Visited them' },
  talk: { id: 'champions.talk', defaultMessage: 'Talked with them' },
  demo: { id: 'champions.demo', defaultMessage: 'Showed something' },
  coaching: { id: 'champions.coaching', defaultMessage: 'Worked beside them' },
  answer: { id: 'champions.answer', defaultMessage: 'Answered a question' },
  shared: { id: 'champions.shared', defaultMessage: 'Passed something on' },
  waiting: { id: 'champions.waiting', defaultMessage: 'Waits for a yes' },
  asked: { id: 'champions.asked', defaultMessage: 'The manager is asked' },
  consented: { id: 'champions.consented', defaultMessage: 'The manager consents' },
  declined: { id: 'champions.declined', defaultMessage: 'Declined' },
  withdrawn: { id: 'champions.withdrawn', defaultMessage: 'Taken back' },
  appointed: { id: 'champions.appointed', defaultMessage: 'Appointed' },
  covered: { id: 'champions.covered', defaultMessage: 'Covered' },
  stretched: { id: 'champions.stretched', defaultMessage: 'Stretched' },
  uncovered: { id: 'champions.uncovered', defaultMessage: 'No champion' },
  never: { id: 'champions.never', defaultMessage: 'It never had one' },
  left: { id: 'champions.left', defaultMessage: 'The champion left the organization' },
  ended: { id: 'champions.ended', defaultMessage: 'The term ended' },
  moved: { id: 'champions.moved', defaultMessage: 'The champion moved to another team' },
  reassigned: { id: 'champions.reassigned', defaultMessage: 'The champion covers other teams now' },
})
type Word = keyof typeof words

/** What a champion can have done, with its picture. */
export const checkInKinds: { kind: Kind; icon: LucideIcon; word: Word }[] = [
  { kind: Kind.VISIT, icon: Eye, word: 'visit' },
  { kind: Kind.TALK, icon: Coffee, word: 'talk' },
  { kind: Kind.DEMO, icon: Presentation, word: 'demo' },
  { kind: Kind.COACHING, icon: Handshake, word: 'coaching' },
  { kind: Kind.ANSWER, icon: MessageCircleQuestion, word: 'answer' },
  { kind: Kind.SHARED_MATERIAL, icon: Share2, word: 'shared' },
]
const nominationLooks: Record<Nomination, { word: Word; tone: Tone }> = {
  [Nomination.UNSPECIFIED]: { word: 'waiting', tone: 'neutral' },
  [Nomination.PROPOSED]: { word: 'waiting', tone: 'info' },
  [Nomination.AWAITING_CONSENT]: { word: 'asked', tone: 'warn' },
  [Nomination.CONSENTED]: { word: 'consented', tone: 'brand' },
  [Nomination.DECLINED]: { word: 'declined', tone: 'plum' },
  [Nomination.WITHDRAWN]: { word: 'withdrawn', tone: 'neutral' },
  [Nomination.APPOINTED]: { word: 'appointed', tone: 'good' },
}
const coverLooks: Record<Cover, { word: Word; tone: Tone }> = {
  [Cover.UNSPECIFIED]: { word: 'covered', tone: 'neutral' },
  [Cover.COVERED]: { word: 'covered', tone: 'good' },
  [Cover.STRETCHED]: { word: 'stretched', tone: 'warn' },
  [Cover.NONE]: { word: 'uncovered', tone: 'bad' },
}
const gapWords: Record<Gap, Word | undefined> = {
  [Gap.UNSPECIFIED]: undefined,
  [Gap.NEVER_HAD]: 'never',
  [Gap.LEFT]: 'left',
  [Gap.TERM_ENDED]: 'ended',
  [Gap.MOVED]: 'moved',
  [Gap.REASSIGNED]: 'reassigned',
}

/** Puts the choices of champions into words. */
export function useChampionWords() {
  const t = useText()
  return {
    checkIn: (kind: Kind) => {
      const found = checkInKinds.find((each) => each.kind === kind)
      return found ? t(words[found.word]) : ''
    },
    nomination: (state: Nomination) => t(words[nominationLooks[state].word]),
    nominationTone: (state: Nomination) => nominationLooks[state].tone,
    cover: (state: Cover) => t(words[coverLooks[state].word]),
    coverTone: (state: Cover) => coverLooks[state].tone,
    gap: (reason: Gap) => {
      const word = gapWords[reason]
      return word && t(words[word])
    },
  }
}
