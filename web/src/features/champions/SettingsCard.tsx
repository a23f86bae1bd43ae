import { useState } from 'react'
import { useChampionSettings, useSaveChampionSettings } from '@/api/champions'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { ChampionSettings } from '@/gen/hamgam/champions/v1/coverage_pb'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions, FormRow, NumberField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { toast } from '@/ui/Toast'

/** How many people a champion should look after, and when ends of terms are announced. */
export function SettingsCard() {
  const t = useText()
  const query = useChampionSettings()
  return (
    <Card title={t({ id: 'champions.settings', defaultMessage: 'What you want of coverage' })}>
      <Query query={query} lines={1}>
        {(settings) => <Fields key={settings.etag} saved={settings} />}
      </Query>
    </Card>
  )
}

function Fields({ saved }: { saved: ChampionSettings }) {
  const t = useText()
  const save = useSaveChampionSettings()
  const [people, setPeople] = useState(saved.peoplePerChampion)
  const [days, setDays] = useState(saved.remindDays)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { ...saved, peoplePerChampion: people, remindDays: days },
          { onSuccess: () => toast(t(words.saved)) },
        )
      }}
    >
      <Problems error={save.error} resource="settings" />
      <FormRow>
        <NumberField
          label={t({ id: 'champions.perMost', defaultMessage: 'People per champion at most' })}
          value={people}
          minValue={1}
          maxValue={500}
          onChange={(value) => setPeople(value || 1)}
        />
        <NumberField
          label={t({ id: 'champions.remindDays', defaultMessage: 'Days of notice before a term ends' })}
          value={days}
          minValue={0}
          maxValue={90}
          onChange={(value) => setDays(value || 0)}
        />
      </FormRow>
      <FormActions>
        <Button
          type="submit"
          isPending={save.isPending}
          isDisabled={people === saved.peoplePerChampion && days === saved.remindDays}
        >
          {t(words.save)}
        </Button>
      </FormActions>
    </Form>
  )
}
