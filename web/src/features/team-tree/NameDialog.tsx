import { useState } from 'react'
import { newRequestId } from '@/api/names'
import { useTeamChanges } from '@/api/teams'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { Team } from '@/gen/hamgam/identity/v1/team_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, TextField } from '@/ui/Field'
import { toast } from '@/ui/Toast'
import { useTakenText } from './taken'

/** Names a new team, or an old one anew. */
export function NameDialog({ team, below, onClose }: { team?: Team; below?: Team; onClose: () => void }) {
  const t = useText()
  const { organization } = useMe()
  const { create, rename } = useTeamChanges()
  const takenText = useTakenText()
  const [displayName, setDisplayName] = useState(team?.displayName ?? '')
  const [requestId] = useState(newRequestId)
  const save = team ? rename : create
  const taken = takenText(save.error)
  const onSuccess = () => {
    toast(t(words.saved))
    onClose()
  }
  const title = team
    ? t({ id: 'teamTree.renameTitle', defaultMessage: 'Rename {team}' }, { team: team.displayName })
    : below
      ? t({ id: 'teamTree.addTitle', defaultMessage: 'Add a team below {team}' }, { team: below.displayName })
      : t({ id: 'teamTree.add', defaultMessage: 'Add a team' })
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          if (team) rename.mutate({ name: team.name, displayName, etag: team.etag }, { onSuccess })
          else
            create.mutate(
              { parent: organization, team: { displayName, parent: below?.name }, requestId },
              { onSuccess },
            )
        }}
      >
        {!taken && <Problems error={save.error} resource="team" shown={['display_name']} />}
        <TextField
          label={t(words.name)}
          value={displayName}
          onChange={setDisplayName}
          error={taken ?? brokenRules(save.error, 'team').at('display_name')}
          autoFocus
        />
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t(words.save)}
        </Button>
      </Form>
    </Dialog>
  )
}
