import { defineMessages } from 'react-intl'

/** Why feedback refuses something that was well formed. */
export const feedback = defineMessages({
  PROPOSAL_CLOSED: {
    id: 'refusals.PROPOSAL_CLOSED',
    defaultMessage: 'The proposal is completed, declined or a duplicate.',
  },
  PROPOSAL_MERGED: {
    id: 'refusals.PROPOSAL_MERGED',
    defaultMessage: 'The proposal was merged into another one. Go on there.',
  },
  PROPOSAL_ANSWERED: {
    id: 'refusals.PROPOSAL_ANSWERED',
    defaultMessage: 'Others have voted, commented or answered, so it can no longer become another proposal.',
  },
  ALREADY_VOTED: { id: 'refusals.ALREADY_VOTED', defaultMessage: 'You have voted for it already.' },
  TOO_MANY_ATTACHMENTS: {
    id: 'refusals.TOO_MANY_ATTACHMENTS',
    defaultMessage: 'The proposal has as many images as it can have.',
  },
  TOO_MANY_COMMENTS: {
    id: 'refusals.TOO_MANY_COMMENTS',
    defaultMessage: 'The proposal has as many comments as it can have.',
  },
  TOO_MUCH_AT_ONCE: {
    id: 'refusals.TOO_MUCH_AT_ONCE',
    defaultMessage: 'So much was posted just now that this has to wait. Try again in a while.',
  },
  COMMITTEE_ENDED: {
    id: 'refusals.COMMITTEE_ENDED',
    defaultMessage: 'The committee does not meet any more, or not on that day.',
  },
  NO_CHAIR: { id: 'refusals.NO_CHAIR', defaultMessage: 'Nobody chairs the committee on that day. Name a chair first.' },
  NO_QUORUM: {
    id: 'refusals.NO_QUORUM',
    defaultMessage: 'Fewer members are present than the committee needs to decide.',
  },
  MEETING_NOT_OPEN: { id: 'refusals.MEETING_NOT_OPEN', defaultMessage: 'The meeting is not open.' },
  MEETING_OVER: { id: 'refusals.MEETING_OVER', defaultMessage: 'The meeting is over or was cancelled.' },
  MEETING_TOO_EARLY: {
    id: 'refusals.MEETING_TOO_EARLY',
    defaultMessage: 'A meeting can be opened a day before it begins, not earlier.',
  },
  POLL_OPEN: { id: 'refusals.POLL_OPEN', defaultMessage: 'A poll of the meeting is still open. Close it first.' },
  POLL_CLOSED: { id: 'refusals.POLL_CLOSED', defaultMessage: 'The poll is closed.' },
  POLL_HAS_STANCES: {
    id: 'refusals.POLL_HAS_STANCES',
    defaultMessage: 'Somebody has taken a stance already, so the question stays as it is.',
  },
  STANCE_TAKEN: { id: 'refusals.STANCE_TAKEN', defaultMessage: 'You have taken your stance already.' },
  NOT_PRESENT: { id: 'refusals.NOT_PRESENT', defaultMessage: 'You are not written down as present.' },
  POLL_DID_NOT_DECIDE: {
    id: 'refusals.POLL_DID_NOT_DECIDE',
    defaultMessage: 'The poll did not decide so: it is open, had no quorum, failed or is tied.',
  },
  MEETING_NOT_CLOSED: { id: 'refusals.MEETING_NOT_CLOSED', defaultMessage: 'The meeting is not over.' },
  NOT_A_TASK: { id: 'refusals.NOT_A_TASK', defaultMessage: 'This is not a task.' },
  NOT_A_DECISION: { id: 'refusals.NOT_A_DECISION', defaultMessage: 'This is not a decision.' },
  MINUTES_APPROVED: {
    id: 'refusals.MINUTES_APPROVED',
    defaultMessage: 'The minutes are approved and stay as they are.',
  },
  NO_MINUTES: { id: 'refusals.NO_MINUTES', defaultMessage: 'The meeting has no minutes yet.' },
  ALREADY_A_MEMBER: { id: 'refusals.ALREADY_A_MEMBER', defaultMessage: 'This person is a member already.' },
  ALREADY_ON_THE_AGENDA: { id: 'refusals.ALREADY_ON_THE_AGENDA', defaultMessage: 'This is on the agenda already.' },
  TASK_DONE: { id: 'refusals.TASK_DONE', defaultMessage: 'The task is done.' },
  PULSE_NOT_DRAFT: {
    id: 'refusals.PULSE_NOT_DRAFT',
    defaultMessage: 'People were asked already, so the pulse stays as it is.',
  },
  PULSE_IS_DRAFT: { id: 'refusals.PULSE_IS_DRAFT', defaultMessage: 'Nobody was asked yet.' },
  PULSE_OVER: { id: 'refusals.PULSE_OVER', defaultMessage: 'These questions are closed.' },
  PULSE_ANSWERED: {
    id: 'refusals.PULSE_ANSWERED',
    defaultMessage: 'You have answered these questions already. Thank you.',
  },
})
