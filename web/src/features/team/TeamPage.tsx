import { useParams } from '@tanstack/react-router'
import { ArrowRight, HandHelping } from 'lucide-react'
import { Link } from 'react-aria-components'
import { useTeamAdoption } from '@/api/adoption'
import { paths } from '@/api/paths'
import { FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import type { TeamAdoption } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { ApplicationSelect, useApplicationChoice } from '@/parts/ApplicationChoice'
import {
  FindingBadge,
  IndexTrend,
  isJudged,
  StateBadge,
  useRateText,
  useReasonText,
  useSizeText,
} from '@/parts/adoption'
import { useBarrierText } from '@/parts/barriers'
import { Interventions } from '@/parts/Interventions'
import { useDirectoryNames } from '@/parts/teamNames'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { ButtonLink } from '@/ui/Button'
import { Card, Figure, Split, Stack } from '@/ui/Card'
import { LineWithBand } from '@/ui/charts/LineWithBand'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Team.module.css'
import { UsageDepth } from './UsageDepth'

/** One team with one application: the sentence, its use against its peers, the evidence, and what was done. */
export function TeamPage() {
  const t = useText()
  const { team: id } = useParams({ from: '/signed-in/teams/$team' })
  const { organization } = useMe()
  const name = `${organization}/teams/${id}`
  const choice = useApplicationChoice()
  const names = useDirectoryNames()
  const query = useTeamAdoption(name, choice.application)
  const status = query.data?.status
  return (
    <Page
      title={status?.teamDisplayName ?? names.team(name)}
      back={{ href: paths.teams, label: t({ id: 'teams.title', defaultMessage: 'Teams' }) }}
      badge={status && <StateBadge state={status.state} />}
      actions={<ApplicationSelect choice={choice} />}
    >
      <Query query={query} lines={2} height="12rem">
        {(adoption) => <Known adoption={adoption} application={choice.application} />}
      </Query>
    </Page>
  )
}

function Known({ adoption, application }: { adoption: TeamAdoption; application: string }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const size = useSizeText()
  const rate = useRateText()
  const reason = useReasonText()
  const names = useDirectoryNames()
  const { status, weeks, flags, interventions } = adoption
  if (!status) return null
  const open = flags.find((flag) => flag.state === FlagState.FLAGGED || flag.state === FlagState.SNOOZED)
  const voidDays = weeks.reduce((sum, week) => sum + week.voidDays, 0)
  return (
    <>
      <Card>
        <div className={styles.verdict}>
          <p className={styles.sentence}>{localized(adoption.sentence) || reason(status.notJudgedReason)}</p>
          {open && (
            <ButtonLink href={paths.flag(open.name)} variant="primary" size="large" icon={ArrowRight} iconDirectional>
              {t({ id: 'team.review', defaultMessage: 'Review the flag' })}
            </ButtonLink>
          )}
        </div>
        {status.judgedWith.length > 0 && (
          <p className={styles.hint}>
            {t(
              { id: 'team.judgedWith', defaultMessage: 'Judged together with {teams}.' },
              { teams: format.list(status.judgedWith.map(names.team)) },
            )}
          </p>
        )}
        {isJudged(status) && status.index !== undefined && (
          <div className={styles.numbers}>
            <Figure
              label={t({ id: 'teams.index', defaultMessage: 'Adoption index' })}
              value={
                <>
                  {format.number(status.index)} <IndexTrend status={status} />
                </>
              }
              note={
                status.chanceLow !== undefined && status.chanceHigh !== undefined
                  ? t(
                      { id: 'team.chance', defaultMessage: 'chance alone: {low} to {high}' },
                      { low: format.number(status.chanceLow), high: format.number(status.chanceHigh) },
                    )
                  : undefined
              }
            />
            {status.rate !== undefined && (
              <Figure
                label={t({ id: 'team.rate', defaultMessage: 'Working days used' })}
                value={rate(status.rate)}
                note={t({ id: 'team.fourWeeks', defaultMessage: 'in the last four weeks' })}
              />
            )}
            {status.expectedRate !== undefined && (
              <Figure
                label={t({ id: 'team.expected', defaultMessage: 'Comparable teams' })}
                value={rate(status.expectedRate)}
                note={t({ id: 'team.sameDays', defaultMessage: 'on the same days' })}
              />
            )}
            <Figure
              label={t({ id: 'team.people', defaultMessage: 'The team' })}
              value={<span style={{ fontSize: 'var(--text-lg)' }}>{size(status.sizeBand)}</span>}
              note={status.position && names.position(status.position)}
            />
          </div>
        )}
      </Card>
      <Split>
        <Stack>
          {weeks.length > 0 && (
            <Card
              title={t({ id: 'team.overTime', defaultMessage: 'Use over time' })}
              subtitle={t({
                id: 'team.overTimeHint',
                defaultMessage: 'Share of working days, week by week. Published weeks never change.',
              })}
            >
              <LineWithBand
                label={t({
                  id: 'team.chart',
                  defaultMessage: 'Share of working days used, by week, against comparable teams',
                })}
                names={{
                  value: t({ id: 'team.thisTeam', defaultMessage: 'This team' }),
                  expected: t({ id: 'team.expected', defaultMessage: 'Comparable teams' }),
                  day: t({ id: 'team.weekOf', defaultMessage: 'Week of' }),
                }}
                points={weeks.map((week) => ({
                  day: week.startDay,
                  value: week.rate === undefined ? undefined : week.rate / 100,
                  expected: week.expectedRate === undefined ? undefined : week.expectedRate / 100,
                }))}
                marks={[
                  ...flags.slice(0, 2).map((flag) => ({
                    day: flag.raisedDay,
                    label: t({ id: 'team.markFlag', defaultMessage: 'Flag' }),
                  })),
                  ...interventions.slice(0, 2).map((intervention) => ({
                    day: intervention.startDay,
                    label: t({ id: 'team.markHelp', defaultMessage: 'Help began' }),
                  })),
                ]}
              />
              {voidDays > 0 && (
                <p className={styles.hint}>
                  {t(
                    {
                      id: 'team.void',
                      defaultMessage:
                        '{days, plural, one {# day does} other {# days do}} not count, because usage stopped arriving for everybody.',
                    },
                    { days: voidDays },
                  )}
                </p>
              )}
            </Card>
          )}
          <UsageDepth team={adoption.team} application={application} />
        </Stack>
        <Stack>
          <Card title={t({ id: 'team.interventions', defaultMessage: 'What was done' })}>
            {interventions.length > 0 ? (
              <>
                <Interventions interventions={interventions} />
                <Banner icon={HandHelping}>
                  {t({
                    id: 'team.noProof',
                    defaultMessage:
                      'Teams that were flagged often recover by themselves, so the line above proves nothing about the help.',
                  })}
                </Banner>
              </>
            ) : (
              <p className={styles.hint}>{t({ id: 'team.noInterventions', defaultMessage: 'Nothing yet.' })}</p>
            )}
          </Card>
          <Card title={t({ id: 'team.flags', defaultMessage: 'Flags of this team' })}>
            {flags.length > 0 ? (
              <div className={styles.flags}>
                {flags.map((flag) => (
                  <Link key={flag.name} href={paths.flag(flag.name)} className={styles.flag}>
                    <span className={styles.flagHead}>
                      <StateBadge state={flag.state} ofFlag />
                      <FindingBadge finding={flag.finding} />
                      {format.day(flag.raisedDay)}
                    </span>
                    <FlagCause flag={flag} />
                  </Link>
                ))}
              </div>
            ) : (
              <EmptyState title={t({ id: 'team.noFlags', defaultMessage: 'Never flagged' })} />
            )}
          </Card>
        </Stack>
      </Split>
    </>
  )
}

function FlagCause({ flag }: { flag: TeamAdoption['flags'][number] }) {
  const t = useText()
  const barrier = useBarrierText()
  return (
    <span className={styles.flagText}>
      {flag.barrier ? (
        <Badge tone="brand">{barrier.name(flag.barrier)}</Badge>
      ) : (
        t(
          { id: 'team.proposed', defaultMessage: 'Probable cause: {barrier}' },
          { barrier: barrier.name(flag.proposedBarrier) },
        )
      )}
    </span>
  )
}
