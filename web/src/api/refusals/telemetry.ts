import { defineMessages } from 'react-intl'

/** Why telemetry refuses something that was well formed; identity says the same of its imports. */
export const telemetry = defineMessages({
  API_KEY_NOT_VALID: { id: 'refusals.API_KEY_NOT_VALID', defaultMessage: 'The key is unknown or was revoked.' },
  APPLICATION_DELETED: { id: 'refusals.APPLICATION_DELETED', defaultMessage: 'The application was put away.' },
  TOO_MANY: { id: 'refusals.TOO_MANY', defaultMessage: 'The application has as many of these as it can have.' },
  TOO_MANY_UNKNOWN: {
    id: 'refusals.TOO_MANY_UNKNOWN',
    defaultMessage:
      'So many unknown people or features came that no more are kept. Enter the real ones, or mend the sender.',
  },
  BUSY: { id: 'refusals.BUSY', defaultMessage: 'More arrives than can be written. Try again a little later.' },
  UPLOAD_GAP: { id: 'refusals.UPLOAD_GAP', defaultMessage: 'Part of the file did not arrive. Send it again.' },
  FILE_NOT_READY: { id: 'refusals.FILE_NOT_READY', defaultMessage: 'The file is not complete yet, or cannot be read.' },
  BAD_ROWS: { id: 'refusals.BAD_ROWS', defaultMessage: 'Some rows are bad: mend the file, or choose to skip them.' },
  NOT_CHECKED: { id: 'refusals.NOT_CHECKED', defaultMessage: 'Look first at what would change.' },
  ALREADY_APPLIED: { id: 'refusals.ALREADY_APPLIED', defaultMessage: 'This import is being written or is done.' },
  DAYS_NOT_COUNTED: {
    id: 'refusals.DAYS_NOT_COUNTED',
    defaultMessage: 'These days are not counted everywhere yet, or are no longer kept.',
  },
})
