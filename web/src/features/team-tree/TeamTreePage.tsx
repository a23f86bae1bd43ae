import { CornerDownRight, Ellipsis, Network, Pencil, Plus, Shuffle, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTeams } from '@/api/directory'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { SearchField } from '@/ui/Field'
import { Menu, MenuItem } from '@/ui/Menu'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { Tree, type TreeNode } from '@/ui/Tree'
import { DissolveDialog } from './DissolveDialog'
import { MoveDialog } from './MoveDialog'
import { NameDialog } from './NameDialog'
import styles from './TeamTree.module.css'

/** What is being done to which team; a new one may go below a team or to the top. */
type Doing = { what: 'add'; below?: Team } | { what: 'rename' | 'move' | 'dissolve'; team: Team }

/** The team tree, to be built and mended by hand: most of it comes with an import. */
export function TeamTreePage() {
  const t = useText()
  const query = useTeams()
  const [wanted, setWanted] = useState('')
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setDoing({ what: 'add' })}>
      {t({ id: 'teamTree.add', defaultMessage: 'Add a team' })}
    </Button>
  )
  const teams = query.data ?? []
  return (
    <Page
      title={t({ id: 'teamTree.title', defaultMessage: 'Team tree' })}
      lead={t({
        id: 'teamTree.lead',
        defaultMessage: 'Which team belongs to which. People keep their team when it moves, and its history stays.',
      })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
      actions={teams.length > 0 && add}
    >
      <Query query={query} lines={8}>
        {(found) =>
          found.length === 0 ? (
            <Card>
              <EmptyState
                icon={Network}
                title={t({ id: 'teamTree.none', defaultMessage: 'No team yet' })}
                actions={
                  <>
                    {add}
                    <ButtonLink href={paths.imports}>
                      {t({ id: 'teamTree.toImports', defaultMessage: 'Import the directory' })}
                    </ButtonLink>
                  </>
                }
              >
                {t({
                  id: 'teamTree.noneHint',
                  defaultMessage: 'An import of the directory creates the teams that it names, with those above them.',
                })}
              </EmptyState>
            </Card>
          ) : (
            <>
              {found.length > 8 && (
                <div className={styles.find}>
                  <SearchField
                    label={t({ id: 'teamTree.find', defaultMessage: 'Find a team' })}
                    value={wanted}
                    onChange={setWanted}
                  />
                </div>
              )}
              <Card flush>
                <TeamLines teams={found} wanted={wanted} onDo={setDoing} />
              </Card>
            </>
          )
        }
      </Query>
      {doing?.what === 'add' && <NameDialog below={doing.below} onClose={close} />}
      {doing?.what === 'rename' && <NameDialog team={doing.team} onClose={close} />}
      {doing?.what === 'move' && <MoveDialog team={doing.team} teams={teams} onClose={close} />}
      {doing?.what === 'dissolve' && <DissolveDialog team={doing.team} onClose={close} />}
    </Page>
  )
}

/** The tree, or the part of it that has what is looked for, with the teams above. */
function TeamLines({ teams, wanted, onDo }: { teams: Team[]; wanted: string; onDo: (doing: Doing) => void }) {
  const t = useText()
  const format = useFormats()
  const sought = wanted.trim().toLocaleLowerCase()
  const shown = useMemo(() => {
    if (sought === '') return teams
    const names = new Set<string>()
    for (const team of teams) {
      if (!team.displayName.toLocaleLowerCase().includes(sought)) continue
      names.add(team.name)
      for (const above of team.ancestors) names.add(above)
    }
    return teams.filter(({ name }) => names.has(name))
  }, [teams, sought])
  const below = new Map<string, Team[]>()
  for (const team of shown) below.set(team.parent, [...(below.get(team.parent) ?? []), team])
  const build = (parent: string): TreeNode[] =>
    (below.get(parent) ?? []).map((team) => ({
      id: team.name,
      name: team.displayName,
      aside: (
        <>
          <span className={styles.members}>
            {team.memberCount > 0 &&
              t(
                { id: 'teamTree.members', defaultMessage: '{count, plural, one {# person} other {# people}}' },
                { count: team.memberCount },
              )}
          </span>
          <TeamMenu team={team} onDo={onDo} />
        </>
      ),
      children: build(team.name),
    }))
  const nodes = build('')
  if (nodes.length === 0) {
    return <EmptyState icon={Network} title={t({ id: 'teamTree.noMatch', defaultMessage: 'No team is called so' })} />
  }
  // What is found shall be seen at once; else the two upper levels are open.
  const open = shown.filter((team) => sought !== '' || team.ancestors.length < 2).map(({ name }) => name)
  return (
    <>
      <Tree
        key={sought}
        label={t({ id: 'teamTree.title', defaultMessage: 'Team tree' })}
        nodes={nodes}
        expanded={open}
      />
      <p className={styles.foot} role="status">
        {t(
          { id: 'teamTree.count', defaultMessage: '{shown} of {count, plural, one {# team} other {# teams}}' },
          { shown: format.number(shown.length), count: teams.length },
        )}
      </p>
    </>
  )
}

function TeamMenu({ team, onDo }: { team: Team; onDo: (doing: Doing) => void }) {
  const t = useText()
  const label = t({ id: 'teamTree.menu', defaultMessage: 'Change {team}' }, { team: team.displayName })
  return (
    <Menu
      label={label}
      trigger={
        <AriaButton className={styles.menu} aria-label={label}>
          <Ellipsis size={18} aria-hidden />
        </AriaButton>
      }
    >
      <MenuItem icon={CornerDownRight} onAction={() => onDo({ what: 'add', below: team })}>
        {t({ id: 'teamTree.addBelow', defaultMessage: 'Add a team below it' })}
      </MenuItem>
      <MenuItem icon={Pencil} onAction={() => onDo({ what: 'rename', team })}>
        {t({ id: 'teamTree.rename', defaultMessage: 'Rename' })}
      </MenuItem>
      <MenuItem icon={Shuffle} onAction={() => onDo({ what: 'move', team })}>
        {t({ id: 'teamTree.move', defaultMessage: 'Move' })}
      </MenuItem>
      <MenuItem icon={Trash2} danger onAction={() => onDo({ what: 'dissolve', team })}>
        {t({ id: 'teamTree.dissolve', defaultMessage: 'Dissolve' })}
      </MenuItem>
    </Menu>
  )
}
