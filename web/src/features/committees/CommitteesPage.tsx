import { create } from '@bufbuild/protobuf'
import { ListTodo, Plus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useCommitteeChanges, useCommittees } from '@/api/committees'
import { paths } from '@/api/paths'
import { AddDialog } from '@/fields/AddDialog'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import {
  type Committee,
  CommitteeKind,
  CommitteeRole,
  CommitteeSchema,
  CommitteeState,
} from '@/gen/hamgam/feedback/v1/committee_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useRoleText } from '@/parts/committees'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { CommitteeFields, shownFields } from './CommitteeFields'
import styles from './Committees.module.css'
import { useKindText } from './kinds'

/** The committees, so that everybody knows who speaks for whom. */
export function CommitteesPage() {
  const t = useText()
  const { has } = useMe()
  const [mine, setMine] = useState(false)
  const [adding, setAdding] = useState(false)
  const query = useCommittees(mine)
  const add = has(Role.HR) && (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'committees.add', defaultMessage: 'Set up a committee' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'committees.title', defaultMessage: 'Committees' })}
      lead={t({
        id: 'committees.lead',
        defaultMessage: 'People from several teams who meet, decide, and see to it that it is done.',
      })}
      actions={
        <>
          <ButtonLink icon={ListTodo} href={paths.committeeTasks}>
            {t({ id: 'committees.myTasks', defaultMessage: 'My tasks' })}
          </ButtonLink>
          {add}
        </>
      }
    >
      <div className={styles.filter}>
        <Switch isSelected={mine} onChange={setMine}>
          {t({ id: 'committees.mine', defaultMessage: 'Only those that I am in' })}
        </Switch>
      </div>
      <Query query={query} lines={5}>
        {({ pages }) => {
          const committees = pages.flatMap((page) => page.committees)
          return (
            <Card flush>
              {committees.length === 0 ? (
                <EmptyState
                  icon={UsersRound}
                  title={
                    mine
                      ? t({ id: 'committees.noneMine', defaultMessage: 'You are in no committee' })
                      : t({ id: 'committees.none', defaultMessage: 'There is no committee yet' })
                  }
                  actions={!mine && add}
                >
                  {t({
                    id: 'committees.noneHint',
                    defaultMessage: 'HR sets committees up and chooses who speaks for which team.',
                  })}
                </EmptyState>
              ) : (
                <List committees={committees} />
              )}
              <More query={query} />
            </Card>
          )
        }}
      </Query>
      {adding && <AddCommittee onClose={() => setAdding(false)} />}
    </Page>
  )
}

function List({ committees }: { committees: Committee[] }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const kindText = useKindText()
  const roleText = useRoleText()
  const applications = useApplicationOptions()
  return (
    <Table<Committee>
      label={t({ id: 'committees.title', defaultMessage: 'Committees' })}
      rows={committees}
      rowId={({ name }) => name}
      href={({ name }) => paths.committee(name)}
      columns={[
        {
          id: 'title',
          name: t(words.title),
          cell: (row) => <CellText main={read(row.title)} sub={format.names(row.teamDisplayNames)} />,
          sortBy: (row) => read(row.title),
        },
        {
          id: 'kind',
          name: t({ id: 'committees.kind', defaultMessage: 'Kind' }),
          wideOnly: true,
          cell: (row) => <CellText main={kindText(row.kind)} sub={labelOf(applications, row.application)} />,
          sortBy: (row) => kindText(row.kind),
        },
        {
          id: 'members',
          name: t({ id: 'committees.members', defaultMessage: 'Members' }),
          numeric: true,
          wideOnly: true,
          cell: (row) => format.number(row.members.filter(({ current }) => current).length),
          sortBy: (row) => row.members.filter(({ current }) => current).length,
        },
        {
          id: 'state',
          name: t(words.state),
          cell: (row) =>
            row.state === CommitteeState.ENDED ? (
              <Badge>{t({ id: 'committees.ended', defaultMessage: 'Ended' })}</Badge>
            ) : row.ownRole === CommitteeRole.UNSPECIFIED ? (
              <Badge tone="good">{t({ id: 'committees.active', defaultMessage: 'Active' })}</Badge>
            ) : (
              <Badge tone="brand">
                {t({ id: 'committees.youAre', defaultMessage: 'You: {role}' }, { role: roleText(row.ownRole) })}
              </Badge>
            ),
        },
      ]}
    />
  )
}

function AddCommittee({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create: save } = useCommitteeChanges()
  const [start] = useState(() => create(CommitteeSchema, { kind: CommitteeKind.USERS, quorumPercent: 51 }))
  const { draft, edit } = useDraft(CommitteeSchema, start)
  return (
    <AddDialog
      title={t({ id: 'committees.add', defaultMessage: 'Set up a committee' })}
      save={save}
      request={(requestId) => ({ parent, committee: draft, requestId })}
      page={paths.committee}
      resource="committee"
      shown={shownFields}
      onClose={onClose}
    >
      <CommitteeFields draft={draft} edit={edit} error={save.error} />
    </AddDialog>
  )
}
