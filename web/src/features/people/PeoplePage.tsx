import { MailCheck, UserPlus, UsersRound } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { paths } from '@/api/paths'
import { type PeopleFilter, usePeople } from '@/api/people'
import { labelOf, usePositionOptions, useSiteOptions, useTeamOptions } from '@/fields/options'
import { useToday } from '@/fields/today'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Person } from '@/gen/hamgam/identity/v1/person_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useRoleText } from '@/session/roles'
import { Avatar } from '@/ui/Avatar'
import { Badge } from '@/ui/Badge'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { SearchField, Switch } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { ComboBox, Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { membershipOn } from './memberships'
import styles from './People.module.css'

const roles = [Role.ADMIN, Role.HR, Role.TRAINER, Role.CHAMPION, Role.SPONSOR]
const everybody: PeopleFilter = {
  query: '',
  team: '',
  position: '',
  site: '',
  role: Role.UNSPECIFIED,
  showEnded: false,
}

/** The people of the organization, to be found by name, team, position, site or role. */
export function PeoplePage() {
  const t = useText()
  const format = useFormats()
  const roleText = useRoleText()
  const today = useToday()
  const teams = useTeamOptions()
  const positions = usePositionOptions()
  const sites = useSiteOptions()
  const [filter, setFilter] = useState(everybody)
  const query = usePeople({ ...filter, query: useDeferredValue(filter.query) })
  const change = (part: Partial<PeopleFilter>) => setFilter({ ...filter, ...part })
  const total = query.data?.pages[0]?.totalSize ?? 0
  return (
    <Page
      title={t({ id: 'people.title', defaultMessage: 'People and roles' })}
      lead={t({ id: 'people.lead', defaultMessage: 'Who works here, and who may do what in Hamgam.' })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
      actions={
        <ButtonLink variant="primary" icon={UserPlus} href={paths.newPerson}>
          {t({ id: 'people.add', defaultMessage: 'Add a person' })}
        </ButtonLink>
      }
    >
      <search className={styles.filters}>
        <SearchField
          label={t({ id: 'people.find', defaultMessage: 'Name, address or personnel number' })}
          value={filter.query}
          onChange={(text) => change({ query: text })}
          maxLength={100}
        />
        <ComboBox
          label={t(words.team)}
          placeholder={t(words.any)}
          options={teams}
          value={filter.team || null}
          onChange={(team) => change({ team: team ?? '' })}
        />
        <ComboBox
          label={t(words.position)}
          placeholder={t(words.any)}
          options={positions}
          value={filter.position || null}
          onChange={(position) => change({ position: position ?? '' })}
        />
        <Select
          label={t(words.site)}
          options={[{ id: 'any', label: t(words.any) }, ...sites]}
          value={filter.site || 'any'}
          onChange={(site) => change({ site: site === 'any' ? '' : site })}
        />
        <Select
          label={t({ id: 'people.role', defaultMessage: 'Role' })}
          options={[
            { id: '0', label: t(words.any) },
            ...roles.map((role) => ({ id: String(role), label: roleText(role) })),
          ]}
          value={String(filter.role)}
          onChange={(role) => change({ role: Number(role) })}
        />
      </search>
      <div className={styles.count}>
        <span role="status">
          {query.data &&
            t(
              { id: 'people.count', defaultMessage: '{count, plural, one {# person} other {# people}}' },
              { count: total },
            )}
        </span>
        <Switch isSelected={filter.showEnded} onChange={(showEnded) => change({ showEnded })}>
          {t({ id: 'people.showEnded', defaultMessage: 'With those who have left' })}
        </Switch>
      </div>
      <Query query={query} lines={8}>
        {({ pages }) => {
          const people = pages.flatMap((page) => page.people)
          return (
            <Card flush>
              {people.length === 0 ? (
                <EmptyState
                  icon={UsersRound}
                  title={t({ id: 'people.none', defaultMessage: 'Nobody matches' })}
                  actions={
                    filter === everybody ? (
                      <ButtonLink href={paths.imports}>
                        {t({ id: 'people.toImports', defaultMessage: 'Import the directory' })}
                      </ButtonLink>
                    ) : (
                      <Button onPress={() => setFilter(everybody)}>
                        {t({ id: 'people.showAll', defaultMessage: 'Show everybody' })}
                      </Button>
                    )
                  }
                />
              ) : (
                <Table<Person>
                  label={t({ id: 'people.title', defaultMessage: 'People and roles' })}
                  rows={people}
                  rowId={({ name }) => name}
                  href={({ name }) => paths.person(name)}
                  columns={[
                    {
                      id: 'name',
                      name: t(words.name),
                      cell: (row) => (
                        <span className={styles.person}>
                          <Avatar name={row.displayName} size={32} />
                          <span>
                            <CellText main={row.displayName} sub={<bdi>{row.externalId}</bdi>} />
                          </span>
                        </span>
                      ),
                    },
                    {
                      id: 'team',
                      name: t(words.team),
                      cell: (row) => {
                        const now = membershipOn(row, today)
                        return now ? (
                          <CellText main={labelOf(teams, now.team)} sub={labelOf(positions, now.position)} />
                        ) : (
                          <span className={styles.quiet}>
                            {row.employmentEndDay && row.employmentEndDay < today
                              ? t(
                                  { id: 'people.leftOn', defaultMessage: 'Left on {day}' },
                                  { day: format.day(row.employmentEndDay) },
                                )
                              : '–'}
                          </span>
                        )
                      },
                    },
                    {
                      id: 'roles',
                      name: t({ id: 'people.roles', defaultMessage: 'Roles' }),
                      wideOnly: true,
                      cell: (row) => (
                        <span className={styles.badges}>
                          {row.roles.map(({ role }) => (
                            <Badge key={role} tone="brand">
                              {roleText(role)}
                            </Badge>
                          ))}
                        </span>
                      ),
                    },
                    {
                      id: 'signIn',
                      name: t({ id: 'people.signIn', defaultMessage: 'Signs in' }),
                      wideOnly: true,
                      cell: (row) =>
                        row.canSignIn ? (
                          <MailCheck size={17} aria-label={t({ id: 'people.yes', defaultMessage: 'Yes' })} />
                        ) : (
                          <span className={styles.quiet}>{t({ id: 'people.notYet', defaultMessage: 'not yet' })}</span>
                        ),
                    },
                  ]}
                />
              )}
              <More query={query} />
            </Card>
          )
        }}
      </Query>
    </Page>
  )
}
