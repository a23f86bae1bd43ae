import { useState } from 'react'
import { useChampionChanges } from '@/api/champions'
import { brokenRules } from '@/fields/broken'
import { Many } from '@/fields/Many'
import { useTeamOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import type { Nomination } from '@/gen/hamgam/champions/v1/nomination_pb'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'

/** Makes a nominee a champion, for a term and some teams. */
export function AppointDialog({ nomination, onClose }: { nomination: Nomination; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const options = useTeamOptions()
  const { appoint } = useChampionChanges()
  const [teams, setTeams] = useState<string[]>([])
  const [focus, setFocus] = useState('')
  const [endDay, setEndDay] = useState<string | null>(null)
  const broken = brokenRules(appoint.error)
  return (
    <Dialog
      title={t(
        { id: 'champions.appointTitle', defaultMessage: 'Appoint {name}' },
        { name: nomination.nomineeDisplayName },
      )}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          const focusAreas = focus
            .split(/[,،]/)
            .map((area) => area.trim())
            .filter((area) => area !== '')
          appoint.mutate(
            { nomination: nomination.name, teams, focusAreas, endDay: endDay ?? '' },
            { onSuccess: onClose },
          )
        }}
      >
        <Problems error={appoint.error} shown={['teams', 'focus_areas', 'end_day']} />
        <Many
          label={t({ id: 'champions.teamsCovered', defaultMessage: 'Teams covered' })}
          hint={t({ id: 'champions.teamsBelow', defaultMessage: 'Each with the teams below it.' })}
          options={options}
          values={teams}
          onChange={setTeams}
          error={broken.at('teams')}
        />
        <TextField
          label={t({ id: 'champions.focus', defaultMessage: 'What to ask about' })}
          hint={t({ id: 'champions.focusHint', defaultMessage: 'Separated by commas.' })}
          value={focus}
          onChange={setFocus}
          optional
          error={broken.at('focus_areas')}
        />
        <DatePicker
          label={t({ id: 'champions.lastDay', defaultMessage: 'Last day of the term' })}
          hint={t({ id: 'champions.lastDayHint', defaultMessage: 'As the programme says when empty.' })}
          value={endDay}
          onChange={setEndDay}
          near={today}
          optional
          error={broken.at('end_day')}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={appoint.isPending} isDisabled={teams.length === 0}>
            {t({ id: 'champions.appoint', defaultMessage: 'Appoint' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
