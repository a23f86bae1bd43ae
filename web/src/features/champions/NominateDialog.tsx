import { useState } from 'react'
import { useNominationChanges } from '@/api/champions'
import { newRequestId } from '@/api/names'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { Problems } from '@/fields/Problems'
import type { Programme } from '@/gen/hamgam/champions/v1/programme_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, Switch, TextField } from '@/ui/Field'
import { toast } from '@/ui/Toast'

/** Says who could become a champion, perhaps oneself. */
export function NominateDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { nominate } = useNominationChanges()
  const [myself, setMyself] = useState(false)
  const [people, setPeople] = useState<Chosen[]>([])
  const [reason, setReason] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const broken = brokenRules(nominate.error)
  return (
    <Dialog title={t({ id: 'champions.nominate', defaultMessage: 'Nominate' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          nominate.mutate(
            {
              parent,
              programme: programme.name,
              nominee: myself ? '' : (people[0]?.person ?? ''),
              reason,
              requestId,
            },
            {
              onSuccess: () => {
                toast(t({ id: 'champions.nominated', defaultMessage: 'Whoever has to say yes is asked.' }))
                onClose()
              },
              onError: () => setRequestId(newRequestId()),
            },
          )
        }}
      >
        <Problems error={nominate.error} shown={['nominee', 'reason']} />
        <Switch isSelected={myself} onChange={setMyself}>
          {t({ id: 'champions.myself', defaultMessage: 'I would like to do it myself' })}
        </Switch>
        {!myself && (
          <Colleagues
            label={t({ id: 'champions.whom', defaultMessage: 'Whom do colleagues ask anyway?' })}
            hint={t({
              id: 'champions.whomHint',
              defaultMessage: 'The person is asked first, then the manager. Nobody becomes a champion without both.',
            })}
            chosen={people}
            most={1}
            onChange={setPeople}
            error={broken.at('nominee')}
          />
        )}
        <TextField
          label={t({ id: 'champions.why', defaultMessage: 'Why' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={1000}
          error={broken.at('reason')}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            isPending={nominate.isPending}
            isDisabled={reason.trim() === '' || (!myself && people.length === 0)}
          >
            {t({ id: 'champions.nominate', defaultMessage: 'Nominate' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
