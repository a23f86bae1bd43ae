import { KeyRound, VenetianMask } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { Link } from 'react-aria-components'
import { useAnonymousChanges, useAnonymousProposal } from '@/api/anonymous'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import type { FollowAnonymousProposalResponse } from '@/gen/hamgam/feedback/v1/anonymous_service_pb'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Logo } from '@/ui/Logo'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CommentList } from './Comments'
import styles from './Feedback.module.css'
import { History } from './History'
import { useProposalWords } from './kinds'
import { forgetSecret, keepSecret, keptSecrets } from './secrets'

/** The part of the address that never leaves the browser. */
function useFragment(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => window.location.hash.slice(1),
  )
}

/** Follows an own anonymous proposal by its secret, signed in or not. */
export function FollowPage() {
  const t = useText()
  const parent = `organizations/${useId('organization')}`
  const secret = useFragment()
  return (
    <main className={styles.follow}>
      <Link href={paths.home} className={styles.brand} aria-label="Hamgam">
        <Logo size={36} />
      </Link>
      {secret ? (
        <One key={secret} parent={parent} secret={secret} />
      ) : (
        <Page title={t({ id: 'feedback.yourAnonymous', defaultMessage: 'Your anonymous ones' })}>
          <Kept parent={parent} />
        </Page>
      )}
    </main>
  )
}

function Kept({ parent }: { parent: string }) {
  const t = useText()
  const kept = keptSecrets()
  return (
    <Card>
      {kept.length === 0 ? (
        <EmptyState
          icon={VenetianMask}
          title={t({ id: 'feedback.nothingKept', defaultMessage: 'This browser keeps no secret link' })}
        />
      ) : (
        <ul className={styles.kept}>
          {kept.map(({ secret, title }) => (
            <li key={secret}>
              <a href={paths.followProposal(parent, secret)}>
                <bdi>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function One({ parent, secret }: { parent: string; secret: string }) {
  const t = useText()
  const look = useProposalWords()
  const query = useAnonymousProposal(parent, secret)
  const proposal = query.data?.mergedInto ?? query.data?.proposal
  return (
    <Page
      title={query.data?.proposal?.title ?? t({ id: 'feedback.one', defaultMessage: 'Proposal' })}
      badge={proposal && <Badge tone={look.statusTone(proposal.status)}>{look.status(proposal.status)}</Badge>}
    >
      <Query query={query}>{(found) => <Found found={found} parent={parent} secret={secret} />}</Query>
    </Page>
  )
}

function Found({ found, parent, secret }: { found: FollowAnonymousProposalResponse; parent: string; secret: string }) {
  const t = useText()
  const { proposal, mergedInto, statusChanges, comments } = found
  const [kept, setKept] = useState(() => keptSecrets().some((each) => each.secret === secret))
  return (
    <Stack>
      <Banner
        tone="info"
        title={t({ id: 'feedback.keepLink', defaultMessage: 'Only whoever has this link gets here' })}
      >
        <p>
          {t({
            id: 'feedback.keepLinkHint',
            defaultMessage:
              'It stands in the address line, and nobody can give it back once it is lost. On a shared machine, keep it elsewhere.',
          })}
        </p>
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={KeyRound}
            onPress={() => {
              if (kept) forgetSecret(secret)
              else keepSecret(secret, proposal?.title ?? '')
              setKept(!kept)
            }}
          >
            {kept
              ? t({ id: 'feedback.forget', defaultMessage: 'Forget it in this browser' })
              : t({ id: 'feedback.keep', defaultMessage: 'Keep it in this browser' })}
          </Button>
        </div>
      </Banner>
      {mergedInto && (
        <Banner tone="info" title={t({ id: 'feedback.sameAs', defaultMessage: 'Another one says the same' })}>
          <bdi>{mergedInto.title}</bdi>
        </Banner>
      )}
      {proposal?.body && (
        <Card>
          <p className={styles.text} dir="auto">
            {proposal.body}
          </p>
        </Card>
      )}
      <History changes={statusChanges} />
      <Card title={t({ id: 'feedback.conversation', defaultMessage: 'Conversation' })}>
        <CommentList comments={comments} />
        <Answer parent={parent} secret={secret} />
      </Card>
    </Stack>
  )
}

function Answer({ parent, secret }: { parent: string; secret: string }) {
  const t = useText()
  const { answer } = useAnonymousChanges()
  const [text, setText] = useState('')
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate({ parent, secret, text }, { onSuccess: () => setText('') })
      }}
    >
      <Problems error={answer.error} />
      <TextField
        label={t({ id: 'feedback.answerAnonymously', defaultMessage: 'Answer without your name' })}
        hint={t({
          id: 'feedback.answerLater',
          defaultMessage: 'Others are told on the next day, so that the hour says nothing.',
        })}
        value={text}
        onChange={setText}
        multiline
        rows={3}
        maxLength={4000}
      />
      <FormActions>
        <Button type="submit" isPending={answer.isPending} isDisabled={text.trim() === ''}>
          {t({ id: 'feedback.send', defaultMessage: 'Send' })}
        </Button>
      </FormActions>
    </Form>
  )
}
