import { reasonOf, useErrorSentence } from '@/api/errors'
import { useTeamChanges } from '@/api/teams'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { ConfirmDialog } from '@/ui/Dialog'

/** Dissolves a team that nobody is in any more. */
export function DissolveDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { dissolve } = useTeamChanges()
  const notEmpty = dissolve.error && reasonOf(dissolve.error) === 'TEAM_NOT_EMPTY'
  return (
    <ConfirmDialog
      title={t({ id: 'teamTree.dissolveTitle', defaultMessage: 'Dissolve {team}?' }, { team: team.displayName })}
      isOpen
      danger
      onClose={onClose}
      isPending={dissolve.isPending}
      confirmLabel={t({ id: 'teamTree.dissolve', defaultMessage: 'Dissolve' })}
      onConfirm={() => dissolve.mutate(team.name, { onSuccess: onClose })}
    >
      {dissolve.error && (
        <Banner tone="bad">
          {notEmpty
            ? t({
                id: 'teamTree.notEmpty',
                defaultMessage: 'People are still in it, or other teams below it. Move them first.',
              })
            : sentence(dissolve.error)}
        </Banner>
      )}
      <p>
        {t({
          id: 'teamTree.dissolveHint',
          defaultMessage: 'It leaves the tree and takes no members any more. Its history stays.',
        })}
      </p>
    </ConfirmDialog>
  )
}
