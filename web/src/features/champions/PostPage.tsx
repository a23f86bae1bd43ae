import { BookPlus, FlagTriangleRight, Heart, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { usePost, useSpaceChanges } from '@/api/space'
import { useGo, useId } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import type { Post, PostAnswer } from '@/gen/hamgam/champions/v1/space_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Markdown } from '@/ui/Markdown'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
import styles from './Champions.module.css'

/** One tip or question with its answers. */
export function PostPage() {
  const t = useText()
  const format = useFormats()
  const { organization } = useMe()
  const query = usePost(`${organization}/posts/${useId('post')}`)
  const post = query.data
  const hiddenText = t({ id: 'champions.hiddenPost', defaultMessage: 'Hidden by moderators' })
  return (
    <Page
      title={post?.title || (post?.hidden ? hiddenText : t({ id: 'champions.post', defaultMessage: 'Post' }))}
      back={{ href: paths.space, label: t({ id: 'champions.space', defaultMessage: 'Among champions' }) }}
      actions={post && <Tools post={post} />}
    >
      <Query query={query} lines={4}>
        {(found) => (
          <Stack>
            <Card>
              {found.hidden ? <p className={styles.quiet}>{hiddenText}</p> : <Markdown source={found.text} />}
              <p className={styles.quiet}>
                <bdi>{found.authorDisplayName}</bdi> · <bdi>{format.dayOf(found.createTime)}</bdi>
              </p>
            </Card>
            <Card title={t({ id: 'champions.answersTitle', defaultMessage: 'Answers' })}>
              {found.answers.length > 0 && (
                <ul className={styles.list}>
                  {found.answers.map((answer) => (
                    <Answer key={answer.name} post={found.name} answer={answer} />
                  ))}
                </ul>
              )}
              <Write post={found.name} />
            </Card>
          </Stack>
        )}
      </Query>
    </Page>
  )
}

function Tools({ post }: { post: Post }) {
  const t = useText()
  const go = useGo()
  const sentence = useErrorSentence()
  const { remove } = useSpaceChanges()
  const [open, setOpen] = useState<'report' | 'delete'>()
  return (
    <>
      {post.own ? (
        <Button variant="quiet" icon={Trash2} onPress={() => setOpen('delete')}>
          {t({ id: 'champions.delete', defaultMessage: 'Delete' })}
        </Button>
      ) : (
        <Button variant="quiet" icon={FlagTriangleRight} onPress={() => setOpen('report')}>
          {t({ id: 'champions.report', defaultMessage: 'Report' })}
        </Button>
      )}
      {open === 'report' && <ReportDialog post={post.name} answer="" onClose={() => setOpen(undefined)} />}
      <ConfirmDialog
        title={t({ id: 'champions.deleteTitle', defaultMessage: 'Delete this with its answers?' })}
        isOpen={open === 'delete'}
        danger
        onClose={() => setOpen(undefined)}
        confirmLabel={t({ id: 'champions.delete', defaultMessage: 'Delete' })}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(post.name, {
            onSuccess: () => go(paths.space),
            onError: (error) => toastError(sentence(error)),
          })
        }
      >
        <p>{t({ id: 'champions.deleteHint', defaultMessage: 'This cannot be undone.' })}</p>
      </ConfirmDialog>
    </>
  )
}

function Answer({ post, answer }: { post: string; answer: PostAnswer }) {
  const t = useText()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { thank, propose } = useSpaceChanges()
  const [reporting, setReporting] = useState(false)
  const onError = (error: unknown) => toastError(sentence(error))
  return (
    <li className={styles.what}>
      {answer.hidden && !answer.text ? (
        <p className={styles.quiet}>{t({ id: 'champions.hiddenPost', defaultMessage: 'Hidden by moderators' })}</p>
      ) : (
        <Markdown source={answer.text} />
      )}
      <span className={styles.quiet}>
        <bdi>{answer.authorDisplayName}</bdi> · <bdi>{format.dayOf(answer.createTime)}</bdi>
      </span>
      <span className={styles.buttons}>
        {answer.own || answer.thanked ? (
          answer.thanks > 0 && (
            <Badge icon={Heart}>
              {t(
                { id: 'champions.thanked', defaultMessage: '{count, plural, one {# thanks} other {# thanks}}' },
                { count: answer.thanks },
              )}
            </Badge>
          )
        ) : (
          <Button
            size="small"
            icon={Heart}
            isPending={thank.isPending}
            onPress={() => thank.mutate(answer.name, { onError })}
          >
            {t({ id: 'champions.thankYou', defaultMessage: 'Thank you' })}
          </Button>
        )}
        {answer.article ? (
          <Badge tone="brand">
            {t({ id: 'champions.proposed', defaultMessage: 'Proposed for the knowledge base' })}
          </Badge>
        ) : (
          !answer.hidden && (
            <Button
              size="small"
              variant="quiet"
              icon={BookPlus}
              isPending={propose.isPending}
              onPress={() => propose.mutate(answer.name, { onError })}
            >
              {t({ id: 'champions.propose', defaultMessage: 'Propose for the knowledge base' })}
            </Button>
          )
        )}
        {!answer.own && (
          <Button size="small" variant="quiet" icon={FlagTriangleRight} onPress={() => setReporting(true)}>
            {t({ id: 'champions.report', defaultMessage: 'Report' })}
          </Button>
        )}
      </span>
      {reporting && <ReportDialog post={post} answer={answer.name} onClose={() => setReporting(false)} />}
    </li>
  )
}

function Write({ post }: { post: string }) {
  const t = useText()
  const { answer: save } = useSpaceChanges()
  const [text, setText] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { name: post, text, requestId },
          {
            onSuccess: () => {
              setText('')
              setRequestId(newRequestId())
            },
          },
        )
      }}
    >
      <Problems error={save.error} />
      <TextField
        label={t({ id: 'champions.yourAnswer', defaultMessage: 'Your answer' })}
        value={text}
        onChange={setText}
        multiline
        rows={4}
        maxLength={5000}
      />
      <FormActions>
        <Button type="submit" isPending={save.isPending} isDisabled={text.trim() === ''}>
          {t({ id: 'champions.answerIt', defaultMessage: 'Answer' })}
        </Button>
      </FormActions>
    </Form>
  )
}

function ReportDialog({ post, answer, onClose }: { post: string; answer: string; onClose: () => void }) {
  const t = useText()
  const { report } = useSpaceChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t({ id: 'champions.reportTitle', defaultMessage: 'Should this not be here?' })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          report.mutate(
            { name: post, answer, reason },
            {
              onSuccess: () => {
                toast(t({ id: 'champions.reported', defaultMessage: 'A moderator will look at it.' }))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={report.error} />
        <TextField
          label={t({ id: 'champions.why', defaultMessage: 'Why' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={report.isPending} isDisabled={reason.trim() === ''}>
            {t({ id: 'champions.report', defaultMessage: 'Report' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
