import { MessagesSquare } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-aria-components'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { usePostReports, usePosts, useSpaceChanges } from '@/api/space'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { PostReport } from '@/gen/hamgam/champions/v1/space_pb'
import { useFormats } from '@/i18n/formats'
import { useReading } from '@/i18n/LocaleProvider'
import { languageOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Markdown } from '@/ui/Markdown'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Champions.module.css'

/** Where champions exchange tips; HR sees only what was reported. */
export function SpacePage() {
  const t = useText()
  const { has } = useMe()
  const [writing, setWriting] = useState(false)
  const champion = has(Role.CHAMPION)
  const write = champion && (
    <Button variant="primary" onPress={() => setWriting(true)}>
      {t({ id: 'champions.write', defaultMessage: 'Share a tip or a question' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'champions.space', defaultMessage: 'Among champions' })}
      lead={t({
        id: 'champions.spaceLead',
        defaultMessage: 'Tips and questions. Only champions read along; moderators see what was reported.',
      })}
      back={{ href: paths.champions, label: t({ id: 'champions.title', defaultMessage: 'Champions' }) }}
      actions={write}
    >
      <Stack>
        {has(Role.HR) && <Reports />}
        {champion && <Posts write={write} />}
      </Stack>
      {writing && <WriteDialog onClose={() => setWriting(false)} />}
    </Page>
  )
}

function Posts({ write }: { write: ReactNode }) {
  const t = useText()
  const format = useFormats()
  const query = usePosts()
  return (
    <Card>
      <Query query={query} lines={4}>
        {({ pages }) => {
          const posts = pages.flatMap((page) => page.posts)
          return posts.length === 0 ? (
            <EmptyState
              icon={MessagesSquare}
              title={t({ id: 'champions.noPosts', defaultMessage: 'Nobody has written yet' })}
              actions={write}
            >
              {t({ id: 'champions.noPostsHint', defaultMessage: 'What worked with your team this week?' })}
            </EmptyState>
          ) : (
            <>
              <ul className={styles.list}>
                {posts.map((post) => (
                  <li key={post.name} className={styles.what}>
                    <Link href={paths.post(post.name)}>
                      <bdi>
                        {post.title || t({ id: 'champions.hiddenPost', defaultMessage: 'Hidden by moderators' })}
                      </bdi>
                    </Link>
                    <span className={styles.quiet}>
                      <bdi>{post.authorDisplayName}</bdi> · <bdi>{format.dayOf(post.createTime)}</bdi> ·{' '}
                      {t(
                        {
                          id: 'champions.answers',
                          defaultMessage: '{count, plural, =0 {no answers} one {# answer} other {# answers}}',
                        },
                        { count: post.answerCount },
                      )}
                    </span>
                  </li>
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Query>
    </Card>
  )
}

function Reports() {
  const t = useText()
  const query = usePostReports()
  return (
    <Card title={t({ id: 'champions.reports', defaultMessage: 'Reported' })}>
      <Query query={query} lines={2}>
        {(reports) =>
          reports.length === 0 ? (
            <p className={styles.quiet}>{t({ id: 'champions.noReports', defaultMessage: 'Nothing waits for you.' })}</p>
          ) : (
            <ul className={styles.list}>
              {reports.map((report) => (
                <Report key={report.name} report={report} />
              ))}
            </ul>
          )
        }
      </Query>
    </Card>
  )
}

function Report({ report }: { report: PostReport }) {
  const t = useText()
  const { moderate } = useSpaceChanges()
  const { post } = report
  if (!post) return null
  const answer = post.answers.find(({ name }) => name === report.name)
  const decide = (hide: boolean) =>
    moderate.mutate({ name: post.name, answer: report.name === post.name ? '' : report.name, hide })
  return (
    <li className={styles.what}>
      <strong dir="auto">{post.title}</strong>
      <Markdown source={answer ? answer.text : post.text} />
      {report.reasons.map((reason) => (
        <span key={reason} className={styles.quiet} dir="auto">
          {reason}
        </span>
      ))}
      <Problems error={moderate.error} />
      <span className={styles.buttons}>
        <Button size="small" isPending={moderate.isPending} onPress={() => decide(false)}>
          {t({ id: 'champions.keep', defaultMessage: 'Leave it as it is' })}
        </Button>
        <Button size="small" variant="quiet" isPending={moderate.isPending} onPress={() => decide(true)}>
          {t({ id: 'champions.hide', defaultMessage: 'Hide' })}
        </Button>
      </span>
    </li>
  )
}

function WriteDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const language = languageOf[useReading().reading.language]
  const { create: save } = useSpaceChanges()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [requestId] = useState(newRequestId)
  const broken = brokenRules(save.error, 'post')
  return (
    <Dialog title={t({ id: 'champions.write', defaultMessage: 'Share a tip or a question' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ parent, post: { title, text, language }, requestId }, { onSuccess: onClose })
        }}
      >
        <Problems error={save.error} resource="post" shown={['title', 'text']} />
        <TextField
          label={t({ id: 'champions.inOneLine', defaultMessage: 'In one line' })}
          value={title}
          onChange={setTitle}
          maxLength={120}
          error={broken.at('title')}
        />
        <TextField
          label={t({ id: 'champions.theRest', defaultMessage: 'The rest' })}
          value={text}
          onChange={setText}
          multiline
          rows={6}
          maxLength={5000}
          error={broken.at('text')}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            isPending={save.isPending}
            isDisabled={title.trim() === '' || text.trim() === ''}
          >
            {t({ id: 'champions.share', defaultMessage: 'Share' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
