import { useState } from 'react'
import { newRequestId } from '@/api/names'
import { useThanksChanges, useValues } from '@/api/recognition'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { useTeamOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, RadioGroup, TextField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { ComboBox } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { toast } from '@/ui/Toast'

const least = 10

/** Thanks colleagues or a team, for something they did. */
export function GiveThanksDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const read = useLocalized()
  const { organization: parent } = useMe()
  const values = useValues()
  const teams = useTeamOptions()
  const { give } = useThanksChanges()
  const [to, setTo] = useState<'people' | 'team'>('people')
  const [people, setPeople] = useState<Chosen[]>([])
  const [team, setTeam] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const [message, setMessage] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const broken = brokenRules(give.error)
  const whole = (to === 'people' ? people.length > 0 : team) && value && message.trim().length >= least
  return (
    <Dialog title={t({ id: 'recognition.give', defaultMessage: 'Say thanks' })} isOpen onClose={onClose}>
      <Query query={values} lines={3}>
        {(offered) =>
          offered.length === 0 ? (
            <EmptyState title={t({ id: 'recognition.noValues', defaultMessage: 'No values yet' })}>
              {t({
                id: 'recognition.noValuesHint',
                defaultMessage: 'Thanks are linked to what your organization stands for. HR enters that first.',
              })}
            </EmptyState>
          ) : (
            <Form
              onSubmit={(event) => {
                event.preventDefault()
                give.mutate(
                  {
                    parent,
                    people: to === 'people' ? people.map(({ person }) => person) : [],
                    team: to === 'team' ? (team ?? '') : '',
                    value,
                    message,
                    requestId,
                  },
                  {
                    onSuccess: () => {
                      toast(t({ id: 'recognition.given', defaultMessage: 'They are told.' }))
                      onClose()
                    },
                    // Corrected thanks are other thanks.
                    onError: () => setRequestId(newRequestId()),
                  },
                )
              }}
            >
              <Problems error={give.error} shown={['people', 'team', 'value', 'message']} />
              <Segmented
                label={t({ id: 'recognition.to', defaultMessage: 'Whom' })}
                value={to}
                onChange={setTo}
                options={[
                  { value: 'people', label: t({ id: 'recognition.toPeople', defaultMessage: 'Colleagues' }) },
                  { value: 'team', label: t({ id: 'recognition.toTeam', defaultMessage: 'A team' }) },
                ]}
              />
              {to === 'people' ? (
                <Colleagues
                  label={t({ id: 'recognition.whom', defaultMessage: 'Whom do you thank?' })}
                  chosen={people}
                  most={10}
                  onChange={setPeople}
                  error={broken.at('people')}
                />
              ) : (
                <ComboBox
                  label={t({ id: 'recognition.whichTeam', defaultMessage: 'Which team do you thank?' })}
                  options={teams}
                  value={team}
                  onChange={setTeam}
                  error={broken.at('team')}
                />
              )}
              <TextField
                label={t({ id: 'recognition.whatFor', defaultMessage: 'What for?' })}
                hint={t({
                  id: 'recognition.whatForHint',
                  defaultMessage: 'What they did, and what it made possible. At least 10 characters.',
                })}
                value={message}
                onChange={setMessage}
                multiline
                rows={4}
                maxLength={500}
                error={broken.at('message')}
              />
              <RadioGroup
                label={t({ id: 'recognition.value', defaultMessage: 'What does it stand for?' })}
                value={value}
                onChange={setValue}
                options={offered.map((each) => ({
                  value: each.name,
                  label: <bdi>{read(each.title)}</bdi>,
                  hint: read(each.description) || undefined,
                }))}
                error={broken.at('value')}
              />
              <FormActions>
                <Button type="submit" variant="primary" isPending={give.isPending} isDisabled={!whole}>
                  {t({ id: 'recognition.give', defaultMessage: 'Say thanks' })}
                </Button>
              </FormActions>
            </Form>
          )
        }
      </Query>
    </Dialog>
  )
}
