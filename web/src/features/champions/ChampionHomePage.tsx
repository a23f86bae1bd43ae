import { CheckCheck, MessagesSquare, Plus } from 'lucide-react'
import { Link } from 'react-aria-components'
import { useChampionHome, useCheckInChanges, useMyThanks } from '@/api/championHome'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { labelOf, useApplicationOptions } from '@/fields/options'
import type { CheckIn } from '@/gen/hamgam/champions/v1/check_in_pb'
import type { ChampionHome, HomeFlag, HomeTeam } from '@/gen/hamgam/champions/v1/home_service_pb'
import type { Visit } from '@/gen/hamgam/champions/v1/visit_pb'
import { isolate, useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { StateBadge } from '@/parts/adoption'
import { useBarrierText } from '@/parts/barriers'
import { TaskLine } from '@/parts/Interventions'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Split, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import styles from './Champions.module.css'
import { HelpCard } from './HelpCard'
import { useChampionWords } from './kinds'
import { MaterialsCard } from './MaterialsCard'

/** What a champion opens in the morning. */
export function ChampionHomePage() {
  const t = useText()
  const query = useChampionHome()
  return (
    <Page
      title={t({ id: 'champions.home', defaultMessage: 'My teams' })}
      lead={t({ id: 'champions.homeLead', defaultMessage: 'What waits for you as a champion.' })}
      back={{ href: paths.champions, label: t({ id: 'champions.title', defaultMessage: 'Champions' }) }}
      actions={
        <>
          <ButtonLink icon={MessagesSquare} href={paths.space}>
            {t({ id: 'champions.space', defaultMessage: 'Among champions' })}
          </ButtonLink>
          <ButtonLink variant="primary" icon={Plus} href={paths.newCheckIn()}>
            {t({ id: 'champions.checkIn', defaultMessage: 'Check in' })}
          </ButtonLink>
        </>
      }
    >
      <Query query={query} lines={6}>
        {(home) => (
          <Split>
            <Stack>
              {!home.adoptionKnown && (
                <Banner
                  tone="warn"
                  title={t({ id: 'champions.unknown', defaultMessage: 'Figures are missing just now' })}
                >
                  {t({ id: 'champions.unknownHint', defaultMessage: 'Use and flags come back by themselves.' })}
                </Banner>
              )}
              <FlagsCard flags={home.flags} />
              <HelpCard help={home.help} />
              <TeamsCard home={home} />
            </Stack>
            <Stack>
              <ToDoCard home={home} />
              <MaterialsCard barriers={home.flags.map(({ barrier }) => barrier)} />
              <ThanksCard />
            </Stack>
          </Split>
        )}
      </Query>
    </Page>
  )
}

function FlagsCard({ flags }: { flags: HomeFlag[] }) {
  const t = useText()
  const read = useLocalized()
  const barrier = useBarrierText()
  return (
    <Card title={t({ id: 'champions.flags', defaultMessage: 'Flags to handle' })}>
      {flags.length === 0 ? (
        <p className={styles.quiet}>
          {t({ id: 'champions.noFlags', defaultMessage: 'None of your teams is flagged.' })}
        </p>
      ) : (
        <ul className={styles.list}>
          {flags.map((flag) => (
            <li key={flag.flag} className={styles.what}>
              <span className={styles.meta}>
                <Link href={paths.flag(flag.flag)}>
                  <bdi>{flag.teamDisplayName}</bdi>
                </Link>
                <Badge tone={flag.confirmed ? 'brand' : 'neutral'}>{barrier.name(flag.barrier)}</Badge>
              </span>
              <span dir="auto">{read(flag.sentence)}</span>
              {flag.play && (
                <span className={styles.quiet} dir="auto">
                  {read(flag.play)}
                </span>
              )}
              {flag.playSteps.length > 0 && (
                <ol className={styles.steps}>
                  {flag.playSteps.map((step) => (
                    <li key={step.en + step.fa + step.ar} dir="auto">
                      {read(step)}
                    </li>
                  ))}
                </ol>
              )}
              <span>
                <ButtonLink size="small" href={paths.newCheckIn({ team: flag.team })}>
                  {t({ id: 'champions.checkIn', defaultMessage: 'Check in' })}
                </ButtonLink>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function TeamsCard({ home }: { home: ChampionHome }) {
  const t = useText()
  return (
    <Card title={t({ id: 'champions.teams', defaultMessage: 'Your teams' })}>
      {home.teams.length === 0 ? (
        <p className={styles.quiet}>
          {t({ id: 'champions.noTeams', defaultMessage: 'You cover no team at the moment.' })}
        </p>
      ) : (
        <ul className={styles.list}>
          {home.teams.map((team) => (
            <TeamRow key={team.team} team={team} />
          ))}
        </ul>
      )}
      {home.moreTeams && (
        <p className={styles.quiet}>
          {t({ id: 'champions.moreTeams', defaultMessage: 'There are more; these are the first 200.' })}
        </p>
      )}
    </Card>
  )
}

function TeamRow({ team }: { team: HomeTeam }) {
  const t = useText()
  const format = useFormats()
  const applications = useApplicationOptions()
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <Link href={paths.team(team.team)}>
          <bdi>{team.teamDisplayName}</bdi>
        </Link>
        <span className={styles.quiet}>
          {team.lastCheckInDay
            ? t(
                { id: 'champions.lastCheckIn', defaultMessage: 'Last check-in: {day}' },
                { day: format.day(team.lastCheckInDay) },
              )
            : t({ id: 'champions.noCheckIn', defaultMessage: 'No check-in yet' })}
        </span>
      </span>
      <span className={styles.what}>
        {team.adoption.map(({ application, status }) => (
          <span key={application} className={styles.meta}>
            <span className={styles.quiet}>
              <bdi>{labelOf(applications, application)}</bdi>
            </span>
            {status && <StateBadge state={status.state} />}
            {status?.index !== undefined && (
              <span>
                {t({ id: 'champions.index', defaultMessage: 'index {index}' }, { index: format.number(status.index) })}
              </span>
            )}
          </span>
        ))}
      </span>
      <ButtonLink size="small" variant="quiet" href={paths.newCheckIn({ team: team.team })}>
        {t({ id: 'champions.checkIn', defaultMessage: 'Check in' })}
      </ButtonLink>
    </li>
  )
}

function ToDoCard({ home: { visits, tasks, followUps } }: { home: ChampionHome }) {
  const t = useText()
  return (
    <Card title={t({ id: 'champions.toDo', defaultMessage: 'To do' })}>
      {visits.length + tasks.length + followUps.length === 0 ? (
        <p className={styles.quiet}>{t({ id: 'champions.nothing', defaultMessage: 'Nothing at the moment.' })}</p>
      ) : (
        <ul className={styles.list}>
          {visits.map((visit) => (
            <VisitRow key={visit.name} visit={visit} />
          ))}
          {followUps.map((checkIn) => (
            <FollowUpRow key={checkIn.name} checkIn={checkIn} />
          ))}
          {tasks.map((task) => (
            <TaskLine key={task.name} task={task} team />
          ))}
        </ul>
      )}
    </Card>
  )
}

function VisitRow({ visit }: { visit: Visit }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <strong>
          {t({ id: 'champions.visitTeam', defaultMessage: 'Visit {team}' }, { team: isolate(visit.teamDisplayName) })}
        </strong>
        <span dir="auto">{read(visit.reason)}</span>
        <span className={styles.quiet}>
          {t({ id: 'champions.by', defaultMessage: 'By {day}' }, { day: format.day(visit.dueDay) })}
        </span>
      </span>
      <ButtonLink size="small" href={paths.newCheckIn({ team: visit.team, visit: visit.name })}>
        {t({ id: 'champions.made', defaultMessage: 'I was there' })}
      </ButtonLink>
    </li>
  )
}

function FollowUpRow({ checkIn }: { checkIn: CheckIn }) {
  const t = useText()
  const format = useFormats()
  const look = useChampionWords()
  const sentence = useErrorSentence()
  const { complete } = useCheckInChanges()
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <strong>
          {t(
            { id: 'champions.lookAgain', defaultMessage: 'Look again: {team}' },
            { team: isolate(checkIn.teamDisplayName) },
          )}
        </strong>
        <span className={styles.quiet}>
          {look.checkIn(checkIn.kind)} · {format.day(checkIn.followUpDay)}
        </span>
        {checkIn.note && <span dir="auto">{checkIn.note}</span>}
      </span>
      <Button
        size="small"
        icon={CheckCheck}
        isPending={complete.isPending}
        onPress={() => complete.mutate(checkIn.name, { onError: (error) => toastError(sentence(error)) })}
      >
        {t({ id: 'champions.done', defaultMessage: 'Done' })}
      </Button>
    </li>
  )
}

function ThanksCard() {
  const t = useText()
  const format = useFormats()
  const thanks = useMyThanks().data ?? []
  if (thanks.length === 0) return null
  return (
    <Card
      title={t({ id: 'champions.thanks', defaultMessage: 'Thanks to you' })}
      subtitle={t({ id: 'champions.thanksHint', defaultMessage: 'Only you read them.' })}
    >
      <ul className={styles.list}>
        {thanks.map((each) => (
          <li key={each.name} className={styles.what}>
            <span className={styles.text} dir="auto">
              {each.text}
            </span>
            <span className={styles.quiet}>
              <bdi>{each.personDisplayName}</bdi> · <bdi>{format.dayOf(each.createTime)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
