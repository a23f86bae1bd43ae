import { defineMessages } from 'react-intl'

/** Why adoption refuses something that was well formed. */
export const adoption = defineMessages({
  FLAG_CLEARED: {
    id: 'refusals.FLAG_CLEARED',
    defaultMessage: 'The flag is cleared; only an open one can be decided.',
  },
  FLAG_ALREADY_CONFIRMED: {
    id: 'refusals.FLAG_ALREADY_CONFIRMED',
    defaultMessage: 'The flag was confirmed with another cause already, and help is under way.',
  },
  BARRIER_NOT_KNOWN: {
    id: 'refusals.BARRIER_NOT_KNOWN',
    defaultMessage: 'No cause is proposed yet. Choose one, or wait for the evidence.',
  },
})
