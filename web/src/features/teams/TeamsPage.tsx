import { useState } from 'react'
import { useTeamStatuses } from '@/api/adoption'
import { useTeams } from '@/api/directory'
import type { ListTeamStatusesResponse } from '@/gen/hamgam/adoption/v1/team_adoption_service_pb'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { ApplicationSelect, useApplicationChoice } from '@/parts/ApplicationChoice'
import { Banner } from '@/ui/Banner'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { SearchField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { NotJudged } from './NotJudged'
import { matches, Summary, type TeamFilter } from './Summary'
import { TeamFunnel } from './TeamFunnel'
import styles from './Teams.module.css'
import { TeamTable } from './TeamTable'
import { TeamTree } from './TeamTree'

/** Every team of the organization with one application: who is in step, who is not, and what cannot be judged. */
export function TeamsPage() {
  const t = useText()
  const format = useFormats()
  const choice = useApplicationChoice()
  const statuses = useTeamStatuses(choice.application)
  const teams = useTeams()
  const day = statuses.data?.evaluatedDay
  return (
    <Page
      title={t({ id: 'teams.title', defaultMessage: 'Teams' })}
      lead={
        day
          ? t(
              {
                id: 'teams.lead',
                defaultMessage: 'The four weeks up to {day}, against comparable teams on the same days.',
              },
              { day: format.day(day, 'long') },
            )
          : undefined
      }
      actions={<ApplicationSelect choice={choice} />}
    >
      {choice.query.isSuccess && choice.applications.length === 0 ? (
        <Card>
          <EmptyState
            title={t({ id: 'teams.noApplication', defaultMessage: 'No application is tracked yet' })}
            actions={
              <ButtonLink variant="primary" href="/set-up">
                {t({ id: 'teams.toSetUp', defaultMessage: 'To the set-up' })}
              </ButtonLink>
            }
          >
            {t({
              id: 'teams.noApplicationHint',
              defaultMessage:
                'Enter the application and the core tasks of each position, then send or import its usage.',
            })}
          </EmptyState>
        </Card>
      ) : (
        <Query query={statuses} lines={3} height="7rem">
          {(answer) => <Overview answer={answer} teams={teams.data ?? []} />}
        </Query>
      )}
    </Page>
  )
}

function Overview({ answer, teams }: { answer: ListTeamStatusesResponse; teams: Team[] }) {
  const t = useText()
  const localized = useLocalized()
  const [filter, setFilter] = useState<TeamFilter>('all')
  const [view, setView] = useState<'table' | 'tree'>('table')
  const [search, setSearch] = useState('')
  const { statuses } = answer
  if (!answer.evaluatedDay) {
    return (
      <Card>
        <EmptyState title={t({ id: 'teams.notYet', defaultMessage: 'No day has been evaluated yet' })}>
          {t({
            id: 'teams.notYetHint',
            defaultMessage:
              'The first figures come when usage has arrived and its first days are closed. A judgement needs two weeks.',
          })}
        </EmptyState>
      </Card>
    )
  }
  const wanted = search.trim().toLocaleLowerCase()
  const shown = statuses.filter(
    (status) => matches(filter, status) && (!wanted || status.teamDisplayName.toLocaleLowerCase().includes(wanted)),
  )
  return (
    <>
      {answer.positionProblems.map((problem) => (
        <Banner
          key={problem.position}
          tone="warn"
          title={t({ id: 'teams.positionProblem', defaultMessage: 'A whole position is far below its target' })}
        >
          {localized(problem.sentence)}
        </Banner>
      ))}
      <Summary statuses={statuses} filter={filter} onFilter={setFilter} />
      <Card
        title={t({ id: 'teams.funnel', defaultMessage: 'Chance or not?' })}
        subtitle={t({
          id: 'teams.funnelHint',
          defaultMessage:
            'Small teams vary by chance. Inside the funnel a difference means nothing; below it somebody should look.',
        })}
      >
        <TeamFunnel statuses={statuses} limits={answer.funnel} teams={teams} />
      </Card>
      <Card flush>
        <div className={styles.tools} style={{ padding: 'var(--pad-card) var(--pad-card) 0' }}>
          <div className={styles.search}>
            <SearchField
              label={t({ id: 'teams.search', defaultMessage: 'Find a team' })}
              value={search}
              onChange={setSearch}
            />
          </div>
          <Segmented
            label={t({ id: 'teams.view', defaultMessage: 'View' })}
            value={view}
            onChange={setView}
            options={[
              { value: 'table', label: t({ id: 'teams.asTable', defaultMessage: 'Table' }) },
              { value: 'tree', label: t({ id: 'teams.asTree', defaultMessage: 'Tree' }) },
            ]}
          />
        </div>
        {view === 'table' ? <TeamTable statuses={shown} /> : <TeamTree statuses={shown} teams={teams} />}
      </Card>
      <NotJudged statuses={statuses} />
    </>
  )
}
