import { useParams } from '@tanstack/react-router'
import { useFlag, useInterventions } from '@/api/adoption'
import { paths } from '@/api/paths'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { type Flag, FlagState, Verdict } from '@/gen/hamgam/adoption/v1/flag_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { FindingBadge, StateBadge, useSizeText } from '@/parts/adoption'
import { useBarrierText } from '@/parts/barriers'
import { Interventions } from '@/parts/Interventions'
import { useDirectoryNames } from '@/parts/teamNames'
import { useMe } from '@/session/me'
import { Banner } from '@/ui/Banner'
import { ButtonLink } from '@/ui/Button'
import { Card, Facts, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Answers, ChooseCause } from './Answers'
import { Evidence } from './Evidence'
import styles from './Flags.module.css'
import { History } from './History'

/** One flag: what is known, why it may be so, and the person's answer. */
export function FlagPage() {
  const t = useText()
  const { flag: id } = useParams({ from: '/signed-in/flags/$flag' })
  const { organization } = useMe()
  const query = useFlag(`${organization}/flags/${id}`)
  return (
    <Page
      title={query.data?.teamDisplayName ?? t({ id: 'flags.one', defaultMessage: 'Flag' })}
      back={{ href: paths.flags, label: t({ id: 'flags.title', defaultMessage: 'Flags' }) }}
      badge={
        query.data && (
          <>
            <StateBadge state={query.data.state} ofFlag />
            <FindingBadge finding={query.data.finding} />
          </>
        )
      }
      actions={
        query.data && (
          <ButtonLink href={paths.team(query.data.team)}>
            {t({ id: 'flags.toTeam', defaultMessage: 'To the team' })}
          </ButtonLink>
        )
      }
    >
      <Query query={query} lines={2} height="12rem">
        {(flag) => <Known flag={flag} />}
      </Query>
    </Page>
  )
}

function Known({ flag }: { flag: Flag }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const { has } = useMe()
  const size = useSizeText()
  const barrier = useBarrierText()
  const names = useDirectoryNames()
  const interventions = useInterventions({ flag: flag.name }, flag.interventions.length > 0)
  const isOpen = flag.state === FlagState.FLAGGED || flag.state === FlagState.SNOOZED
  const decides = has(Role.HR, Role.CHAMPION) && isOpen
  const mayAnswer = decides && flag.verdict === Verdict.UNSPECIFIED
  const mayExplain = decides && flag.verdict === Verdict.CONFIRMED && flag.barrier === Barrier.UNCLEAR
  return (
    <div className={styles.page}>
      <div>
        <Card>
          <p className={styles.big}>{localized(flag.sentence)}</p>
          <Facts
            items={[
              {
                name: t({ id: 'flags.certainty', defaultMessage: 'How sure we are' }),
                value: format.percent(flag.certainty),
              },
              { name: t({ id: 'teams.index', defaultMessage: 'Adoption index' }), value: format.number(flag.index) },
              {
                name: t({ id: 'flags.people', defaultMessage: 'People' }),
                value: [size(flag.sizeBand), flag.position && names.position(flag.position)]
                  .filter(Boolean)
                  .join(' · '),
              },
              { name: t({ id: 'flags.raised', defaultMessage: 'Raised' }), value: format.day(flag.raisedDay, 'long') },
              ...(flag.members.length > 1
                ? [
                    {
                      name: t({ id: 'flags.members', defaultMessage: 'Teams judged together' }),
                      value: format.list(flag.members.map(names.team)),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      </div>
      <div className={styles.answer}>
        {mayAnswer && (
          <Card title={t({ id: 'flags.decide', defaultMessage: 'What do you say?' })}>
            <Answers flag={flag} />
          </Card>
        )}
        {flag.verdict === Verdict.CONFIRMED && (
          <Banner
            tone="good"
            title={t(
              { id: 'flags.isConfirmed', defaultMessage: 'Confirmed: {barrier}' },
              { barrier: barrier.name(flag.barrier) },
            )}
          >
            {barrier.meaning(flag.barrier)}
          </Banner>
        )}
        {mayExplain && (
          <Card title={t({ id: 'flags.cause', defaultMessage: 'Why is it so?' })}>
            <ChooseCause flag={flag} />
          </Card>
        )}
        {flag.state === FlagState.SNOOZED && (
          <Banner
            title={t(
              { id: 'flags.isSnoozed', defaultMessage: 'Put off until {day}' },
              { day: format.day(flag.snoozedUntil) },
            )}
          />
        )}
        <Card title={t({ id: 'flags.history', defaultMessage: 'History' })}>
          <History events={flag.history} />
        </Card>
      </div>
      <Stack>
        <Card
          title={t({ id: 'flags.evidence', defaultMessage: 'Why it may be so' })}
          subtitle={
            flag.factsTime
              ? t(
                  {
                    id: 'flags.evidenceTime',
                    defaultMessage: 'The first row that applies is proposed. Collected {time}.',
                  },
                  { time: format.instant(flag.factsTime) },
                )
              : undefined
          }
        >
          {flag.facts.length > 0 ? (
            <Evidence facts={flag.facts} proposed={flag.proposedBarrier} />
          ) : (
            <p className={styles.sentence}>{barrier.meaning(Barrier.UNSPECIFIED)}</p>
          )}
        </Card>
        {(interventions.data?.length ?? 0) > 0 && (
          <Card title={t({ id: 'flags.help', defaultMessage: 'The help' })}>
            <Interventions interventions={interventions.data ?? []} />
          </Card>
        )}
      </Stack>
    </div>
  )
}
