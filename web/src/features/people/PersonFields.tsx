import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePeople, usePerson } from '@/api/people'
import { brokenRules } from '@/fields/broken'
import { useLevelOptions } from '@/fields/levels'
import { usePositionOptions, useSiteOptions, useTeamOptions } from '@/fields/options'
import { RowTools } from '@/fields/RowTools'
import { useToday } from '@/fields/today'
import { WeekdaysField } from '@/fields/Weekdays'
import { words } from '@/fields/words'
import { type Membership, MembershipSchema, type Person } from '@/gen/hamgam/identity/v1/person_pb'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { languageNames, languageOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow, TextField } from '@/ui/Field'
import { ComboBox, Select } from '@/ui/Select'
import { dayBefore } from './memberships'
import styles from './People.module.css'

interface Props {
  draft: Person
  edit: (change: (person: Person) => void) => void
  error: unknown
}

/** The fields of the form that show what is wrong with them. */
export const shownFields = [
  'external_id',
  'display_name',
  'email',
  'language',
  'level',
  'site',
  'manager',
  'employment_start_day',
  'memberships',
]

/** What a person is called, where mail goes, and how the person reads. */
export function PersonFields({ draft, edit, error }: Props) {
  const t = useText()
  const broken = brokenRules(error, 'person')
  const levels = useLevelOptions()
  const sites = useSiteOptions()
  return (
    <>
      <FormRow>
        <TextField
          label={t(words.name)}
          value={draft.displayName}
          onChange={(text) =>
            edit((person) => {
              person.displayName = text
            })
          }
          error={broken.at('display_name')}
        />
        <TextField
          label={t({ id: 'people.externalId', defaultMessage: 'Personnel number' })}
          hint={t({ id: 'people.externalIdHint', defaultMessage: 'Usage names people by it.' })}
          value={draft.externalId}
          onChange={(text) =>
            edit((person) => {
              person.externalId = text
            })
          }
          error={broken.at('external_id')}
          mono
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t({ id: 'people.email', defaultMessage: 'Work address' })}
          hint={t({ id: 'people.emailHint', defaultMessage: 'For signing in and for mail.' })}
          type="email"
          value={draft.email}
          onChange={(text) =>
            edit((person) => {
              person.email = text
            })
          }
          error={broken.at('email')}
          optional
        />
        <Select
          label={t(words.language)}
          value={String(draft.language)}
          onChange={(language) =>
            edit((person) => {
              person.language = Number(language)
            })
          }
          error={broken.at('language')}
          options={[
            {
              id: String(Language.UNSPECIFIED),
              label: t({ id: 'people.asOrganization', defaultMessage: 'As the organization' }),
            },
            ...(['en', 'fa', 'ar'] as const).map((code) => ({
              id: String(languageOf[code]),
              label: languageNames[code],
            })),
          ]}
        />
      </FormRow>
      <FormRow>
        <Select
          label={t(words.level)}
          value={String(draft.level)}
          onChange={(level) =>
            edit((person) => {
              person.level = Number(level)
            })
          }
          error={broken.at('level')}
          options={[{ id: '0', label: t({ id: 'fields.level.unknown', defaultMessage: 'Not known' }) }, ...levels]}
        />
        <Select
          label={t(words.site)}
          value={draft.site || 'none'}
          onChange={(site) =>
            edit((person) => {
              person.site = site === 'none' ? '' : site
            })
          }
          error={broken.at('site')}
          options={[{ id: 'none', label: t(words.none) }, ...sites]}
        />
      </FormRow>
      <FormRow>
        <ManagerField draft={draft} edit={edit} error={error} />
        <DatePicker
          label={t({ id: 'people.startDay', defaultMessage: 'First day of employment' })}
          value={draft.employmentStartDay || null}
          onChange={(day) =>
            edit((person) => {
              person.employmentStartDay = day ?? ''
            })
          }
          error={broken.at('employment_start_day')}
        />
      </FormRow>
    </>
  )
}

/** The manager, found by typing a part of the name. */
function ManagerField({ draft, edit, error }: Props) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const query = usePeople({ query: useDeferredValue(typed).slice(0, 100) })
  const chosen = usePerson(draft.manager)
  const found = (query.data?.pages ?? []).flatMap(({ people }) => people).filter(({ name }) => name !== draft.name)
  const own = chosen.data && !found.some(({ name }) => name === draft.manager) ? [chosen.data, ...found] : found
  return (
    <ComboBox
      key={chosen.data?.name ?? 'none'}
      label={t({ id: 'people.manager', defaultMessage: 'Manager' })}
      placeholder={t({ id: 'people.managerFind', defaultMessage: 'Type a name' })}
      options={own.map(({ name, displayName, externalId }) => ({ id: name, label: displayName, hint: externalId }))}
      value={draft.manager || null}
      onChange={(manager) =>
        edit((person) => {
          person.manager = manager ?? ''
        })
      }
      onInputChange={setTyped}
      error={brokenRules(error, 'person').at('manager')}
      optional
    />
  )
}

/** The teams and positions that a person had, has and will have. */
export function Memberships({ draft, edit, error }: Props) {
  const t = useText()
  const today = useToday()
  const broken = brokenRules(error, 'person')
  const teams = useTeamOptions()
  const positions = usePositionOptions()
  const change = (index: number, apply: (membership: Membership) => void) =>
    edit((person) => {
      const own = person.memberships[index]
      if (own) apply(own)
    })
  const add = () =>
    edit((person) => {
      const last = person.memberships.at(-1)
      // Somebody is in one team at a time: the open membership ends the day before the new one.
      if (last && last.endDay === '' && last.startDay < today) last.endDay = dayBefore(today)
      person.memberships.push(
        create(MembershipSchema, {
          startDay: last ? today : person.employmentStartDay || today,
          position: last?.position,
          team: last ? '' : undefined,
        }),
      )
    })
  return (
    <Card
      title={t({ id: 'people.memberships', defaultMessage: 'Teams and positions' })}
      subtitle={t({
        id: 'people.membershipsHint',
        defaultMessage: 'With their days, so that use is counted for the team of the time.',
      })}
      actions={
        <Button icon={Plus} onPress={add}>
          {draft.memberships.length === 0
            ? t({ id: 'people.addTeam', defaultMessage: 'Add a team' })
            : t({ id: 'people.changeTeam', defaultMessage: 'Change the team or position' })}
        </Button>
      }
    >
      {broken.at('memberships') && draft.memberships.length === 0 && (
        <p className={styles.wrong} role="alert">
          {broken.at('memberships')}
        </p>
      )}
      {draft.memberships.map((membership, index) => {
        const at = (field: string) => broken.at(`memberships[${index}].${field}`)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: memberships have no other key while their days change
          <div key={index} className={styles.membership}>
            <FormRow>
              <ComboBox
                label={t(words.team)}
                options={teams}
                value={membership.team || null}
                onChange={(team) =>
                  change(index, (own) => {
                    own.team = team ?? ''
                  })
                }
                error={at('team')}
              />
              <ComboBox
                label={t(words.position)}
                options={positions}
                value={membership.position || null}
                onChange={(position) =>
                  change(index, (own) => {
                    own.position = position ?? ''
                  })
                }
                error={at('position')}
              />
            </FormRow>
            <FormRow>
              <DatePicker
                label={t({ id: 'people.from', defaultMessage: 'First day' })}
                value={membership.startDay || null}
                onChange={(day) =>
                  change(index, (own) => {
                    own.startDay = day ?? ''
                  })
                }
                error={at('start_day')}
              />
              <DatePicker
                label={t({ id: 'people.until', defaultMessage: 'Last day' })}
                value={membership.endDay || null}
                onChange={(day) =>
                  change(index, (own) => {
                    own.endDay = day ?? ''
                  })
                }
                error={at('end_day')}
                optional
              />
            </FormRow>
            <div className={styles.membershipFoot}>
              <WeekdaysField
                label={t({ id: 'people.partTime', defaultMessage: 'Part-time: only on these days' })}
                value={membership.partTimeDays}
                onChange={(days) =>
                  change(index, (own) => {
                    own.partTimeDays = days
                  })
                }
                error={at('part_time_days')}
              />
              <RowTools
                name={teams.find(({ id }) => id === membership.team)?.label ?? t(words.team)}
                index={index}
                count={draft.memberships.length}
                onRemove={() => edit((person) => void person.memberships.splice(index, 1))}
              />
            </div>
          </div>
        )
      })}
    </Card>
  )
}
