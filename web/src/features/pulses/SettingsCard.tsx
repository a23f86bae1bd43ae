import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { usePulseChanges, usePulseSettings } from '@/api/pulses'
import { words } from '@/fields/words'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions, NumberField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'

/** How often one person may be asked, whichever pulse it is. */
export function SettingsCard() {
  const t = useText()
  const query = usePulseSettings()
  return (
    <Card title={t({ id: 'pulses.cap', defaultMessage: 'How often one person is asked' })}>
      <Query query={query} lines={1}>
        {({ daysBetween }) => <Cap key={daysBetween} saved={daysBetween} />}
      </Query>
    </Card>
  )
}

function Cap({ saved }: { saved: number }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { saveSettings } = usePulseChanges()
  const [days, setDays] = useState(saved)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        saveSettings.mutate(days, {
          onSuccess: () => toast(t(words.saved)),
          onError: (error) => toastError(sentence(error)),
        })
      }}
    >
      <NumberField
        label={t({ id: 'pulses.daysBetween', defaultMessage: 'At least so many days apart' })}
        hint={t({
          id: 'pulses.daysBetweenHint',
          defaultMessage: 'Whoever was asked less long ago is spared in that round.',
        })}
        value={days}
        onChange={(value) => setDays(value || 1)}
        minValue={1}
        maxValue={180}
      />
      <FormActions>
        <Button type="submit" isPending={saveSettings.isPending} isDisabled={days === saved}>
          {t(words.save)}
        </Button>
      </FormActions>
    </Form>
  )
}
