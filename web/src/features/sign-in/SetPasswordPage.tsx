import { useMutation } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useClient } from '@/api/client'
import { fieldErrors, useErrorText } from '@/api/errors'
import { paths } from '@/api/paths'
import { SessionService } from '@/gen/hamgam/identity/v1/session_service_pb'
import { useText } from '@/i18n/text'
import { useSession } from '@/session/SessionContext'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Form, PasswordField } from '@/ui/Field'
import { Frame } from './Frame'

/** Sets a password with the link of an invitation or reset, then signs in with it. */
export function SetPasswordPage() {
  const t = useText()
  const client = useClient(SessionService)
  const session = useSession()
  const { token } = useSearch({ from: '/set-password' })
  const [password, setPassword] = useState('')
  const set = useMutation({
    mutationFn: async () => {
      const { email } = await client.setPassword({ token, newPassword: password })
      await session.signIn(email, password)
    },
  })
  const errorText = useErrorText()
  const errors = fieldErrors(set.error)
  if (set.isSuccess) return <Navigate to={paths.home} replace />
  return (
    <Frame
      title={t({ id: 'signIn.setTitle', defaultMessage: 'Choose a password' })}
      lead={t({
        id: 'signIn.setLead',
        defaultMessage: 'At least 12 characters. A few words in a row are easy to remember and hard to guess.',
      })}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate()
        }}
      >
        {set.isError && Object.keys(errors).length === 0 && <Banner tone="bad">{errorText(set.error).title}</Banner>}
        <PasswordField
          label={t({ id: 'signIn.newPassword', defaultMessage: 'New password' })}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={errors.new_password}
          autoFocus
        />
        <Button type="submit" variant="primary" size="large" block isPending={set.isPending}>
          {t({ id: 'signIn.setSubmit', defaultMessage: 'Set it and sign in' })}
        </Button>
        <ButtonLink href={paths.forgot} variant="quiet" block>
          {t({ id: 'signIn.newLink', defaultMessage: 'Ask for a new link' })}
        </ButtonLink>
      </Form>
    </Frame>
  )
}
