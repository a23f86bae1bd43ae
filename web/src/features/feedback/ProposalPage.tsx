import { Bell, BellOff, FlagTriangleRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-aria-components'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useAttachment, useProposal, useProposalChanges, useStatusChanges } from '@/api/proposals'
import { useId } from '@/fields/go'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Attachment, type Proposal, ProposalStatus } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card, Facts, Split, Stack } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
import { Comments } from './Comments'
import styles from './Feedback.module.css'
import { History } from './History'
import { useProposalWords } from './kinds'
import { ModerateCard } from './ModerateCard'
import { Proposer } from './ProposalCard'
import { VoteButton } from './VoteButton'

/** One proposal: what it says, what others say to it, and what became of it. */
export function ProposalPage() {
  const t = useText()
  const look = useProposalWords()
  const { organization, has } = useMe()
  const name = `${organization}/proposals/${useId('proposal')}`
  const query = useProposal(name)
  const changes = useStatusChanges(name)
  const proposal = query.data
  return (
    <Page
      title={proposal?.title ?? t({ id: 'feedback.one', defaultMessage: 'Proposal' })}
      back={{ href: paths.feedback, label: t({ id: 'feedback.title', defaultMessage: 'Feedback' }) }}
      badge={proposal && <Badge tone={look.statusTone(proposal.status)}>{look.status(proposal.status)}</Badge>}
      actions={proposal && <Actions proposal={proposal} />}
    >
      <Query query={query} lines={6}>
        {(found) => (
          <Split>
            <Stack>
              {found.hidden && (
                <Banner tone="warn" title={t({ id: 'feedback.hiddenTitle', defaultMessage: 'Moderators hid this' })}>
                  <span dir="auto">{found.hideReason}</span>
                </Banner>
              )}
              {found.status === ProposalStatus.DUPLICATE && found.duplicateOf && (
                <Banner tone="info" title={t({ id: 'feedback.sameAs', defaultMessage: 'Another one says the same' })}>
                  <Link href={paths.proposal(found.duplicateOf)}>
                    {t({ id: 'feedback.toTheOther', defaultMessage: 'Its votes and comments go on there' })}
                  </Link>
                </Banner>
              )}
              <Card>
                <div className={styles.whole}>
                  <VoteButton proposal={found} />
                  <div className={styles.proposalBody}>
                    <p className={styles.text} dir="auto">
                      {found.body || found.title}
                    </p>
                    {found.attachments.map((attachment) => (
                      <Picture key={attachment.name} attachment={attachment} />
                    ))}
                  </div>
                </div>
              </Card>
              <History changes={changes.data?.statusChanges ?? []} />
              <Comments proposal={name} mayWrite={found.status !== ProposalStatus.DUPLICATE} />
            </Stack>
            <Stack>
              <FactsCard proposal={found} />
              {has(Role.HR, Role.ADMIN) && found.status !== ProposalStatus.DUPLICATE && (
                <ModerateCard key={found.etag} proposal={found} />
              )}
            </Stack>
          </Split>
        )}
      </Query>
    </Page>
  )
}

function FactsCard({ proposal }: { proposal: Proposal }) {
  const t = useText()
  const format = useFormats()
  const look = useProposalWords()
  const applications = useApplicationOptions()
  return (
    <Card>
      <Facts
        items={[
          { name: t({ id: 'feedback.kind', defaultMessage: 'Kind' }), value: look.kind(proposal.kind) },
          { name: t({ id: 'feedback.by', defaultMessage: 'By' }), value: <Proposer proposal={proposal} /> },
          { name: t({ id: 'feedback.on', defaultMessage: 'On' }), value: format.day(proposal.submitDay, 'long') },
          { name: t(words.application), value: <bdi>{labelOf(applications, proposal.application)}</bdi> },
          {
            name: t({ id: 'feedback.about', defaultMessage: 'What it is about' }),
            value: look.topic(proposal.topic),
          },
          { name: t({ id: 'feedback.tone', defaultMessage: 'Mood' }), value: look.tone(proposal.tone) },
        ]}
      />
    </Card>
  )
}

function Actions({ proposal }: { proposal: Proposal }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { follow } = useProposalChanges()
  const [reporting, setReporting] = useState(false)
  return (
    <>
      <Button
        icon={proposal.followed ? BellOff : Bell}
        isPending={follow.isPending}
        onPress={() => follow.mutate(proposal, { onError: (error) => toastError(sentence(error)) })}
      >
        {proposal.followed
          ? t({ id: 'feedback.unfollow', defaultMessage: 'Follow no longer' })
          : t({ id: 'feedback.follow', defaultMessage: 'Follow' })}
      </Button>
      <Button variant="quiet" icon={FlagTriangleRight} onPress={() => setReporting(true)}>
        {t({ id: 'feedback.report', defaultMessage: 'Report' })}
      </Button>
      {reporting && <ReportDialog name={proposal.name} onClose={() => setReporting(false)} />}
    </>
  )
}

function ReportDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { report } = useProposalChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t({ id: 'feedback.reportTitle', defaultMessage: 'Should this not be here?' })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          report.mutate(
            { name, reason },
            {
              onSuccess: () => {
                toast(t({ id: 'feedback.reported', defaultMessage: 'Moderators will look at it.' }))
                onClose()
              },
              onError: (error) => toastError(sentence(error)),
            },
          )
        }}
      >
        <TextField
          label={t({ id: 'feedback.why', defaultMessage: 'Why' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={report.isPending} isDisabled={reason.trim() === ''}>
            {t({ id: 'feedback.report', defaultMessage: 'Report' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Picture({ attachment }: { attachment: Attachment }) {
  const { data } = useAttachment(attachment.name)
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(data)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return (
    <figure className={styles.figure}>
      {url && <img src={url} alt={attachment.description} width={attachment.width} height={attachment.height} />}
      {attachment.description && <figcaption dir="auto">{attachment.description}</figcaption>}
    </figure>
  )
}
