import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '@/api/client'
import { fieldErrors, useErrorText } from '@/api/errors'
import { paths } from '@/api/paths'
import { SessionService } from '@/gen/hamgam/identity/v1/session_service_pb'
import { Calendar, Digits } from '@/gen/hamgam/localization/v1/localization_pb'
import { useFormats } from '@/i18n/formats'
import { useReading } from '@/i18n/LocaleProvider'
import { type LanguageCode, languageNames } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { type Density, setDensity, type ThemeChoice, useDensity, useTheme } from '@/look/theme'
import { useMe } from '@/session/me'
import { useChangeReading } from '@/session/preferences'
import { useRoleText } from '@/session/roles'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Facts, Split, Stack } from '@/ui/Card'
import { Form, FormRow, PasswordField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/Toast'
import { MailPreferences } from './MailPreferences'

/** Who one is, how one reads, how one is told, and the password. */
export function ProfilePage() {
  const t = useText()
  const { me } = useMe()
  const role = useRoleText()
  return (
    <Page
      title={me.person?.displayName ?? ''}
      actions={
        <ButtonLink href={paths.held} icon={ShieldCheck}>
          {t({ id: 'shell.held', defaultMessage: 'What is held about me' })}
        </ButtonLink>
      }
    >
      <Split>
        <Stack>
          <ReadingCard />
          <MailPreferences />
        </Stack>
        <Stack>
          <Card title={t({ id: 'me.directory', defaultMessage: 'In the directory' })}>
            <Facts
              items={[
                { name: t({ id: 'me.email', defaultMessage: 'Work address' }), value: <bdi>{me.person?.email}</bdi> },
                {
                  name: t({ id: 'me.teams', defaultMessage: 'Teams' }),
                  value: me.teams.map(({ displayName }) => displayName).join(' · ') || '–',
                },
                { name: t({ id: 'me.site', defaultMessage: 'Site' }), value: me.site?.displayName || '–' },
                {
                  name: t({ id: 'me.roles', defaultMessage: 'Roles in Hamgam' }),
                  value: (
                    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--s-1)' }}>
                      {me.roles.map((held) => (
                        <Badge key={held} tone="brand">
                          {role(held)}
                        </Badge>
                      ))}
                    </span>
                  ),
                },
              ]}
            />
          </Card>
          <PasswordCard />
        </Stack>
      </Split>
    </Page>
  )
}

function ReadingCard() {
  const t = useText()
  const format = useFormats()
  const { me } = useMe()
  const { language } = useReading().reading
  const reading = useChangeReading()
  const theme = useTheme()
  const density = useDensity()
  const today = new Date().toISOString().slice(0, 10)
  return (
    <Card
      title={t({ id: 'me.reading', defaultMessage: 'How you read' })}
      subtitle={t(
        { id: 'me.example', defaultMessage: 'Like this: {day}, {number}' },
        { day: format.day(today, 'long'), number: format.number(1234.5) },
      )}
    >
      <Form>
        <Segmented<LanguageCode>
          label={t({ id: 'shell.language', defaultMessage: 'Language' })}
          value={language}
          onChange={reading.language}
          options={(['en', 'fa', 'ar'] as const).map((value) => ({ value, label: languageNames[value] }))}
        />
        <FormRow>
          <Select
            label={t({ id: 'me.calendar', defaultMessage: 'Calendar' })}
            value={String(me.effectiveCalendar)}
            onChange={(calendar) => reading.change({ calendar: Number(calendar) })}
            options={[
              { id: String(Calendar.GREGORIAN), label: t({ id: 'me.gregorian', defaultMessage: 'Gregorian' }) },
              { id: String(Calendar.JALALI), label: t({ id: 'me.jalali', defaultMessage: 'Jalali (Solar Hijri)' }) },
              { id: String(Calendar.HIJRI), label: t({ id: 'me.hijri', defaultMessage: 'Hijri (Umm al-Qura)' }) },
            ]}
          />
          <Select
            label={t({ id: 'me.digits', defaultMessage: 'Digits' })}
            value={String(me.effectiveDigits)}
            onChange={(digits) => reading.change({ digits: Number(digits) })}
            options={[
              { id: String(Digits.LATIN), label: '0123456789' },
              { id: String(Digits.PERSIAN), label: '۰۱۲۳۴۵۶۷۸۹' },
              { id: String(Digits.ARABIC), label: '٠١٢٣٤٥٦٧٨٩' },
            ]}
          />
        </FormRow>
        <FormRow>
          <Select
            label={t({ id: 'shell.theme', defaultMessage: 'Appearance' })}
            value={theme}
            onChange={(value) => reading.theme(value as ThemeChoice)}
            options={[
              { id: 'system', label: t({ id: 'shell.asSystem', defaultMessage: 'As the system' }) },
              { id: 'light', label: t({ id: 'shell.light', defaultMessage: 'Light' }) },
              { id: 'dark', label: t({ id: 'shell.dark', defaultMessage: 'Dark' }) },
            ]}
          />
          <Select
            label={t({ id: 'me.density', defaultMessage: 'Density on this machine' })}
            value={density}
            onChange={(value) => setDensity(value as Density)}
            options={[
              { id: 'comfortable', label: t({ id: 'me.comfortable', defaultMessage: 'Comfortable' }) },
              { id: 'compact', label: t({ id: 'me.compact', defaultMessage: 'Compact' }) },
            ]}
          />
        </FormRow>
      </Form>
    </Card>
  )
}

function PasswordCard() {
  const t = useText()
  const client = useClient(SessionService)
  const [oldPassword, setOld] = useState('')
  const [newPassword, setNew] = useState('')
  const change = useMutation({
    mutationFn: () => client.changePassword({ oldPassword, newPassword }),
    onSuccess: () => {
      setOld('')
      setNew('')
      toast(t({ id: 'me.passwordChanged', defaultMessage: 'Changed. Your other sessions have ended.' }))
    },
  })
  const errorText = useErrorText()
  const errors = fieldErrors(change.error)
  return (
    <Card title={t({ id: 'me.password', defaultMessage: 'Password' })}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        {change.isError && Object.keys(errors).length === 0 && (
          <Banner tone="bad">{errorText(change.error).title}</Banner>
        )}
        <PasswordField
          label={t({ id: 'me.oldPassword', defaultMessage: 'The password so far' })}
          autoComplete="current-password"
          value={oldPassword}
          onChange={setOld}
          error={errors.old_password}
        />
        <PasswordField
          label={t({ id: 'me.newPassword', defaultMessage: 'The new one' })}
          hint={t({ id: 'me.passwordHint', defaultMessage: 'At least 12 characters.' })}
          autoComplete="new-password"
          value={newPassword}
          onChange={setNew}
          error={errors.new_password}
        />
        <Button type="submit" isPending={change.isPending}>
          {t({ id: 'me.changePassword', defaultMessage: 'Change it' })}
        </Button>
      </Form>
    </Card>
  )
}
