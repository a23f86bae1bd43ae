import { CloudOff, Hourglass, type LucideIcon, Scale, UsersRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useChampionEffect } from '@/api/championEffect'
import { useProgrammes } from '@/api/champions'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type ChampionEffect, NoEffectReason as Reason } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Card, Figure, Split, Stack } from '@/ui/Card'
import { Bars } from '@/ui/charts/Bars'
import { Interval } from '@/ui/charts/Interval'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import styles from './Champions.module.css'
import { checkInKinds, useChampionWords } from './kinds'
import { StagedStarts } from './StagedStarts'

/** What champions did and what it did, said no surer than it is known. */
export function EffectTab() {
  const t = useText()
  const read = useLocalized()
  const query = useProgrammes()
  const [chosen, setChosen] = useState('')
  return (
    <Query query={query} lines={4}>
      {(programmes) => {
        const programme = programmes.find(({ name }) => name === chosen) ?? programmes[0]
        return programme === undefined ? (
          <Card>
            <EmptyState
              icon={Scale}
              title={t({ id: 'champions.noProgramme', defaultMessage: 'No champions are looked for at the moment' })}
            />
          </Card>
        ) : (
          <Stack>
            {programmes.length > 1 && (
              <div className={styles.narrow}>
                <Select
                  label={t({ id: 'champions.programme', defaultMessage: 'Programme' })}
                  options={programmes.map(({ name, title }) => ({ id: name, label: read(title) }))}
                  value={programme.name}
                  onChange={setChosen}
                />
              </div>
            )}
            <OfProgramme key={programme.name} programme={programme.name} />
          </Stack>
        )
      }}
    </Query>
  )
}

function OfProgramme({ programme }: { programme: string }) {
  const { has } = useMe()
  const query = useChampionEffect(programme)
  return (
    <Query query={query} lines={5}>
      {(effect) => (
        <Split>
          <Stack>
            <Answer effect={effect} />
            {has(Role.HR, Role.ADMIN, Role.SPONSOR) && <StagedStarts programme={programme} />}
          </Stack>
          <Done effect={effect} />
        </Split>
      )}
    </Query>
  )
}

/** Whether it helped: the number with its range, or why there is none. */
function Answer({ effect }: { effect: ChampionEffect }) {
  const t = useText()
  const format = useFormats()
  const title = t({ id: 'champions.didItHelp', defaultMessage: 'Did it help?' })
  if (effect.effect === undefined || effect.effectLow === undefined || effect.effectHigh === undefined) {
    return (
      <Card title={title}>
        <NoAnswer effect={effect} />
      </Card>
    )
  }
  const days = (value: number) => format.number(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const sentence = effect.proven
    ? t(
        {
          id: 'champions.proven',
          defaultMessage:
            '{more, select, yes {Teams that started with a champion used it on {days} of 100 working days more than teams that started later.} other {Teams that started with a champion used it on {days} of 100 working days fewer than teams that started later.}}',
        },
        {
          more: effect.effect > 0 ? 'yes' : 'no',
          days: format.number(Math.abs(effect.effect), { maximumFractionDigits: 1 }),
        },
      )
    : t({
        id: 'champions.notProven',
        defaultMessage: 'It cannot be told yet: the figures would also fit to no difference at all.',
      })
  return (
    <Card
      title={title}
      actions={
        effect.proven ? (
          <Badge tone={effect.effect > 0 ? 'good' : 'bad'}>
            {t({ id: 'champions.isProven', defaultMessage: 'More than chance' })}
          </Badge>
        ) : (
          <Badge>{t({ id: 'champions.isOpen', defaultMessage: 'Not proven' })}</Badge>
        )
      }
    >
      <p className={styles.sentence}>{sentence}</p>
      <Interval
        label={sentence}
        value={effect.effect}
        low={effect.effectLow}
        high={effect.effectHigh}
        none={t({ id: 'champions.noDifference', defaultMessage: 'no difference' })}
      />
      <p>
        {t(
          {
            id: 'champions.range',
            defaultMessage:
              'Best guess {effect} working days of 100; the 95 % interval goes from {low} to {high}. Right of the line is more use, left of it less.',
          },
          { effect: days(effect.effect), low: days(effect.effectLow), high: days(effect.effectHigh) },
        )}
      </p>
      <p className={styles.quiet}>
        {t(
          {
            id: 'champions.howMeasured',
            defaultMessage:
              'A coin said which {now, plural, one {# team} other {# teams}} started at once and which {later, plural, one {# team} other {# teams}} 35 days later. Days 8 to 35 are compared, each team against comparable ones. No team’s own before and after is shown, because flagged teams recover anyway.',
          },
          { now: effect.teamsNow, later: effect.teamsLater },
        )}
      </p>
    </Card>
  )
}

function NoAnswer({ effect }: { effect: ChampionEffect }) {
  const t = useText()
  const why: Record<Reason, { icon: LucideIcon; title: string; hint: ReactNode }> = {
    [Reason.UNSPECIFIED]: {
      icon: Scale,
      title: t({ id: 'champions.unknownEffect', defaultMessage: 'Nothing is known yet' }),
      hint: undefined,
    },
    [Reason.NO_STAGED_START]: {
      icon: Scale,
      title: t({ id: 'champions.noStart', defaultMessage: 'Nothing can be compared yet' }),
      hint: t({
        id: 'champions.noStartHint',
        defaultMessage:
          'Flagged teams recover anyway, and teams with a champion differ in more than the champion. When a coin says which teams start first, the difference can be known.',
      }),
    },
    [Reason.TOO_EARLY]: {
      icon: Hourglass,
      title: t({ id: 'champions.tooEarly', defaultMessage: 'The comparison is under way' }),
      hint: t({ id: 'champions.tooEarlyHint', defaultMessage: 'There is an answer 36 days after a staged start.' }),
    },
    [Reason.TOO_FEW_TEAMS]: {
      icon: UsersRound,
      title: t({ id: 'champions.tooFew', defaultMessage: 'Too few teams for a number' }),
      hint: t(
        {
          id: 'champions.tooFewHint',
          defaultMessage:
            '{now, number} that started at once and {later, number} that started later could be measured; it takes eight of each. Another staged start adds to them.',
        },
        { now: effect.teamsNow, later: effect.teamsLater },
      ),
    },
    [Reason.NO_APPLICATION]: {
      icon: Scale,
      title: t({ id: 'champions.noApplication', defaultMessage: 'This programme is about no application' }),
      hint: t({
        id: 'champions.noApplicationHint',
        defaultMessage: 'No use is measured for it. What was done is counted all the same.',
      }),
    },
    [Reason.NOT_REACHED]: {
      icon: CloudOff,
      title: t({ id: 'champions.notReached', defaultMessage: 'The figures cannot be had just now' }),
      hint: t({ id: 'champions.notReachedHint', defaultMessage: 'Look again in a moment.' }),
    },
  }
  const { icon, title, hint } = why[effect.reason]
  return (
    <EmptyState icon={icon} title={title}>
      {hint}
    </EmptyState>
  )
}

/** What was done in four weeks, by kind and not by person. */
function Done({ effect }: { effect: ChampionEffect }) {
  const t = useText()
  const format = useFormats()
  const look = useChampionWords()
  const counts = checkInKinds.map(({ kind }) => ({
    kind,
    count: effect.checkIns.find((each) => each.kind === kind)?.count ?? 0,
  }))
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const title = t({ id: 'champions.wasDone', defaultMessage: 'Done in the last four weeks' })
  return (
    <Card title={title}>
      <Figure
        label={t({ id: 'champions.teamsVisited', defaultMessage: 'Teams checked in with' })}
        value={format.number(effect.teamsVisited)}
        note={t(
          { id: 'champions.ofCovered', defaultMessage: 'of {count} that are covered' },
          { count: format.number(effect.teamsCovered) },
        )}
      />
      <Bars
        label={title}
        bars={counts.map(({ kind, count }) => ({
          id: String(kind),
          name: look.checkIn(kind),
          part: count / most,
          value: format.number(count),
        }))}
      />
      <p className={styles.quiet}>
        {t({
          id: 'champions.doneHint',
          defaultMessage: 'Of all champions of the programme together. Doing more is not the same as helping more.',
        })}
      </p>
    </Card>
  )
}
