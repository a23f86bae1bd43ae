import { defineMessages } from 'react-intl'
import { AgendaSource as Source } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { OutcomeKind, ProposalDecision } from '@/gen/hamgam/feedback/v1/outcome_pb'
import { Consent, Hand, PollMethod, PollVerdict } from '@/gen/hamgam/feedback/v1/poll_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  fromMember: { id: 'meetings.fromMember', defaultMessage: 'From a member' },
  fromFlag: { id: 'meetings.fromFlag', defaultMessage: 'From a flag' },
  fromProposals: { id: 'meetings.fromProposals', defaultMessage: 'From proposals' },
  fromTask: { id: 'meetings.fromTask', defaultMessage: 'From an overdue task' },
  fromPlay: { id: 'meetings.fromPlay', defaultMessage: 'From a playbook' },
  hands: { id: 'meetings.hands', defaultMessage: 'Show of hands' },
  handsHint: { id: 'meetings.handsHint', defaultMessage: 'It passes with more for than against.' },
  consent: { id: 'meetings.consent', defaultMessage: 'Consent' },
  consentHint: {
    id: 'meetings.consentHint',
    defaultMessage: 'It passes when nobody objects with a reason and at least one consents.',
  },
  dots: { id: 'meetings.dots', defaultMessage: 'Dots' },
  dotsHint: { id: 'meetings.dotsHint', defaultMessage: 'Everybody spreads dots; the options with the most win.' },
  ranked: { id: 'meetings.ranked', defaultMessage: 'Ranking' },
  rankedHint: {
    id: 'meetings.rankedHint',
    defaultMessage: 'Everybody ranks; the last ones leave round by round until one has more than half.',
  },
  running: { id: 'meetings.running', defaultMessage: 'Running' },
  passed: { id: 'meetings.passed', defaultMessage: 'Passed' },
  failed: { id: 'meetings.failed', defaultMessage: 'Not passed' },
  tied: { id: 'meetings.tied', defaultMessage: 'Tied' },
  noQuorum: { id: 'meetings.noQuorum', defaultMessage: 'Too few took part' },
  for: { id: 'meetings.for', defaultMessage: 'For it' },
  against: { id: 'meetings.against', defaultMessage: 'Against it' },
  abstain: { id: 'meetings.abstain', defaultMessage: 'Abstains' },
  consents: { id: 'meetings.consents', defaultMessage: 'Consents' },
  objects: { id: 'meetings.objects', defaultMessage: 'Objects' },
  standsAside: { id: 'meetings.standsAside', defaultMessage: 'Stands aside' },
  information: { id: 'meetings.information', defaultMessage: 'Information' },
  decision: { id: 'meetings.decision', defaultMessage: 'Decision' },
  task: { id: 'meetings.task', defaultMessage: 'Task' },
  planned: { id: 'meetings.planned', defaultMessage: 'Will be done' },
  started: { id: 'meetings.started', defaultMessage: 'Is being done' },
  completed: { id: 'meetings.completed', defaultMessage: 'Is done' },
  declined: { id: 'meetings.declined', defaultMessage: 'Will not be done' },
})
type Word = keyof typeof words

const sources: Record<Source, Word> = {
  [Source.UNSPECIFIED]: 'fromMember',
  [Source.MEMBER]: 'fromMember',
  [Source.FLAG]: 'fromFlag',
  [Source.PROPOSALS]: 'fromProposals',
  [Source.TASK]: 'fromTask',
  [Source.PLAY]: 'fromPlay',
}
const methodWords: Record<PollMethod, { word: Word; hint: Word }> = {
  [PollMethod.UNSPECIFIED]: { word: 'hands', hint: 'handsHint' },
  [PollMethod.SHOW_OF_HANDS]: { word: 'hands', hint: 'handsHint' },
  [PollMethod.CONSENT]: { word: 'consent', hint: 'consentHint' },
  [PollMethod.DOTS]: { word: 'dots', hint: 'dotsHint' },
  [PollMethod.RANKED]: { word: 'ranked', hint: 'rankedHint' },
}
const verdicts: Record<PollVerdict, { word: Word; tone: Tone }> = {
  [PollVerdict.UNSPECIFIED]: { word: 'running', tone: 'info' },
  [PollVerdict.PASSED]: { word: 'passed', tone: 'good' },
  [PollVerdict.FAILED]: { word: 'failed', tone: 'bad' },
  [PollVerdict.TIED]: { word: 'tied', tone: 'warn' },
  [PollVerdict.NO_QUORUM]: { word: 'noQuorum', tone: 'warn' },
}
const handWords: Record<Hand, Word> = {
  [Hand.UNSPECIFIED]: 'abstain',
  [Hand.FOR]: 'for',
  [Hand.AGAINST]: 'against',
  [Hand.ABSTAIN]: 'abstain',
}
const consentWords: Record<Consent, Word> = {
  [Consent.UNSPECIFIED]: 'standsAside',
  [Consent.CONSENT]: 'consents',
  [Consent.OBJECT]: 'objects',
  [Consent.STAND_ASIDE]: 'standsAside',
}
const outcomeWords: Record<OutcomeKind, { word: Word; tone: Tone }> = {
  [OutcomeKind.UNSPECIFIED]: { word: 'information', tone: 'neutral' },
  [OutcomeKind.INFORMATION]: { word: 'information', tone: 'info' },
  [OutcomeKind.DECISION]: { word: 'decision', tone: 'brand' },
  [OutcomeKind.TASK]: { word: 'task', tone: 'plum' },
}
const decisionWords: Record<ProposalDecision, Word> = {
  [ProposalDecision.UNSPECIFIED]: 'planned',
  [ProposalDecision.PLANNED]: 'planned',
  [ProposalDecision.STARTED]: 'started',
  [ProposalDecision.COMPLETED]: 'completed',
  [ProposalDecision.DECLINED]: 'declined',
}

/** How a poll can be held. */
export const methods = [PollMethod.SHOW_OF_HANDS, PollMethod.CONSENT, PollMethod.DOTS, PollMethod.RANKED]
/** What a hand can say. */
export const hands = [Hand.FOR, Hand.AGAINST, Hand.ABSTAIN]
/** What can be said to a proposal that seeks consent. */
export const consents = [Consent.CONSENT, Consent.OBJECT, Consent.STAND_ASIDE]
/** What a meeting can leave behind. */
export const outcomeKinds = [OutcomeKind.INFORMATION, OutcomeKind.DECISION, OutcomeKind.TASK]
/** What a decision can make of a proposal. */
export const decisions = [
  ProposalDecision.PLANNED,
  ProposalDecision.STARTED,
  ProposalDecision.COMPLETED,
  ProposalDecision.DECLINED,
]

/** Whether a poll chooses between options. */
export const hasOptions = (method: PollMethod) => method === PollMethod.DOTS || method === PollMethod.RANKED

/** Puts the choices of meetings into words. */
export function useMeetingWords() {
  const t = useText()
  return {
    source: (source: Source) => t(words[sources[source]]),
    method: (method: PollMethod) => t(words[methodWords[method].word]),
    methodHint: (method: PollMethod) => t(words[methodWords[method].hint]),
    verdict: (verdict: PollVerdict) => ({ text: t(words[verdicts[verdict].word]), tone: verdicts[verdict].tone }),
    hand: (hand: Hand) => t(words[handWords[hand]]),
    consent: (consent: Consent) => t(words[consentWords[consent]]),
    outcome: (kind: OutcomeKind) => ({ text: t(words[outcomeWords[kind].word]), tone: outcomeWords[kind].tone }),
    decision: (decision: ProposalDecision) => t(words[decisionWords[decision]]),
  }
}
