import { defineMessages } from 'react-intl'

/** Why the clock of the demo refuses to move. */
export const demo = defineMessages({
  CLOCK_MOVING: { id: 'refusals.CLOCK_MOVING', defaultMessage: 'Days are passing already. Wait until they are over.' },
})
