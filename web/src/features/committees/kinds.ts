import { defineMessages } from 'react-intl'
import { CommitteeKind as Kind } from '@/gen/hamgam/feedback/v1/committee_pb'
import { useText } from '@/i18n/text'

const words = defineMessages({
  users: { id: 'committees.kindUsers', defaultMessage: 'Users' },
  steering: { id: 'committees.kindSteering', defaultMessage: 'Steering' },
  dataQuality: { id: 'committees.kindData', defaultMessage: 'Data quality' },
  process: { id: 'committees.kindProcess', defaultMessage: 'Ways of working' },
  change: { id: 'committees.kindChange', defaultMessage: 'Wishes for change' },
  other: { id: 'committees.kindOther', defaultMessage: 'Something else' },
})

const labels: Record<Kind, keyof typeof words> = {
  [Kind.UNSPECIFIED]: 'other',
  [Kind.USERS]: 'users',
  [Kind.STEERING]: 'steering',
  [Kind.DATA_QUALITY]: 'dataQuality',
  [Kind.PROCESS]: 'process',
  [Kind.CHANGE]: 'change',
  [Kind.OTHER]: 'other',
}

/** What a committee can be for, in the order in which it is offered. */
export const kinds = [Kind.USERS, Kind.STEERING, Kind.DATA_QUALITY, Kind.PROCESS, Kind.CHANGE, Kind.OTHER]

/** Puts what a committee is for into words. */
export function useKindText() {
  const t = useText()
  return (kind: Kind) => t(words[labels[kind]])
}
