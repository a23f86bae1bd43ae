import { Ban, Play } from 'lucide-react'
import { useState } from 'react'
import { useChallenge, useChallengeChanges } from '@/api/challenges'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { useMoney } from '@/fields/money'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Challenge, ChallengeSchema, ChallengeState } from '@/gen/hamgam/incentives/v1/challenge_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card, Facts, Split, Stack } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { AwardCard } from './AwardCard'
import { ChallengeFields, shownFields } from './ChallengeFields'
import styles from './Challenges.module.css'
import { GoalLine } from './GoalLine'
import { guardsOf, isWritten, useChallengeWords } from './kinds'

/** One challenge: written by HR, then how far the teams have come together, then their prize. */
export function ChallengePage() {
  const t = useText()
  const read = useLocalized()
  const look = useChallengeWords()
  const { organization, has } = useMe()
  const query = useChallenge(`${organization}/challenges/${useId('challenge')}`)
  const challenge = query.data
  const isHr = has(Role.HR)
  return (
    <Page
      title={read(challenge?.title) || t({ id: 'challenges.one', defaultMessage: 'Challenge' })}
      back={{ href: paths.challenges, label: t({ id: 'challenges.title', defaultMessage: 'Challenges' }) }}
      badge={challenge && <Badge tone={look.stateTone(challenge.state)}>{look.state(challenge.state)}</Badge>}
      actions={challenge && isHr && <Actions challenge={challenge} />}
    >
      <Query query={query} lines={6}>
        {(found) =>
          isWritten(found.state) && isHr ? (
            <Editor key={found.name} challenge={found} />
          ) : (
            <Split>
              <Stack>
                {found.state === ChallengeState.CANCELLED && (
                  <Banner tone="warn" title={t({ id: 'challenges.offTitle', defaultMessage: 'It was called off' })}>
                    <span dir="auto">{found.cancelReason}</span>
                  </Banner>
                )}
                <ProgressCard challenge={found} />
                {found.award && <AwardCard name={found.award} />}
                <GuardsCard challenge={found} />
              </Stack>
              <Stack>
                <FactsCard challenge={found} />
                <TeamsCard challenge={found} />
              </Stack>
            </Split>
          )
        }
      </Query>
    </Page>
  )
}

function Editor({ challenge }: { challenge: Challenge }) {
  const { update, reload } = useChallengeChanges()
  const form = useDraft(ChallengeSchema, challenge)
  return (
    <Card>
      <SavedForm
        form={form}
        source={challenge}
        update={update}
        request={(draft) => ({ challenge: draft, updateMask: { paths: shownFields } })}
        reload={() => reload(challenge.name)}
        resource="challenge"
        shown={shownFields}
      >
        <InLanguages>
          <LanguageSwitch />
          <ChallengeFields draft={form.draft} edit={form.edit} error={update.error} />
        </InLanguages>
      </SavedForm>
    </Card>
  )
}

function ProgressCard({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { progress } = challenge
  return (
    <Card
      title={
        challenge.teams.length > 1
          ? t({ id: 'challenges.together', defaultMessage: 'How far the teams have come together' })
          : t({ id: 'challenges.howFar', defaultMessage: 'How far the team has come' })
      }
      subtitle={
        progress?.throughDay
          ? t(
              { id: 'challenges.measuredTo', defaultMessage: 'Measured up to {day}' },
              { day: format.day(progress.throughDay) },
            )
          : undefined
      }
    >
      <GoalLine challenge={challenge} />
      {progress?.sentence && <p dir="auto">{read(progress.sentence)}</p>}
      {progress?.improvementPercent !== undefined && !progress.beyondChance && (
        <p className={styles.quiet}>
          {t({ id: 'challenges.chance', defaultMessage: 'At this size it may still be chance.' })}
        </p>
      )}
    </Card>
  )
}

function GuardsCard({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const look = useChallengeWords()
  const measured = challenge.progress?.guards ?? []
  // What the prize hangs on is known from the first day, how it stands only once it was measured.
  const ahead = challenge.state === ChallengeState.RUNNING ? guardsOf(challenge.teams.length) : []
  if (measured.length + ahead.length === 0) return null
  return (
    <Card
      title={t({ id: 'challenges.guards', defaultMessage: 'What has to hold for the prize' })}
      subtitle={t({ id: 'challenges.guardsHint', defaultMessage: 'Nobody’s own use is shown or counted.' })}
    >
      <ul className={styles.guards}>
        {measured.map(({ guard, state }) => (
          <li key={guard}>
            <span>{look.guard(guard)}</span>
            <Badge tone={look.guardTone(state)}>{look.guardState(state)}</Badge>
          </li>
        ))}
        {measured.length === 0 && ahead.map((guard) => <li key={guard}>{look.guard(guard)}</li>)}
      </ul>
    </Card>
  )
}

function FactsCard({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const money = useMoney()
  const look = useChallengeWords()
  const applications = useApplicationOptions()
  const span = (from: string, to: string) => `${format.day(from)} – ${format.day(to)}`
  const items = [
    {
      name: t({ id: 'challenges.measure', defaultMessage: 'What is to become better?' }),
      value: look.measure(challenge.measure),
    },
    { name: t(words.application), value: <bdi>{labelOf(applications, challenge.application)}</bdi> },
    { name: t({ id: 'challenges.when', defaultMessage: 'When' }), value: span(challenge.startDay, challenge.endDay) },
  ]
  if (challenge.baselineStartDay) {
    items.push({
      name: t({ id: 'challenges.against', defaultMessage: 'Compared with' }),
      value: span(challenge.baselineStartDay, challenge.baselineEndDay),
    })
  }
  if (challenge.prize) {
    items.push({ name: t({ id: 'challenges.shared', defaultMessage: 'Shared prize' }), value: money(challenge.prize) })
  }
  return (
    <Card>
      {challenge.description && (
        <p className={styles.text} dir="auto">
          {read(challenge.description)}
        </p>
      )}
      <p className={styles.quiet}>{look.measureHint(challenge.measure)}</p>
      <Facts items={items} />
    </Card>
  )
}

function TeamsCard({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const format = useFormats()
  const look = useChallengeWords()
  return (
    <Card title={t({ id: 'challenges.teams', defaultMessage: 'Teams' })}>
      <ul className={styles.teams}>
        {challenge.teams.map((team) => (
          <li key={team.team}>
            <strong>
              <bdi>{team.teamDisplayName}</bdi>
            </strong>
            <span className={styles.quiet}>{look.part(team.part)}</span>
            {team.qualifiesDay && (
              <span className={styles.quiet}>
                {t(
                  { id: 'challenges.qualifies', defaultMessage: 'It could be measured from {day} on.' },
                  { day: format.day(team.qualifiesDay) },
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Actions({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { start } = useChallengeChanges()
  const [asking, setAsking] = useState<'start' | 'cancel'>()
  const written = isWritten(challenge.state)
  return (
    <>
      {written && (
        <Button variant="primary" icon={Play} onPress={() => setAsking('start')}>
          {t({ id: 'challenges.start', defaultMessage: 'Announce' })}
        </Button>
      )}
      {(written || challenge.state === ChallengeState.RUNNING) && (
        <Button variant="quiet" icon={Ban} onPress={() => setAsking('cancel')}>
          {t({ id: 'challenges.cancel', defaultMessage: 'Call off' })}
        </Button>
      )}
      <ConfirmDialog
        title={t({ id: 'challenges.startTitle', defaultMessage: 'Announce this challenge?' })}
        isOpen={asking === 'start'}
        onClose={() => setAsking(undefined)}
        isPending={start.isPending}
        confirmLabel={t({ id: 'challenges.start', defaultMessage: 'Announce' })}
        onConfirm={() =>
          start.mutate(challenge, {
            onError: (error) => toastError(sentence(error)),
            onSettled: () => setAsking(undefined),
          })
        }
      >
        <p>
          {t({
            id: 'challenges.startHint',
            defaultMessage:
              'Save what you entered first. Members and the baseline are frozen, the prize is promised from the budget, and the teams are told.',
          })}
        </p>
      </ConfirmDialog>
      {asking === 'cancel' && <CancelDialog name={challenge.name} onClose={() => setAsking(undefined)} />}
    </>
  )
}

function CancelDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText()
  const { cancel } = useChallengeChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t({ id: 'challenges.cancelTitle', defaultMessage: 'Call this challenge off?' })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          cancel.mutate({ name, reason }, { onSuccess: onClose })
        }}
      >
        <Problems error={cancel.error} />
        <TextField
          label={t({ id: 'challenges.cancelWhy', defaultMessage: 'Why; the members of a running one read this' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <Button type="submit" variant="danger" isPending={cancel.isPending} isDisabled={reason.trim() === ''}>
            {t({ id: 'challenges.cancel', defaultMessage: 'Call off' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
