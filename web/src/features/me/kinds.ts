import { defineMessages, type MessageDescriptor } from 'react-intl'
import { NotificationKind as Kind } from '@/gen/hamgam/notifications/v1/notification_pb'

const heads = defineMessages({
  learning: { id: 'me.group.learning', defaultMessage: 'Learning and help' },
  teams: { id: 'me.group.teams', defaultMessage: 'Teams that you look after' },
  voices: { id: 'me.group.voices', defaultMessage: 'Proposals and questions' },
  meetings: { id: 'me.group.meetings', defaultMessage: 'Committees and meetings' },
  champions: { id: 'me.group.champions', defaultMessage: 'Champions' },
  together: { id: 'me.group.together', defaultMessage: 'Challenges and thanks' },
})

const words = defineMessages({
  assigned: { id: 'me.kind.assigned', defaultMessage: 'A course is given to me' },
  reminded: { id: 'me.kind.reminded', defaultMessage: 'A course is due soon or overdue' },
  escalated: { id: 'me.kind.escalated', defaultMessage: 'One of my people is long overdue' },
  completed: { id: 'me.kind.completed', defaultMessage: 'I have completed something' },
  help: { id: 'me.kind.help', defaultMessage: 'A learner asks for help' },
  answered: { id: 'me.kind.answered', defaultMessage: 'My question is answered' },
  raised: { id: 'me.kind.raised', defaultMessage: 'A team of mine is flagged' },
  cleared: { id: 'me.kind.cleared', defaultMessage: 'A flag of a team of mine is cleared' },
  started: { id: 'me.kind.started', defaultMessage: 'Help for a team of mine begins' },
  task: { id: 'me.kind.task', defaultMessage: 'There is something for me to do' },
  pulse: { id: 'me.kind.pulse', defaultMessage: 'A few short questions wait for me' },
  proposal: { id: 'me.kind.proposal', defaultMessage: 'A proposal that I made, follow or voted for is answered' },
  comment: { id: 'me.kind.comment', defaultMessage: 'Somebody comments on a proposal of mine' },
  mention: { id: 'me.kind.mention', defaultMessage: 'Somebody mentions me' },
  invited: { id: 'me.kind.invited', defaultMessage: 'I am invited to a meeting' },
  updated: { id: 'me.kind.updated', defaultMessage: 'A meeting of mine is changed' },
  cancelled: { id: 'me.kind.cancelled', defaultMessage: 'A meeting of mine does not take place' },
  minutes: { id: 'me.kind.minutes', defaultMessage: 'The minutes of a meeting are approved' },
  outcome: { id: 'me.kind.outcome', defaultMessage: 'A meeting gives me a task' },
  overdue: { id: 'me.kind.overdue', defaultMessage: 'A task of mine from a meeting is overdue' },
  nomination: { id: 'me.kind.nomination', defaultMessage: 'I am asked whether somebody becomes a champion' },
  decided: { id: 'me.kind.decided', defaultMessage: 'A nomination that concerns me is decided' },
  appointed: { id: 'me.kind.appointed', defaultMessage: 'I become a champion' },
  term: { id: 'me.kind.term', defaultMessage: 'A champion’s term ends' },
  coverage: { id: 'me.kind.coverage', defaultMessage: 'Teams lose their champion' },
  visit: { id: 'me.kind.visit', defaultMessage: 'A team of mine should be visited' },
  forwarded: { id: 'me.kind.forwarded', defaultMessage: 'A colleague of my teams asks for help' },
  post: { id: 'me.kind.post', defaultMessage: 'My post among champions is answered' },
  followUp: { id: 'me.kind.followUp', defaultMessage: 'The day comes to look again at a team' },
  championThanked: { id: 'me.kind.championThanked', defaultMessage: 'Somebody thanks me as a champion' },
  challenge: { id: 'me.kind.challenge', defaultMessage: 'A challenge of my team begins' },
  challengeOver: { id: 'me.kind.challengeOver', defaultMessage: 'A challenge of my team is over' },
  award: { id: 'me.kind.award', defaultMessage: 'My team has chosen its reward' },
  redemption: { id: 'me.kind.redemption', defaultMessage: 'A reward waits for my approval' },
  redeemed: { id: 'me.kind.redeemed', defaultMessage: 'The reward of my team is approved or rejected' },
  thanks: { id: 'me.kind.thanks', defaultMessage: 'A colleague thanks me or my team' },
})

/** One kind of notification, as a person chooses about it. */
interface Told {
  kind: Kind
  words: MessageDescriptor
}

/** What a person can be told about, in the order of the day's work. */
export const kindGroups: { id: string; head: MessageDescriptor; kinds: Told[] }[] = [
  {
    id: 'learning',
    head: heads.learning,
    kinds: [
      { kind: Kind.ENROLLMENT_ASSIGNED, words: words.assigned },
      { kind: Kind.ENROLLMENT_REMINDED, words: words.reminded },
      { kind: Kind.ENROLLMENT_COMPLETED, words: words.completed },
      { kind: Kind.ENROLLMENT_ESCALATED, words: words.escalated },
      { kind: Kind.HELP_REQUESTED, words: words.help },
      { kind: Kind.HELP_ANSWERED, words: words.answered },
    ],
  },
  {
    id: 'teams',
    head: heads.teams,
    kinds: [
      { kind: Kind.FLAG_RAISED, words: words.raised },
      { kind: Kind.FLAG_CLEARED, words: words.cleared },
      { kind: Kind.INTERVENTION_STARTED, words: words.started },
      { kind: Kind.TASK_ASSIGNED, words: words.task },
    ],
  },
  {
    id: 'voices',
    head: heads.voices,
    kinds: [
      { kind: Kind.PULSE_OPENED, words: words.pulse },
      { kind: Kind.PROPOSAL_ANSWERED, words: words.proposal },
      { kind: Kind.PROPOSAL_COMMENTED, words: words.comment },
      { kind: Kind.PERSON_MENTIONED, words: words.mention },
    ],
  },
  {
    id: 'meetings',
    head: heads.meetings,
    kinds: [
      { kind: Kind.MEETING_INVITED, words: words.invited },
      { kind: Kind.MEETING_UPDATED, words: words.updated },
      { kind: Kind.MEETING_CANCELLED, words: words.cancelled },
      { kind: Kind.MINUTES_APPROVED, words: words.minutes },
      { kind: Kind.OUTCOME_TASK_ASSIGNED, words: words.outcome },
      { kind: Kind.OUTCOME_TASK_OVERDUE, words: words.overdue },
    ],
  },
  {
    id: 'champions',
    head: heads.champions,
    kinds: [
      { kind: Kind.NOMINATION_REQUESTED, words: words.nomination },
      { kind: Kind.NOMINATION_DECIDED, words: words.decided },
      { kind: Kind.CHAMPION_APPOINTED, words: words.appointed },
      { kind: Kind.CHAMPION_TERM_ENDED, words: words.term },
      { kind: Kind.COVERAGE_LOST, words: words.coverage },
      { kind: Kind.VISIT_REQUESTED, words: words.visit },
      { kind: Kind.FOLLOW_UP_DUE, words: words.followUp },
      { kind: Kind.HELP_FORWARDED, words: words.forwarded },
      { kind: Kind.POST_ANSWERED, words: words.post },
      { kind: Kind.CHAMPION_THANKED, words: words.championThanked },
    ],
  },
  {
    id: 'together',
    head: heads.together,
    kinds: [
      { kind: Kind.CHALLENGE_STARTED, words: words.challenge },
      { kind: Kind.CHALLENGE_ENDED, words: words.challengeOver },
      { kind: Kind.AWARD_DECIDED, words: words.award },
      { kind: Kind.REDEMPTION_REQUESTED, words: words.redemption },
      { kind: Kind.REDEMPTION_DECIDED, words: words.redeemed },
      { kind: Kind.THANKS_GIVEN, words: words.thanks },
    ],
  },
]
