import { defineMessages } from 'react-intl'

/** Why champions refuses something that was well formed. */
export const champions = defineMessages({
  PROGRAMME_ARCHIVED: {
    id: 'refusals.PROGRAMME_ARCHIVED',
    defaultMessage: 'The programme takes no nominations any more.',
  },
  DECLINED_RECENTLY: {
    id: 'refusals.DECLINED_RECENTLY',
    defaultMessage: 'The manager declined not long ago. Wait a while before you nominate this person again.',
  },
  TOO_MANY_NOMINATIONS: {
    id: 'refusals.TOO_MANY_NOMINATIONS',
    defaultMessage: 'Too many of your nominations are still open. Wait until some are decided.',
  },
  NOMINATION_CLOSED: {
    id: 'refusals.NOMINATION_CLOSED',
    defaultMessage: 'This nomination was decided or taken back already.',
  },
  NOT_CONSENTED: {
    id: 'refusals.NOT_CONSENTED',
    defaultMessage: 'The nominee and the manager have not both said yes.',
  },
  TRAINING_INCOMPLETE: {
    id: 'refusals.TRAINING_INCOMPLETE',
    defaultMessage: 'What a champion of this programme learns first is not complete.',
  },
  PERSON_LEFT: { id: 'refusals.PERSON_LEFT', defaultMessage: 'This person has left the organization.' },
  TERM_OVER: { id: 'refusals.TERM_OVER', defaultMessage: 'The term is over.' },
  NOT_A_CHAMPION: { id: 'refusals.NOT_A_CHAMPION', defaultMessage: 'You are not a champion at the moment.' },
  TEAM_NOT_COVERED: { id: 'refusals.TEAM_NOT_COVERED', defaultMessage: 'You do not cover this team.' },
  CHECK_IN_SETTLED: {
    id: 'refusals.CHECK_IN_SETTLED',
    defaultMessage: 'A check-in can be taken back for 24 hours; this one is older.',
  },
  NO_FOLLOW_UP: { id: 'refusals.NO_FOLLOW_UP', defaultMessage: 'This check-in has no day to look again.' },
  NOT_HELPED: {
    id: 'refusals.NOT_HELPED',
    defaultMessage:
      'Champions are thanked by those whom they helped: your team is not covered by this one, and no answer to you is known.',
  },
  THANKED_RECENTLY: {
    id: 'refusals.THANKED_RECENTLY',
    defaultMessage: 'You thanked this champion in the last seven days. Once a week is enough to be heard.',
  },
  OWN_POST: { id: 'refusals.OWN_POST', defaultMessage: 'This is your own post.' },
  TOO_MANY_POSTS: { id: 'refusals.TOO_MANY_POSTS', defaultMessage: 'That was a lot for one day. Go on tomorrow.' },
  POST_HIDDEN: { id: 'refusals.POST_HIDDEN', defaultMessage: 'Moderators have hidden this post.' },
  ARTICLE_PROPOSED: {
    id: 'refusals.ARTICLE_PROPOSED',
    defaultMessage: 'This answer is proposed for the knowledge base already.',
  },
  HELP_ANSWERED: { id: 'refusals.HELP_ANSWERED', defaultMessage: 'Somebody answered this question before you.' },
  TOO_MANY_CHECK_INS: {
    id: 'refusals.TOO_MANY_CHECK_INS',
    defaultMessage: 'That was a lot for one day. Go on tomorrow.',
  },
  TRAINING_UNREACHABLE: {
    id: 'refusals.TRAINING_UNREACHABLE',
    defaultMessage: 'It cannot be checked just now whether the courses are complete. Try again in a moment.',
  },
  VISIT_MADE: { id: 'refusals.VISIT_MADE', defaultMessage: 'This visit was made already.' },
  TEAM_STARTS_LATER: {
    id: 'refusals.TEAM_STARTS_LATER',
    defaultMessage: 'A staged start says that one of the teams gets its champion later.',
  },
  POST_REPORTED: { id: 'refusals.POST_REPORTED', defaultMessage: 'This post was reported and waits for a moderator.' },
  TOO_MANY_ANSWERS: {
    id: 'refusals.TOO_MANY_ANSWERS',
    defaultMessage: 'This post has as many answers as one post can have.',
  },
})
