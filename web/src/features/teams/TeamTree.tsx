import { paths } from '@/api/paths'
import type { TeamStatus } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { StateBadge } from '@/parts/adoption'
import { Tree, type TreeNode } from '@/ui/Tree'
import styles from './Teams.module.css'

/** The teams as their tree; parents of shown teams stay, so that one sees where they belong. */
export function TeamTree({ statuses, teams }: { statuses: TeamStatus[]; teams: Team[] }) {
  const t = useText()
  const format = useFormats()
  const byTeam = new Map(statuses.map((status) => [status.team, status]))
  const children = new Map<string, Team[]>()
  for (const team of teams) children.set(team.parent, [...(children.get(team.parent) ?? []), team])
  const build = (parent: string): TreeNode[] =>
    (children.get(parent) ?? []).flatMap((team) => {
      const status = byTeam.get(team.name)
      const below = build(team.name)
      if (!status && below.length === 0) return []
      return [
        {
          id: team.name,
          name: team.displayName,
          href: status && paths.team(team.name),
          aside: status && (
            <>
              {status.index !== undefined && <span className={styles.index}>{format.number(status.index)}</span>}
              <StateBadge state={status.state} />
            </>
          ),
          children: below,
        },
      ]
    })
  return (
    <Tree
      label={t({ id: 'teams.treeLabel', defaultMessage: 'Team tree' })}
      nodes={build('')}
      expanded={teams.filter((team) => team.ancestors.length < 2).map(({ name }) => name)}
    />
  )
}
