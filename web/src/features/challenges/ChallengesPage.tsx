import { create } from '@bufbuild/protobuf'
import { Gift, Mountain, Plus } from 'lucide-react'
import { useState } from 'react'
import { useChallengeChanges, useChallenges } from '@/api/challenges'
import { paths } from '@/api/paths'
import { AddDialog } from '@/fields/AddDialog'
import { useMoney } from '@/fields/money'
import { useToday } from '@/fields/today'
import { useDraft } from '@/fields/useDraft'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Challenge, ChallengeSchema, ChallengeState, Measure } from '@/gen/hamgam/incentives/v1/challenge_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, CardLink } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { ChallengeFields, shownFields } from './ChallengeFields'
import styles from './Challenges.module.css'
import { useChallengeWords } from './kinds'

type Which = 'all' | 'running' | 'over' | 'written'
const statesOf: Record<Which, ChallengeState[]> = {
  all: [],
  running: [ChallengeState.RUNNING],
  over: [ChallengeState.REACHED, ChallengeState.NOT_REACHED, ChallengeState.CANCELLED],
  written: [ChallengeState.PROPOSED, ChallengeState.DRAFT],
}

/** Goals that teams reach together, the newest first. */
export function ChallengesPage() {
  const t = useText()
  const { has } = useMe()
  const isHr = has(Role.HR)
  const [which, setWhich] = useState<Which>('all')
  const [adding, setAdding] = useState(false)
  const query = useChallenges(statesOf[which])
  const add = isHr && (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'challenges.add', defaultMessage: 'Write a challenge' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'challenges.title', defaultMessage: 'Challenges' })}
      lead={t({
        id: 'challenges.lead',
        defaultMessage: 'A goal that teams reach together, against their own beginning. Nobody is ranked.',
      })}
      actions={
        has(Role.HR, Role.SPONSOR) && (
          <>
            <ButtonLink icon={Gift} href={paths.rewards}>
              {t({ id: 'challenges.rewards', defaultMessage: 'Rewards and budgets' })}
            </ButtonLink>
            {add}
          </>
        )
      }
    >
      <div className={styles.bar}>
        <Segmented<Which>
          label={t({ id: 'challenges.which', defaultMessage: 'Which' })}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all', label: t({ id: 'challenges.all', defaultMessage: 'All' }) },
            { value: 'running', label: t({ id: 'challenges.running', defaultMessage: 'Running' }) },
            { value: 'over', label: t({ id: 'challenges.over', defaultMessage: 'Over' }) },
            ...(isHr
              ? [{ value: 'written' as const, label: t({ id: 'challenges.written', defaultMessage: 'Being written' }) }]
              : []),
          ]}
        />
      </div>
      <Query query={query} height="6rem">
        {({ pages }) => {
          const challenges = pages.flatMap((page) => page.challenges)
          if (challenges.length === 0) {
            return (
              <Card>
                <EmptyState
                  icon={Mountain}
                  title={t({ id: 'challenges.none', defaultMessage: 'No challenge here' })}
                  actions={add}
                >
                  {isHr
                    ? t({
                        id: 'challenges.noneHr',
                        defaultMessage: 'A challenge fits teams that are well on the way and could do one more step.',
                      })
                    : t({
                        id: 'challenges.noneHint',
                        defaultMessage:
                          'When your team takes part in one, you see here how far you have come together.',
                      })}
                </EmptyState>
              </Card>
            )
          }
          return (
            <div className={styles.list}>
              {challenges.map((challenge) => (
                <Row key={challenge.name} challenge={challenge} />
              ))}
              <More query={query} />
            </div>
          )
        }}
      </Query>
      {adding && <AddChallenge onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Row({ challenge }: { challenge: Challenge }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const money = useMoney()
  const look = useChallengeWords()
  return (
    <CardLink href={paths.challenge(challenge.name)}>
      <span className={styles.row}>
        <span className={styles.rowHead}>
          <bdi>{read(challenge.title)}</bdi>
          <Badge tone={look.stateTone(challenge.state)}>{look.state(challenge.state)}</Badge>
        </span>
        <span className={styles.meta}>
          <span>{look.measure(challenge.measure)}</span>
          <span>
            {t(
              { id: 'challenges.goalBy', defaultMessage: '{part} better than before' },
              { part: format.percent(challenge.targetPercent / 100) },
            )}
          </span>
          <span>
            {format.day(challenge.startDay)} – {format.day(challenge.endDay)}
          </span>
          {challenge.prize && <span>{money(challenge.prize)}</span>}
        </span>
        <span className={styles.meta}>
          <span>{format.names(challenge.teams.map(({ teamDisplayName }) => teamDisplayName))}</span>
        </span>
      </span>
    </CardLink>
  )
}

function AddChallenge({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create: save } = useChallengeChanges()
  const today = useToday()
  const [start] = useState(() =>
    create(ChallengeSchema, {
      measure: Measure.ADOPTION_INDEX,
      startDay: today,
      weeks: 6,
      targetPercent: 15,
      participationPercent: 70,
    }),
  )
  const { draft, edit } = useDraft(ChallengeSchema, start)
  return (
    <AddDialog
      title={t({ id: 'challenges.add', defaultMessage: 'Write a challenge' })}
      save={save}
      request={(requestId) => ({ parent, challenge: draft, requestId })}
      page={paths.challenge}
      resource="challenge"
      shown={shownFields}
      onClose={onClose}
    >
      <ChallengeFields draft={draft} edit={edit} error={save.error} />
    </AddDialog>
  )
}
