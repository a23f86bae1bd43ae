import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { useCommentChanges, useComments } from '@/api/proposals'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { ProposalComment } from '@/gen/hamgam/feedback/v1/proposal_comment_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Avatar } from '@/ui/Avatar'
import { Badge } from '@/ui/Badge'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import styles from './Feedback.module.css'

/** What is said about a proposal, and a place to say something. */
export function Comments({ proposal, mayWrite }: { proposal: string; mayWrite: boolean }) {
  const t = useText()
  const query = useComments(proposal)
  return (
    <Card title={t({ id: 'feedback.conversation', defaultMessage: 'Conversation' })}>
      <Query query={query} lines={2}>
        {({ pages }) => {
          const comments = pages.flatMap((page) => page.comments)
          return (
            <>
              {comments.length === 0 && (
                <p className={styles.quiet}>
                  {t({ id: 'feedback.noComments', defaultMessage: 'Nobody has said anything yet.' })}
                </p>
              )}
              <CommentList comments={comments} proposal={proposal} />
              {query.hasNextPage && (
                <Button size="small" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t(words.showMore)}
                </Button>
              )}
            </>
          )
        }}
      </Query>
      {mayWrite && <Write proposal={proposal} />}
    </Card>
  )
}

/** Comments in their order. Without a `proposal` none can be taken back. */
export function CommentList({ comments, proposal }: { comments: ProposalComment[]; proposal?: string }) {
  const t = useText()
  const format = useFormats()
  return (
    <ol className={styles.comments}>
      {comments.map((comment) => {
        const author = comment.authorDisplayName || t({ id: 'feedback.theWriter', defaultMessage: 'Whoever wrote it' })
        return (
          <li key={comment.name} className={styles.comment}>
            <Avatar name={author} size={32} />
            <div className={styles.commentBody}>
              <p className={styles.meta}>
                <strong>
                  <bdi>{author}</bdi>
                </strong>
                {comment.byProposer && comment.authorDisplayName && (
                  <Badge>{t({ id: 'feedback.proposer', defaultMessage: 'Wrote it' })}</Badge>
                )}
                <span>{comment.createTime ? format.instant(comment.createTime) : format.day(comment.createDay)}</span>
                {comment.own && proposal && <TakeBack comment={comment} proposal={proposal} />}
              </p>
              {comment.hidden && (
                <p className={styles.quiet}>
                  {t(
                    { id: 'feedback.commentHidden', defaultMessage: 'Hidden by moderators: {reason}' },
                    { reason: comment.hideReason },
                  )}
                </p>
              )}
              {comment.text && (
                <p className={styles.text} dir="auto">
                  {comment.text}
                </p>
              )}
              {comment.mentions.length > 0 && (
                <p className={styles.quiet}>
                  {t(
                    { id: 'feedback.mentions', defaultMessage: 'Mentions {people}' },
                    { people: format.list(comment.mentions.map(({ displayName }) => displayName)) },
                  )}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function TakeBack({ comment, proposal }: { comment: ProposalComment; proposal: string }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { remove } = useCommentChanges(proposal)
  return (
    <IconButton
      size="small"
      icon={Trash2}
      label={t({ id: 'feedback.takeBack', defaultMessage: 'Take the comment back' })}
      isPending={remove.isPending}
      onPress={() => remove.mutate(comment.name, { onError: (error) => toastError(sentence(error)) })}
    />
  )
}

function Write({ proposal }: { proposal: string }) {
  const t = useText()
  const { create: save } = useCommentChanges(proposal)
  const [text, setText] = useState('')
  const [mentions, setMentions] = useState<Chosen[]>([])
  const [requestId, setRequestId] = useState(newRequestId)
  const broken = brokenRules(save.error, 'comment')
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        const comment = { text, mentions: mentions.map(({ person }) => ({ person })) }
        save.mutate(
          { parent: proposal, comment, requestId },
          {
            onSuccess: () => {
              setText('')
              setMentions([])
              setRequestId(newRequestId())
            },
          },
        )
      }}
    >
      <Problems error={save.error} resource="comment" shown={['text', 'mentions']} />
      <TextField
        label={t({ id: 'feedback.yourWords', defaultMessage: 'What do you say to it?' })}
        value={text}
        onChange={setText}
        multiline
        rows={3}
        maxLength={4000}
        error={broken.at('text')}
      />
      <Colleagues
        label={t({ id: 'feedback.mention', defaultMessage: 'Mention somebody' })}
        hint={t({ id: 'feedback.mentionHint', defaultMessage: 'They are told of it.' })}
        chosen={mentions}
        most={10}
        onChange={setMentions}
        error={broken.at('mentions')}
        optional
      />
      <FormActions>
        <Button type="submit" isPending={save.isPending} isDisabled={text.trim() === ''}>
          {t({ id: 'feedback.comment', defaultMessage: 'Comment' })}
        </Button>
      </FormActions>
    </Form>
  )
}
