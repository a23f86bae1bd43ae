import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useClient } from '@/api/client'
import { fieldErrors, useErrorText } from '@/api/errors'
import { paths } from '@/api/paths'
import { SessionService } from '@/gen/hamgam/identity/v1/session_service_pb'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Frame } from './Frame'

/** Asks for a link to set a new password. */
export function ForgotPage() {
  const t = useText()
  const client = useClient(SessionService)
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => client.requestPasswordReset({ email }) })
  const errorText = useErrorText()
  const errors = fieldErrors(ask.error)
  return (
    <Frame
      title={t({ id: 'signIn.forgotTitle', defaultMessage: 'A new password' })}
      lead={t({
        id: 'signIn.forgotLead',
        defaultMessage: 'We send a link to your work address. It is valid for one hour.',
      })}
    >
      {ask.isSuccess ? (
        <Banner tone="good" title={t({ id: 'signIn.sent', defaultMessage: 'Look into your mail' })}>
          {t({ id: 'signIn.sentHint', defaultMessage: 'If the address is known here, the link is on its way.' })}
        </Banner>
      ) : (
        <Form
          onSubmit={(event) => {
            event.preventDefault()
            ask.mutate()
          }}
        >
          {ask.isError && Object.keys(errors).length === 0 && <Banner tone="bad">{errorText(ask.error).title}</Banner>}
          <TextField
            label={t({ id: 'signIn.email', defaultMessage: 'Work address' })}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={errors.email}
            autoFocus
          />
          <FormActions>
            <Button type="submit" variant="primary" isPending={ask.isPending}>
              {t({ id: 'signIn.send', defaultMessage: 'Send the link' })}
            </Button>
            <ButtonLink href={paths.signIn} variant="quiet">
              {t({ id: 'signIn.back', defaultMessage: 'Back to signing in' })}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </Frame>
  )
}
