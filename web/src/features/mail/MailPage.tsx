import { MailOpen } from 'lucide-react'
import { useState } from 'react'
import { useMails } from '@/api/mails'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import { MailState, type RecordedMail } from '@/gen/hamgam/notifications/v1/recorded_mail_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { mailStates, useMailState } from './states'

/** The mails that Hamgam wrote, and what became of them. */
export function MailPage() {
  const t = useText()
  const format = useFormats()
  const look = useMailState()
  const [state, setState] = useState(MailState.UNSPECIFIED)
  const query = useMails(state)
  return (
    <Page
      title={t({ id: 'mail.title', defaultMessage: 'Mail' })}
      lead={t({
        id: 'mail.lead',
        defaultMessage: 'Every mail that Hamgam wrote. Without a mail server they are only recorded here.',
      })}
      actions={
        <Select
          label={t(words.state)}
          labelHidden
          value={String(state)}
          onChange={(chosen) => setState(Number(chosen))}
          options={[
            { id: String(MailState.UNSPECIFIED), label: t({ id: 'mail.all', defaultMessage: 'All' }) },
            ...mailStates.map((each) => ({ id: String(each), label: look(each).text })),
          ]}
        />
      }
    >
      <Query query={query} lines={8}>
        {({ pages }) => {
          const mails = pages.flatMap(({ recordedMails }) => recordedMails)
          return (
            <Card flush>
              {mails.length === 0 ? (
                <EmptyState icon={MailOpen} title={t({ id: 'mail.none', defaultMessage: 'No mail here' })}>
                  {t({
                    id: 'mail.noneHint',
                    defaultMessage: 'Invitations, reminders and digests appear here as soon as one is written.',
                  })}
                </EmptyState>
              ) : (
                <Table<RecordedMail>
                  label={t({ id: 'mail.title', defaultMessage: 'Mail' })}
                  rows={mails}
                  rowId={({ name }) => name}
                  href={({ name }) => paths.oneMail(name)}
                  columns={[
                    {
                      id: 'subject',
                      name: t({ id: 'mail.subject', defaultMessage: 'Subject' }),
                      cell: (row) => <CellText main={row.subject} sub={<bdi>{row.address}</bdi>} />,
                    },
                    {
                      id: 'time',
                      name: t({ id: 'mail.written', defaultMessage: 'Written' }),
                      wideOnly: true,
                      cell: (row) => format.instant(row.createTime),
                    },
                    {
                      id: 'state',
                      name: t(words.state),
                      cell: (row) => <Badge tone={look(row.state).tone}>{look(row.state).text}</Badge>,
                    },
                  ]}
                />
              )}
              <More query={query} />
            </Card>
          )
        }}
      </Query>
    </Page>
  )
}
