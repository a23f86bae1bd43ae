import { useMemo, useState } from 'react'
import { useTeamChanges } from '@/api/teams'
import { brokenRules } from '@/fields/broken'
import { useTeamOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form } from '@/ui/Field'
import { ComboBox } from '@/ui/Select'
import { toast } from '@/ui/Toast'
import { useTakenText } from './taken'

const top = 'top'

/** Puts a team, with all below it, somewhere else. */
export function MoveDialog({ team, teams, onClose }: { team: Team; teams: Team[]; onClose: () => void }) {
  const t = useText()
  const { move } = useTeamChanges()
  const takenText = useTakenText()
  const options = useTeamOptions()
  const [destination, setDestination] = useState<string | null>(team.parent || top)
  const inside = useMemo(
    () => new Set(teams.filter(({ ancestors }) => ancestors.includes(team.name)).map(({ name }) => name)),
    [teams, team],
  )
  const taken = takenText(move.error)
  const stays = destination === (team.parent || top)
  return (
    <Dialog
      title={t({ id: 'teamTree.moveTitle', defaultMessage: 'Where does {team} belong?' }, { team: team.displayName })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          move.mutate(
            { name: team.name, destination: destination === top ? '' : (destination ?? '') },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        {!taken && <Problems error={move.error} shown={['destination']} />}
        <ComboBox
          label={t({ id: 'teamTree.below', defaultMessage: 'Below' })}
          hint={
            inside.size > 0
              ? t(
                  {
                    id: 'teamTree.withBelow',
                    defaultMessage:
                      '{count, plural, one {The team below it comes} other {The # teams below it come}} along.',
                  },
                  { count: inside.size },
                )
              : undefined
          }
          value={destination}
          onChange={setDestination}
          error={taken ?? brokenRules(move.error).at('destination')}
          options={[
            { id: top, label: t({ id: 'teamTree.top', defaultMessage: 'At the top' }) },
            // A team cannot stand below itself.
            ...options.filter(({ id }) => id !== team.name && !inside.has(id)),
          ]}
        />
        <Button type="submit" variant="primary" isPending={move.isPending} isDisabled={destination === null || stays}>
          {t({ id: 'teamTree.move', defaultMessage: 'Move' })}
        </Button>
      </Form>
    </Dialog>
  )
}
