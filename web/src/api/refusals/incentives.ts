import { defineMessages } from 'react-intl'

/** Why incentives refuses something that was well formed. */
export const incentives = defineMessages({
  CHALLENGE_STARTED: {
    id: 'refusals.CHALLENGE_STARTED',
    defaultMessage: 'The challenge is announced; only a draft can be changed or started.',
  },
  CHALLENGE_OVER: { id: 'refusals.CHALLENGE_OVER', defaultMessage: 'The challenge is over.' },
  NO_TEAM_QUALIFIES: {
    id: 'refusals.NO_TEAM_QUALIFIES',
    defaultMessage:
      'None of the teams can be measured: each was flagged a short while ago, is too small, or has nobody to be compared with.',
  },
  TEAM_IN_ANOTHER_CHALLENGE: {
    id: 'refusals.TEAM_IN_ANOTHER_CHALLENGE',
    defaultMessage:
      'One of the teams is in another challenge with this application that still runs. Nothing is paid twice.',
  },
  FIGURES_NOT_READY: {
    id: 'refusals.FIGURES_NOT_READY',
    defaultMessage: 'The figures of a team are not ready. Try again later.',
  },
  BUDGET_EXCEEDED: { id: 'refusals.BUDGET_EXCEEDED', defaultMessage: 'The budget does not hold so much.' },
  BUDGET_COMMITTED: { id: 'refusals.BUDGET_COMMITTED', defaultMessage: 'More than this is spent or promised already.' },
  BUDGET_IN_USE: {
    id: 'refusals.BUDGET_IN_USE',
    defaultMessage: 'Something is paid or promised from this budget, so its currency stays.',
  },
  BUDGET_NOT_OPEN: { id: 'refusals.BUDGET_NOT_OPEN', defaultMessage: 'The budget does not pay on this day.' },
  RATE_MISSING: {
    id: 'refusals.RATE_MISSING',
    defaultMessage: 'There is no exchange rate between the two currencies for today. Enter one first.',
  },
  REWARD_ABOVE_PRIZE: { id: 'refusals.REWARD_ABOVE_PRIZE', defaultMessage: 'The reward costs more than the prize.' },
  REWARD_ARCHIVED: { id: 'refusals.REWARD_ARCHIVED', defaultMessage: 'The reward is no longer in the catalogue.' },
  AWARD_DECIDED: { id: 'refusals.AWARD_DECIDED', defaultMessage: 'The team has chosen already.' },
  REDEMPTION_DECIDED: {
    id: 'refusals.REDEMPTION_DECIDED',
    defaultMessage: 'This choice was approved, rejected or used already.',
  },
  REDEMPTION_NOT_APPROVED: {
    id: 'refusals.REDEMPTION_NOT_APPROVED',
    defaultMessage: 'HR has not approved it yet, so there is no voucher.',
  },
  OWN_TEAM: {
    id: 'refusals.OWN_TEAM',
    defaultMessage: 'Nobody approves the reward of a team of one’s own. Ask a colleague.',
  },
  VOUCHER_USED: { id: 'refusals.VOUCHER_USED', defaultMessage: 'This voucher was used already.' },
  VALUE_ARCHIVED: { id: 'refusals.VALUE_ARCHIVED', defaultMessage: 'This value is no longer offered.' },
  THANKS_HIDDEN: { id: 'refusals.THANKS_HIDDEN', defaultMessage: 'These thanks are not on the wall any more.' },
  TOO_MANY_PROPOSALS: {
    id: 'refusals.TOO_MANY_PROPOSALS',
    defaultMessage: 'You have proposed three rewards already; that is as many as a member can propose.',
  },
  TOO_MANY_THANKS: {
    id: 'refusals.TOO_MANY_THANKS',
    defaultMessage: 'You have thanked as many people today as one can in a day. Tomorrow you can thank more.',
  },
})
