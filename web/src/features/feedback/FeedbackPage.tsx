import { Lightbulb, Plus, ShieldCheck, VenetianMask } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { paths } from '@/api/paths'
import { type ProposalFilter, useProposals, useProposalTags } from '@/api/proposals'
import { useApplicationOptions } from '@/fields/options'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { ProposalStatus as Status } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { ProposalOrder as Order } from '@/gen/hamgam/feedback/v1/proposal_service_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { SearchField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import styles from './Feedback.module.css'
import { kinds, settable, useProposalWords } from './kinds'
import { ProposalCard } from './ProposalCard'
import { keptSecrets } from './secrets'

const any = 'any'
type Whose = 'all' | 'own' | 'voted' | 'followed'

/** What people suggest, report and ask, and what became of it. */
export function FeedbackPage() {
  const t = useText()
  const look = useProposalWords()
  const { organization, has } = useMe()
  const applications = useApplicationOptions()
  const tags = useProposalTags().data?.tags ?? []
  const [whose, setWhose] = useState<Whose>('all')
  const [text, setText] = useState('')
  const [status, setStatus] = useState(any)
  const [kind, setKind] = useState(any)
  const [application, setApplication] = useState(any)
  const [tag, setTag] = useState(any)
  const [order, setOrder] = useState(String(Order.UNSPECIFIED))
  const query = useDeferredValue(text.trim())
  // What was merged is left out, but whoever wrote it still finds it.
  const usual = whose === 'own' ? [...settable, Status.DUPLICATE] : []
  const filter: ProposalFilter = {
    query,
    own: whose === 'own',
    voted: whose === 'voted',
    followed: whose === 'followed',
    statuses: status === any ? usual : [Number(status) as Status],
    kinds: kind === any ? [] : [Number(kind)],
    application: application === any ? '' : application,
    tag: tag === any ? '' : tag,
    order: Number(order),
  }
  const proposals = useProposals(filter)
  const add = (
    <ButtonLink variant="primary" icon={Plus} href={paths.newProposal}>
      {t({ id: 'feedback.say', defaultMessage: 'Say something' })}
    </ButtonLink>
  )
  const either = { id: any, label: t(words.any) }
  const kept = keptSecrets()
  return (
    <Page
      title={t({ id: 'feedback.title', defaultMessage: 'Feedback' })}
      lead={t({
        id: 'feedback.lead',
        defaultMessage: 'Ideas, problems and questions, and what became of each of them.',
      })}
      actions={
        <>
          {has(Role.HR, Role.ADMIN) && (
            <ButtonLink icon={ShieldCheck} href={paths.moderation}>
              {t({ id: 'feedback.moderation', defaultMessage: 'Moderation' })}
            </ButtonLink>
          )}
          {kept.length > 0 && (
            <ButtonLink icon={VenetianMask} href={paths.followProposal(organization, '')}>
              {t({ id: 'feedback.yourAnonymous', defaultMessage: 'Your anonymous ones' })}
            </ButtonLink>
          )}
          {add}
        </>
      }
    >
      <div className={styles.filters}>
        <Segmented<Whose>
          label={t({ id: 'feedback.whose', defaultMessage: 'Which' })}
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'all', label: t({ id: 'feedback.all', defaultMessage: 'All' }) },
            { value: 'own', label: t({ id: 'feedback.own', defaultMessage: 'Mine' }) },
            { value: 'voted', label: t({ id: 'feedback.votedFor', defaultMessage: 'Voted for' }) },
            { value: 'followed', label: t({ id: 'feedback.followed', defaultMessage: 'Followed' }) },
          ]}
        />
        <SearchField
          label={t({ id: 'feedback.search', defaultMessage: 'Search' })}
          value={text}
          onChange={setText}
          maxLength={200}
        />
        <Select
          label={t(words.state)}
          value={status}
          onChange={setStatus}
          options={[
            either,
            ...[...settable, Status.DUPLICATE].map((id) => ({ id: String(id), label: look.status(id) })),
          ]}
        />
        <Select
          label={t({ id: 'feedback.kind', defaultMessage: 'Kind' })}
          value={kind}
          onChange={setKind}
          options={[either, ...kinds.map((id) => ({ id: String(id), label: look.kind(id) }))]}
        />
        {applications.length > 1 && (
          <Select
            label={t(words.application)}
            value={application}
            onChange={setApplication}
            options={[either, ...applications]}
          />
        )}
        {tags.length > 0 && (
          <Select
            label={t({ id: 'feedback.tag', defaultMessage: 'Tag' })}
            value={tag}
            onChange={setTag}
            options={[either, ...tags.map(({ tag: id }) => ({ id, label: id }))]}
          />
        )}
        <Select
          label={t({ id: 'feedback.order', defaultMessage: 'Order' })}
          value={order}
          onChange={setOrder}
          options={[
            {
              id: String(Order.UNSPECIFIED),
              label: query
                ? t({ id: 'feedback.alike', defaultMessage: 'Most alike' })
                : t({ id: 'feedback.newest', defaultMessage: 'Newest' }),
            },
            { id: String(Order.VOTES), label: t({ id: 'feedback.mostVotes', defaultMessage: 'Most votes' }) },
            { id: String(Order.COMMENTS), label: t({ id: 'feedback.mostComments', defaultMessage: 'Most comments' }) },
          ]}
        />
      </div>
      <Query query={proposals} height="6rem">
        {({ pages }) => {
          const found = pages.flatMap((page) => page.proposals)
          if (found.length === 0) {
            return (
              <Card>
                <EmptyState
                  icon={Lightbulb}
                  title={t({ id: 'feedback.none', defaultMessage: 'Nothing here' })}
                  actions={add}
                >
                  {t({
                    id: 'feedback.noneHint',
                    defaultMessage:
                      'Whoever works with it knows best what is missing. You can write without your name, too.',
                  })}
                </EmptyState>
              </Card>
            )
          }
          return (
            <Card flush>
              <div className={styles.list}>
                {found.map((proposal) => (
                  <ProposalCard key={proposal.name} proposal={proposal} />
                ))}
              </div>
              <More query={proposals} />
            </Card>
          )
        }}
      </Query>
    </Page>
  )
}
