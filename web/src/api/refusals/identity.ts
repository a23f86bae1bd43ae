import { defineMessages } from 'react-intl'

/** Why identity refuses something that was well formed. */
export const identity = defineMessages({
  WRONG_CREDENTIALS: { id: 'errors.WRONG_CREDENTIALS', defaultMessage: 'Address and password do not match.' },
  TOO_MANY_ATTEMPTS: {
    id: 'errors.TOO_MANY_ATTEMPTS',
    defaultMessage: 'Too many attempts. Wait a quarter of an hour, then try again.',
  },
  SESSION_ENDED: { id: 'errors.SESSION_ENDED', defaultMessage: 'Your session has ended. Sign in again.' },
  LINK_NOT_VALID: {
    id: 'errors.LINK_NOT_VALID',
    defaultMessage: 'This link was used already or is too old. Ask for a new one.',
  },
  ORGANIZATION_NEEDED: {
    id: 'refusals.ORGANIZATION_NEEDED',
    defaultMessage: 'This address belongs to several organizations. Choose one.',
  },
  NO_EMAIL: { id: 'refusals.NO_EMAIL', defaultMessage: 'This person has no address to send to.' },
  EMPLOYMENT_ENDED: { id: 'refusals.EMPLOYMENT_ENDED', defaultMessage: 'This person’s employment is over.' },
  LAST_ADMIN: {
    id: 'refusals.LAST_ADMIN',
    defaultMessage: 'Nobody else is an administrator. Give somebody else the role first.',
  },
  TEAM_NOT_EMPTY: { id: 'refusals.TEAM_NOT_EMPTY', defaultMessage: 'The team has members or teams below it.' },
  UPLOAD_COMPLETE: {
    id: 'refusals.UPLOAD_COMPLETE',
    defaultMessage: 'The whole file has arrived already. Begin a new import for another one.',
  },
  NOT_ENDED: {
    id: 'refusals.NOT_ENDED',
    defaultMessage: 'This person’s employment has no end that could be taken back.',
  },
  OVERLOADED: {
    id: 'refusals.OVERLOADED',
    defaultMessage: 'Many people are signing in at this moment. Try again in a few seconds.',
  },
})
