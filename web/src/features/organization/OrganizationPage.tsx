import { ArrowUp } from 'lucide-react'
import {
  useAdoptionSettings,
  useOrganization,
  useUpdateAdoptionSettings,
  useUpdateOrganization,
} from '@/api/organization'
import { paths } from '@/api/paths'
import { brokenRules } from '@/fields/broken'
import { SavedForm } from '@/fields/SavedForm'
import { move, useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type AdoptionSettings, AdoptionSettingsSchema, ReviewMode } from '@/gen/hamgam/adoption/v1/settings_pb'
import { type Organization, OrganizationSchema } from '@/gen/hamgam/identity/v1/organization_pb'
import { Calendar, Digits } from '@/gen/hamgam/localization/v1/localization_pb'
import { languageNames, languageOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Checkbox, FormRow, RadioGroup, Switch, TextField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import styles from './Organization.module.css'

/** What the organization is called and reads, and how it wants to hear of low adoption. */
export function OrganizationPage() {
  const t = useText()
  const organization = useOrganization()
  const settings = useAdoptionSettings()
  return (
    <Page
      title={t({ id: 'organization.title', defaultMessage: 'Name, languages and review' })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
    >
      <Query query={organization}>
        {(found) => (
          <OrganizationForm
            key={found.name}
            organization={found}
            onReload={async () => (await organization.refetch()).data}
          />
        )}
      </Query>
      <Query query={settings}>
        {(found) => (
          <SettingsForm key={found.name} settings={found} onReload={async () => (await settings.refetch()).data} />
        )}
      </Query>
    </Page>
  )
}

const shown = ['display_name', 'languages', 'calendar', 'digits']
const codes = ['en', 'fa', 'ar'] as const

function OrganizationForm({
  organization,
  onReload,
}: {
  organization: Organization
  onReload: () => Promise<Organization | undefined>
}) {
  const t = useText()
  const { has } = useMe()
  const update = useUpdateOrganization()
  const form = useDraft(OrganizationSchema, organization)
  const { draft, edit } = form
  const mayEdit = has(Role.ADMIN)
  const broken = brokenRules(update.error, 'organization')
  const chosen = draft.languages
  const offered = [...chosen, ...codes.map((code) => languageOf[code]).filter((language) => !chosen.includes(language))]
  const nameOf = (language: number) => languageNames[codes.find((code) => languageOf[code] === language) ?? 'en']
  return (
    <Card
      title={t({ id: 'organization.organization', defaultMessage: 'Organization' })}
      subtitle={
        mayEdit ? undefined : t({ id: 'organization.adminOnly', defaultMessage: 'Administrators may change this.' })
      }
    >
      <SavedForm
        form={form}
        source={organization}
        update={update}
        request={(draft) => ({ organization: draft, updateMask: { paths: shown } })}
        reload={onReload}
        resource="organization"
        shown={shown}
        mayEdit={mayEdit}
      >
        <TextField
          label={t(words.name)}
          value={draft.displayName}
          onChange={(text) =>
            edit((next) => {
              next.displayName = text
            })
          }
          error={broken.at('display_name')}
          isDisabled={!mayEdit}
        />
        <fieldset className={styles.languages}>
          <legend>{t({ id: 'organization.languages', defaultMessage: 'Languages' })}</legend>
          {offered.map((language) => {
            const at = chosen.indexOf(language)
            return (
              <div key={language} className={styles.language}>
                <Checkbox
                  isSelected={at >= 0}
                  isDisabled={!mayEdit || (at >= 0 && chosen.length === 1)}
                  onChange={(on) =>
                    edit((next) => {
                      next.languages = on
                        ? [...next.languages, language]
                        : next.languages.filter((other) => other !== language)
                    })
                  }
                >
                  {nameOf(language)}
                </Checkbox>
                {at === 0 && (
                  <Badge tone="brand">
                    {t({ id: 'organization.first', defaultMessage: 'of whoever has not chosen' })}
                  </Badge>
                )}
                {at > 0 && mayEdit && (
                  <IconButton
                    size="small"
                    icon={ArrowUp}
                    label={t({ id: 'fields.up', defaultMessage: 'Move {name} up' }, { name: nameOf(language) })}
                    onPress={() => edit((next) => move(next.languages, at, -1))}
                  />
                )}
              </div>
            )
          })}
          {broken.at('languages') && <span className={styles.wrong}>{broken.at('languages')}</span>}
        </fieldset>
        <FormRow>
          <Select
            label={t({ id: 'organization.calendar', defaultMessage: 'Calendar' })}
            value={String(draft.calendar)}
            onChange={(calendar) =>
              edit((next) => {
                next.calendar = Number(calendar)
              })
            }
            error={broken.at('calendar')}
            isDisabled={!mayEdit}
            options={[
              {
                id: String(Calendar.UNSPECIFIED),
                label: t({ id: 'organization.usual', defaultMessage: 'As usual in the language' }),
              },
              {
                id: String(Calendar.GREGORIAN),
                label: t({ id: 'organization.gregorian', defaultMessage: 'Gregorian' }),
              },
              {
                id: String(Calendar.JALALI),
                label: t({ id: 'organization.jalali', defaultMessage: 'Solar Hijri (Jalali)' }),
              },
              {
                id: String(Calendar.HIJRI),
                label: t({ id: 'organization.hijri', defaultMessage: 'Hijri (Umm al-Qura)' }),
              },
            ]}
          />
          <Select
            label={t({ id: 'organization.digits', defaultMessage: 'Digits' })}
            value={String(draft.digits)}
            onChange={(digits) =>
              edit((next) => {
                next.digits = Number(digits)
              })
            }
            error={broken.at('digits')}
            isDisabled={!mayEdit}
            options={[
              {
                id: String(Digits.UNSPECIFIED),
                label: t({ id: 'organization.usual', defaultMessage: 'As usual in the language' }),
              },
              { id: String(Digits.LATIN), label: '0123456789' },
              { id: String(Digits.PERSIAN), label: '۰۱۲۳۴۵۶۷۸۹' },
              { id: String(Digits.ARABIC), label: '٠١٢٣٤٥٦٧٨٩' },
            ]}
          />
        </FormRow>
      </SavedForm>
    </Card>
  )
}

function SettingsForm({
  settings,
  onReload,
}: {
  settings: AdoptionSettings
  onReload: () => Promise<AdoptionSettings | undefined>
}) {
  const t = useText()
  const update = useUpdateAdoptionSettings()
  const form = useDraft(AdoptionSettingsSchema, settings)
  const { draft, edit } = form
  const automatic = draft.reviewMode === ReviewMode.AUTOMATIC
  return (
    <Card
      title={t({ id: 'organization.review', defaultMessage: 'When a team is flagged' })}
      subtitle={t({ id: 'organization.reviewHint', defaultMessage: 'Holds from the next evaluated day on.' })}
    >
      <SavedForm
        form={form}
        source={settings}
        update={update}
        request={(draft) => ({ settings: draft, updateMask: { paths: ['review_mode', 'strict'] } })}
        reload={onReload}
        resource="settings"
      >
        <RadioGroup
          cards
          label={t({ id: 'organization.first.step', defaultMessage: 'What happens first' })}
          value={automatic ? 'automatic' : 'person'}
          onChange={(mode) =>
            edit((next) => {
              next.reviewMode = mode === 'automatic' ? ReviewMode.AUTOMATIC : ReviewMode.PERSON
            })
          }
          options={[
            {
              value: 'person',
              label: t({ id: 'organization.person', defaultMessage: 'A person looks at it' }),
              hint: t({
                id: 'organization.personHint',
                defaultMessage: 'HR or the champion confirms the barrier and starts what helps.',
              }),
            },
            {
              value: 'automatic',
              label: t({ id: 'organization.automatic', defaultMessage: 'What helps starts by itself' }),
              hint: t({
                id: 'organization.automaticHint',
                defaultMessage: 'Only where the strict rule agrees; a person looks at the others.',
              }),
            },
          ]}
        />
        <Switch
          isSelected={draft.strict}
          onChange={(on) =>
            edit((next) => {
              next.strict = on
            })
          }
        >
          {t({
            id: 'organization.strict',
            defaultMessage: 'Raise only what the strict rule finds: fewer false flags, more teams overlooked',
          })}
        </Switch>
      </SavedForm>
    </Card>
  )
}
