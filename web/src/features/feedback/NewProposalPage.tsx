import { create } from '@bufbuild/protobuf'
import { useEffect, useState } from 'react'
import { Link } from 'react-aria-components'
import { newSecret, secretText, useAnonymousChanges } from '@/api/anonymous'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { useProposalChanges, useSimilarProposals } from '@/api/proposals'
import { brokenRules } from '@/fields/broken'
import { useGo } from '@/fields/go'
import { useApplicationOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { ProposalKind, ProposalSchema, ProposalTopic, Tone } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useReading } from '@/i18n/LocaleProvider'
import { type LanguageCode, languageNames, languageOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Split, Stack } from '@/ui/Card'
import { Form, FormActions, FormRow, RadioGroup, Switch, TextField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Select } from '@/ui/Select'
import styles from './Feedback.module.css'
import { type Chosen, Images } from './Images'
import { kinds, tones, topics, useProposalWords } from './kinds'
import { keepSecret } from './secrets'

const shown = ['kind', 'title', 'body', 'language', 'application', 'topic', 'tone']

/** Suggests, reports or asks something, with one's name or without. */
export function NewProposalPage() {
  const t = useText()
  const go = useGo()
  const look = useProposalWords()
  const { organization: parent } = useMe()
  const applications = useApplicationOptions()
  const own = useReading().reading.language
  const { create: save, attach } = useProposalChanges()
  const anonymously = useAnonymousChanges()
  const [start] = useState(() =>
    create(ProposalSchema, {
      kind: ProposalKind.IDEA,
      tone: Tone.NEUTRAL,
      topic: ProposalTopic.OTHER,
      language: languageOf[own],
    }),
  )
  const { draft, edit, dirty } = useDraft(ProposalSchema, start)
  const [anonymous, setAnonymous] = useState(false)
  const [images, setImages] = useState<Chosen[]>([])
  const [requestId] = useState(newRequestId)
  const [secret] = useState(newSecret)
  const only = applications.length === 1 ? applications[0]?.id : undefined
  const application = draft.application || only || ''
  const saving = anonymous ? anonymously.submit : save
  const broken = brokenRules(saving.error, 'proposal')
  const proposal = { ...draft, application }

  const submit = async () => {
    if (anonymous) {
      const made = await anonymously.submit.mutateAsync({ parent, proposal, secret })
      keepSecret(secretText(secret), made.title)
      for (const image of images) await anonymously.attach.mutateAsync({ parent, secret, ...image.request })
      go(paths.followProposal(parent, secretText(secret)))
    } else {
      const made = await save.mutateAsync({ parent, proposal, requestId })
      for (const image of images) await attach.mutateAsync({ parent: made.name, ...image.request })
      go(paths.proposal(made.name))
    }
  }
  const pending = saving.isPending || attach.isPending || anonymously.attach.isPending
  return (
    <Page
      title={t({ id: 'feedback.say', defaultMessage: 'Say something' })}
      back={{ href: paths.feedback, label: t({ id: 'feedback.title', defaultMessage: 'Feedback' }) }}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          // What goes wrong stands above the form.
          submit().catch(() => undefined)
        }}
      >
        <Problems error={saving.error ?? attach.error ?? anonymously.attach.error} resource="proposal" shown={shown} />
        <Split>
          <Stack>
            <Card>
              <RadioGroup
                cards
                label={t({ id: 'feedback.whatIsIt', defaultMessage: 'What is it?' })}
                value={String(draft.kind)}
                onChange={(kind) =>
                  edit((next) => {
                    next.kind = Number(kind)
                  })
                }
                options={kinds.map((kind) => ({ value: String(kind), label: look.kind(kind) }))}
                error={broken.at('kind')}
              />
              <TextField
                label={t({ id: 'feedback.inOneLine', defaultMessage: 'In one line' })}
                value={draft.title}
                onChange={(title) =>
                  edit((next) => {
                    next.title = title
                  })
                }
                maxLength={200}
                error={broken.at('title')}
              />
              <Similar text={draft.title} application={application} />
              <TextField
                label={t({ id: 'feedback.more', defaultMessage: 'More about it' })}
                hint={t({ id: 'feedback.moreHint', defaultMessage: 'What happens, and what would help?' })}
                value={draft.body}
                onChange={(body) =>
                  edit((next) => {
                    next.body = body
                  })
                }
                multiline
                rows={6}
                maxLength={8000}
                optional
                error={broken.at('body')}
              />
              <Images images={images} onChange={setImages} />
            </Card>
          </Stack>
          <Stack>
            <Card>
              {!only && (
                <Select
                  label={t(words.application)}
                  options={applications}
                  value={application || null}
                  onChange={(id) =>
                    edit((next) => {
                      next.application = id
                    })
                  }
                  error={broken.at('application')}
                />
              )}
              <FormRow>
                <Select
                  label={t({ id: 'feedback.about', defaultMessage: 'What it is about' })}
                  options={topics.map((topic) => ({ id: String(topic), label: look.topic(topic) }))}
                  value={String(draft.topic)}
                  onChange={(topic) =>
                    edit((next) => {
                      next.topic = Number(topic)
                    })
                  }
                  error={broken.at('topic')}
                />
              </FormRow>
              <RadioGroup
                label={t({ id: 'feedback.feel', defaultMessage: 'How do you feel about it?' })}
                value={String(draft.tone)}
                onChange={(tone) =>
                  edit((next) => {
                    next.tone = Number(tone)
                  })
                }
                options={tones.map((tone) => ({ value: String(tone), label: look.tone(tone) }))}
                error={broken.at('tone')}
              />
              <Select
                label={t(words.language)}
                options={(['en', 'fa', 'ar'] as LanguageCode[]).map((code) => ({
                  id: String(languageOf[code]),
                  label: languageNames[code],
                }))}
                value={String(draft.language)}
                onChange={(language) =>
                  edit((next) => {
                    next.language = Number(language)
                  })
                }
                error={broken.at('language')}
              />
            </Card>
            <Card>
              <Switch isSelected={anonymous} onChange={setAnonymous}>
                {t({ id: 'feedback.withoutName', defaultMessage: 'Without my name' })}
              </Switch>
              {anonymous && (
                <Banner tone="info" title={t({ id: 'feedback.nobodyKnows', defaultMessage: 'Nobody can find out' })}>
                  {t({
                    id: 'feedback.nobodyKnowsHint',
                    defaultMessage:
                      'Neither your name nor the time is kept, not even for administrators. You follow it through a secret link that stays in this browser; if it is lost, nobody can give it back. Write so that your words do not give you away.',
                  })}
                </Banner>
              )}
            </Card>
            <FormActions>
              <Button type="submit" variant="primary" isPending={pending}>
                {t({ id: 'feedback.send', defaultMessage: 'Send' })}
              </Button>
              <ButtonLink variant="quiet" href={paths.feedback}>
                {t(words.cancel)}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Split>
      </Form>
      <Unsaved when={dirty && !pending && !saving.isSuccess} />
    </Page>
  )
}

/** What others said already that is alike, while one types. */
function Similar({ text, application }: { text: string; application: string }) {
  const t = useText()
  const look = useProposalWords()
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 300)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useSimilarProposals(rested, application)
  const found = text.trim().length >= 4 ? (data?.proposals ?? []).slice(0, 5) : []
  return (
    <div role="status" className={found.length > 0 ? styles.similar : undefined}>
      {found.length > 0 && (
        <>
          <p className={styles.similarTitle}>
            {t({ id: 'feedback.similar', defaultMessage: 'Somebody may have said it already: a vote helps more' })}
          </p>
          <ul>
            {found.map((proposal) => (
              <li key={proposal.name}>
                <Link href={paths.proposal(proposal.name)} target="_blank">
                  <bdi>{proposal.title}</bdi>
                </Link>{' '}
                <span className={styles.quiet}>{look.status(proposal.status)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
