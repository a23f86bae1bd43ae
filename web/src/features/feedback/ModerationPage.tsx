import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useModeration, useModerationQueue } from '@/api/proposals'
import type { ModeratedContent } from '@/gen/hamgam/feedback/v1/moderation_service_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { toastError } from '@/ui/Toast'
import styles from './Feedback.module.css'
import { HideDialog } from './ModerateCard'

/** What was reported, and what came without a name. */
export function ModerationPage() {
  const t = useText()
  const query = useModerationQueue()
  return (
    <Page
      title={t({ id: 'feedback.moderation', defaultMessage: 'Moderation' })}
      lead={t({
        id: 'feedback.moderationLead',
        defaultMessage: 'What somebody reported, and anonymous proposals that nobody has looked at yet.',
      })}
      back={{ href: paths.feedback, label: t({ id: 'feedback.title', defaultMessage: 'Feedback' }) }}
    >
      <Query query={query} height="7rem">
        {({ pages }) => {
          const contents = pages.flatMap((page) => page.contents)
          return contents.length === 0 ? (
            <Card>
              <EmptyState
                icon={ShieldCheck}
                title={t({ id: 'feedback.nothingWaits', defaultMessage: 'Nothing waits for you' })}
              />
            </Card>
          ) : (
            <Stack>
              {contents.map((content) => (
                <Content key={content.name} content={content} />
              ))}
              <More query={query} />
            </Stack>
          )
        }}
      </Query>
    </Page>
  )
}

function Content({ content }: { content: ModeratedContent }) {
  const t = useText()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { approve } = useModeration()
  const [hiding, setHiding] = useState(false)
  const { proposal, comment, reports } = content
  if (!proposal) return null
  return (
    <Card
      title={
        <Link href={paths.proposal(proposal.name)}>
          <bdi>{proposal.title}</bdi>
        </Link>
      }
      subtitle={
        comment
          ? t({ id: 'feedback.aComment', defaultMessage: 'A comment' })
          : proposal.anonymous
            ? t({ id: 'feedback.withoutAName', defaultMessage: 'Without a name' })
            : proposal.proposerDisplayName
      }
    >
      <p className={styles.text}>
        <bdi>{comment ? comment.text : proposal.body}</bdi>
      </p>
      {reports.length > 0 && (
        <ul className={styles.reports}>
          {reports.map((report) => (
            <li key={report.person}>
              <bdi>{report.personDisplayName}</bdi>, {format.dayOf(report.reportTime)}:{' '}
              <span dir="auto">{report.reason}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          isPending={approve.isPending}
          onPress={() => approve.mutate(content.name, { onError: (error) => toastError(sentence(error)) })}
        >
          {t({ id: 'feedback.leave', defaultMessage: 'Leave it as it is' })}
        </Button>
        <Button size="small" variant="quiet" onPress={() => setHiding(true)}>
          {t({ id: 'feedback.hide', defaultMessage: 'Hide' })}
        </Button>
      </div>
      {hiding && <HideDialog name={content.name} onClose={() => setHiding(false)} />}
    </Card>
  )
}
