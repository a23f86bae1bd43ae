import { ChevronUp } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useErrorSentence } from '@/api/errors'
import { useProposalChanges } from '@/api/proposals'
import type { Proposal } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { toastError } from '@/ui/Toast'
import styles from './Feedback.module.css'
import { isClosed } from './kinds'

/** Votes for a proposal, or takes the vote back. */
export function VoteButton({ proposal }: { proposal: Proposal }) {
  const t = useText()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { vote } = useProposalChanges()
  return (
    <ToggleButton
      className={styles.vote}
      isSelected={proposal.voted}
      isDisabled={vote.isPending || isClosed(proposal.status)}
      onChange={() => vote.mutate(proposal, { onError: (error) => toastError(sentence(error)) })}
      aria-label={t(
        {
          id: 'feedback.voteFor',
          defaultMessage: 'Vote for “{title}”, {count, plural, one {# vote} other {# votes}} so far',
        },
        { title: proposal.title, count: proposal.voteCount },
      )}
    >
      <ChevronUp size={18} aria-hidden />
      <span>{format.number(proposal.voteCount)}</span>
    </ToggleButton>
  )
}
