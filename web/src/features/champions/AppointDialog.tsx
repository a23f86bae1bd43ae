import { useState } from 'react'
import { useChampionChanges } from '@/api/champions'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import type { Nomination } from '@/gen/hamgam/champions/v1/nomination_pb'
import { isolate } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { type Term, TermFields, termFields } from './TermFields'

/** Makes a nominee a champion, for a term and some teams. */
export function AppointDialog({ nomination, onClose }: { nomination: Nomination; onClose: () => void }) {
  const t = useText()
  const { appoint } = useChampionChanges()
  const [term, setTerm] = useState<Term>({ teams: [], focusAreas: [], endDay: '' })
  return (
    <Dialog
      title={t(
        { id: 'champions.appointTitle', defaultMessage: 'Appoint {name}' },
        { name: isolate(nomination.nomineeDisplayName) },
      )}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          appoint.mutate({ nomination: nomination.name, ...term }, { onSuccess: onClose })
        }}
      >
        <Problems error={appoint.error} shown={termFields} />
        <TermFields
          term={term}
          onChange={(change) => setTerm((before) => ({ ...before, ...change }))}
          broken={brokenRules(appoint.error)}
          endHint={t({ id: 'champions.lastDayHint', defaultMessage: 'As the programme says when empty.' })}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={appoint.isPending} isDisabled={term.teams.length === 0}>
            {t({ id: 'champions.appoint', defaultMessage: 'Appoint' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
