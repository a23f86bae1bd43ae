import { EyeOff, MessageCircle, VenetianMask } from 'lucide-react'
import { Link } from 'react-aria-components'
import { paths } from '@/api/paths'
import type { Proposal } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import styles from './Feedback.module.css'
import { useProposalWords } from './kinds'
import { VoteButton } from './VoteButton'

/** A proposal in a list: the vote, the title, and how far it has come. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const t = useText()
  const format = useFormats()
  const look = useProposalWords()
  return (
    <article className={styles.proposal}>
      <VoteButton proposal={proposal} />
      <div className={styles.proposalBody}>
        <Link href={paths.proposal(proposal.name)} className={styles.proposalTitle}>
          <bdi>{proposal.title}</bdi>
        </Link>
        {proposal.body && (
          <p className={styles.excerpt}>
            <bdi>{proposal.body}</bdi>
          </p>
        )}
        <p className={styles.meta}>
          <Badge tone={look.statusTone(proposal.status)}>{look.status(proposal.status)}</Badge>
          <span>{look.kind(proposal.kind)}</span>
          <Proposer proposal={proposal} />
          <span>{format.day(proposal.submitDay)}</span>
          <span className={styles.iconText}>
            <MessageCircle size={14} aria-hidden />
            {t(
              { id: 'feedback.comments', defaultMessage: '{count, plural, one {# comment} other {# comments}}' },
              { count: proposal.commentCount },
            )}
          </span>
          {proposal.hidden && (
            <Badge tone="warn" icon={EyeOff}>
              {t({ id: 'feedback.hidden', defaultMessage: 'Hidden' })}
            </Badge>
          )}
          {proposal.tags.map((tag) => (
            <span key={tag} className={styles.tag} dir="auto">
              {tag}
            </span>
          ))}
        </p>
      </div>
    </article>
  )
}

/** Who made it, if that is known. */
export function Proposer({ proposal }: { proposal: Proposal }) {
  const t = useText()
  return proposal.anonymous ? (
    <span className={styles.iconText}>
      <VenetianMask size={14} aria-hidden />
      {t({ id: 'feedback.anonymous', defaultMessage: 'Anonymous' })}
    </span>
  ) : (
    <bdi>{proposal.proposerDisplayName}</bdi>
  )
}
