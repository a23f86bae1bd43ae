import { useState } from 'react'
import { useAnswerForwardedHelp } from '@/api/championHome'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import type { ForwardedHelp } from '@/gen/hamgam/champions/v1/forwarded_help_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { ArticleChoice } from '@/parts/Articles'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions, TextField } from '@/ui/Field'
import styles from './Champions.module.css'

/** What colleagues asked in courses, those that wait longest first. */
export function HelpCard({ help }: { help: ForwardedHelp[] }) {
  const t = useText()
  return (
    <Card title={t({ id: 'champions.help', defaultMessage: 'What colleagues asked' })}>
      {help.length === 0 ? (
        <p className={styles.quiet}>{t({ id: 'champions.noHelp', defaultMessage: 'Nobody waits for an answer.' })}</p>
      ) : (
        <ul className={styles.list}>
          {help.map((each) => (
            <Row key={each.name} help={each} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Row({ help }: { help: ForwardedHelp }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const send = useAnswerForwardedHelp()
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState('')
  const [articles, setArticles] = useState<string[]>([])
  return (
    <li className={styles.what}>
      <span className={styles.text} dir="auto">
        {help.question}
      </span>
      <span className={styles.quiet}>
        <bdi>{help.personDisplayName}</bdi> · <bdi>{help.teamDisplayName}</bdi> · <bdi>{read(help.courseTitle)}</bdi> ·{' '}
        <bdi>{format.dayOf(help.createTime)}</bdi>
      </span>
      {open ? (
        <Form
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate({ name: help.name, answer, articles })
          }}
        >
          <Problems error={send.error} shown={['answer', 'articles']} />
          <TextField
            label={t({ id: 'champions.yourAnswer', defaultMessage: 'Your answer' })}
            value={answer}
            onChange={setAnswer}
            multiline
            rows={4}
            maxLength={4000}
            error={brokenRules(send.error).at('answer')}
          />
          <ArticleChoice
            question={help.question}
            values={articles}
            onChange={setArticles}
            error={brokenRules(send.error).at('articles')}
          />
          <FormActions>
            <Button type="submit" variant="primary" isPending={send.isPending} isDisabled={answer.trim() === ''}>
              {t({ id: 'champions.send', defaultMessage: 'Send' })}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <span>
          <Button size="small" onPress={() => setOpen(true)}>
            {t({ id: 'champions.answerIt', defaultMessage: 'Answer' })}
          </Button>
        </span>
      )}
    </li>
  )
}
