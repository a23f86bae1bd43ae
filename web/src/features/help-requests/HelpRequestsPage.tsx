import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { useAnswerHelpRequest, useHelpRequests } from '@/api/helpRequests'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import { type HelpRequest, HelpState } from '@/gen/hamgam/training/v1/help_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { ArticleChoice, NamedArticles } from '@/parts/Articles'
import { Avatar } from '@/ui/Avatar'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Markdown } from '@/ui/Markdown'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { toast } from '@/ui/Toast'
import styles from './HelpRequests.module.css'

/** What learners ask the trainers, and the answers. */
export function HelpRequestsPage() {
  const t = useText()
  const [which, setWhich] = useState<'open' | 'answered'>('open')
  const query = useHelpRequests(which === 'open' ? HelpState.OPEN : HelpState.ANSWERED)
  return (
    <Page
      title={t({ id: 'helpRequests.title', defaultMessage: 'Help requests' })}
      lead={t({
        id: 'helpRequests.lead',
        defaultMessage: 'What learners could not find out by themselves. Those who wait longest come first.',
      })}
      actions={
        <Segmented
          label={t(words.state)}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'open', label: t({ id: 'helpRequests.open', defaultMessage: 'Open' }) },
            { value: 'answered', label: t({ id: 'helpRequests.answered', defaultMessage: 'Answered' }) },
          ]}
        />
      }
    >
      <Query query={query} height="7rem">
        {({ pages }) => {
          const requests = pages.flatMap(({ helpRequests }) => helpRequests)
          if (requests.length === 0) {
            return (
              <Card>
                <EmptyState
                  icon={LifeBuoy}
                  title={
                    which === 'open'
                      ? t({ id: 'helpRequests.none', defaultMessage: 'Nobody waits for an answer' })
                      : t({ id: 'helpRequests.noneAnswered', defaultMessage: 'Nothing is answered yet' })
                  }
                />
              </Card>
            )
          }
          return (
            <Stack>
              {requests.map((request) => (
                <Request key={request.name} request={request} />
              ))}
              <More query={query} />
            </Stack>
          )
        }}
      </Query>
    </Page>
  )
}

function Request({ request }: { request: HelpRequest }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const [editing, setEditing] = useState(false)
  const answered = request.state === HelpState.ANSWERED
  return (
    <Card>
      <div className={styles.head}>
        <Avatar name={request.personDisplayName} />
        <div className={styles.who}>
          <strong>
            <bdi>{request.personDisplayName}</bdi>
          </strong>
          <span className={styles.sub}>
            <bdi>{read(request.courseTitle)}</bdi>
            {request.moduleTitle && (
              <>
                {' · '}
                <bdi>{read(request.moduleTitle)}</bdi>
              </>
            )}
          </span>
        </div>
        <span className={styles.sub}>{format.instant(request.createTime)}</span>
      </div>
      <p className={styles.question} dir="auto">
        {request.question}
      </p>
      {answered && !editing && (
        <div className={styles.answer}>
          <span className={styles.sub}>
            <Badge tone="good">{t({ id: 'helpRequests.answeredOne', defaultMessage: 'Answered' })}</Badge>{' '}
            <bdi>{request.answererDisplayName}</bdi> · {format.instant(request.answerTime)}
          </span>
          <Markdown source={request.answer} />
          <NamedArticles names={request.articles} />
        </div>
      )}
      {editing || !answered ? (
        <AnswerForm request={request} onDone={() => setEditing(false)} isOpen={editing || !answered} />
      ) : (
        <div>
          <Button size="small" variant="quiet" onPress={() => setEditing(true)}>
            {t({ id: 'helpRequests.change', defaultMessage: 'Change the answer' })}
          </Button>
        </div>
      )}
    </Card>
  )
}

function AnswerForm({ request, onDone, isOpen }: { request: HelpRequest; onDone: () => void; isOpen: boolean }) {
  const t = useText()
  const send = useAnswerHelpRequest()
  const [answer, setAnswer] = useState(request.answer)
  const [articles, setArticles] = useState(request.articles)
  const [isAnswering, setAnswering] = useState(false)
  if (!isOpen) return null
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate(
          { name: request.name, answer, articles },
          {
            onSuccess: () => {
              toast(t({ id: 'helpRequests.sent', defaultMessage: 'Answered; the learner is told.' }))
              onDone()
            },
          },
        )
      }}
    >
      <Problems error={send.error} shown={['answer', 'articles']} />
      <TextField
        label={t({ id: 'helpRequests.answer', defaultMessage: 'Your answer' })}
        hint={t({ id: 'helpRequests.answerHint', defaultMessage: 'Markdown works.' })}
        value={answer}
        onChange={setAnswer}
        onFocus={() => setAnswering(true)}
        error={brokenRules(send.error).at('answer')}
        maxLength={4000}
        multiline
        rows={3}
      />
      <ArticleChoice
        question={request.question}
        course={request.course}
        isAnswering={isAnswering}
        values={articles}
        onChange={setArticles}
        error={brokenRules(send.error).at('articles')}
      />
      <FormActions>
        <Button type="submit" variant="primary" isPending={send.isPending} isDisabled={answer.trim() === ''}>
          {t({ id: 'helpRequests.send', defaultMessage: 'Answer' })}
        </Button>
      </FormActions>
    </Form>
  )
}
