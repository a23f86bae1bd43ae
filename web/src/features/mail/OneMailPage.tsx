import { useState } from 'react'
import { useMail } from '@/api/mails'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { words } from '@/fields/words'
import type { RecordedMail } from '@/gen/hamgam/notifications/v1/recorded_mail_pb'
import { useFormats } from '@/i18n/formats'
import { languageNames, readingOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Card, Facts } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import styles from './Mail.module.css'
import { useMailState } from './states'

/** One mail as it went out, in HTML and in text. */
export function OneMailPage() {
  const t = useText()
  const look = useMailState()
  const { organization } = useMe()
  const query = useMail(`${organization}/mails/${useId('mail')}`)
  return (
    <Page
      title={query.data?.subject ?? t({ id: 'mail.one', defaultMessage: 'Mail' })}
      back={{ href: paths.mail, label: t({ id: 'mail.title', defaultMessage: 'Mail' }) }}
      badge={query.data && <Badge tone={look(query.data.state).tone}>{look(query.data.state).text}</Badge>}
    >
      <Query query={query} lines={6}>
        {(mail) => <Mail mail={mail} />}
      </Query>
    </Page>
  )
}

/** The policy of the app forbids style sheets in the page; the mail carries its looks at its elements too. */
function withoutSheets(html: string): string {
  return html.replaceAll(/<style[\s\S]*?<\/style>/gi, '')
}

function Mail({ mail }: { mail: RecordedMail }) {
  const t = useText()
  const format = useFormats()
  const [part, setPart] = useState<'html' | 'text'>('html')
  const { language } = readingOf({ language: mail.language, calendar: 0, digits: 0 })
  return (
    <>
      <Card>
        <Facts
          items={[
            { name: t({ id: 'mail.to', defaultMessage: 'To' }), value: <bdi>{mail.address}</bdi> },
            { name: t({ id: 'mail.written', defaultMessage: 'Written' }), value: format.instant(mail.createTime) },
            { name: t(words.language), value: languageNames[language] },
            ...(mail.attempts > 0
              ? [{ name: t({ id: 'mail.attempts', defaultMessage: 'Tries' }), value: format.number(mail.attempts) }]
              : []),
          ]}
        />
      </Card>
      {mail.lastError && (
        <Banner tone="bad" title={t({ id: 'mail.lastError', defaultMessage: 'The last try failed' })}>
          <bdi>{mail.lastError}</bdi>
        </Banner>
      )}
      {mail.html || mail.text ? (
        <>
          <Segmented
            label={t({ id: 'mail.part', defaultMessage: 'Part' })}
            value={part}
            onChange={setPart}
            options={[
              { value: 'html', label: 'HTML' },
              { value: 'text', label: t({ id: 'mail.text', defaultMessage: 'Text' }) },
            ]}
          />
          <Card flush>
            {part === 'html' ? (
              // No scripts, no forms, no way out: a mail is looked at, not run.
              <iframe title={mail.subject} sandbox="" srcDoc={withoutSheets(mail.html)} className={styles.frame} />
            ) : (
              <pre className={styles.text} dir="auto">
                {mail.text}
              </pre>
            )}
          </Card>
        </>
      ) : (
        <Banner tone="info">
          {t({ id: 'mail.gone', defaultMessage: 'The mail server took it, so its text is not kept here.' })}
        </Banner>
      )}
    </>
  )
}
