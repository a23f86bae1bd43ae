import { useMutation } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button as AriaButton, Link } from 'react-aria-components'
import { useDemoClock } from '@/api/demo'
import { fieldErrors, useErrorText } from '@/api/errors'
import { paths } from '@/api/paths'
import { useText } from '@/i18n/text'
import { useRoleText } from '@/session/roles'
import { useSession, useSessionStatus } from '@/session/SessionContext'
import { Avatar } from '@/ui/Avatar'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Form, PasswordField, TextField } from '@/ui/Field'
import { Frame } from './Frame'
import styles from './SignIn.module.css'

/** A path of this app; anything else would let a link lead away after signing in. */
function safe(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : paths.home
}

/** Signing in by address and password; in the demo, a button for each role too. */
export function SignInPage() {
  const t = useText()
  const session = useSession()
  const status = useSessionStatus()
  const { next } = useSearch({ from: '/sign-in' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: (who: { email: string; password: string }) => session.signIn(who.email, who.password),
  })
  const errorText = useErrorText()
  const errors = fieldErrors(signIn.error)
  if (status === 'signedIn') return <Navigate to={safe(next)} replace />
  return (
    <Frame
      title={t({ id: 'signIn.title', defaultMessage: 'Welcome back' })}
      lead={t({ id: 'signIn.lead', defaultMessage: 'Sign in with your work address.' })}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate({ email, password })
        }}
      >
        {signIn.isError && Object.keys(errors).length === 0 && (
          <Banner tone="bad">{errorText(signIn.error).title}</Banner>
        )}
        <TextField
          label={t({ id: 'signIn.email', defaultMessage: 'Work address' })}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={errors.email}
          autoFocus
        />
        <PasswordField
          label={t({ id: 'signIn.password', defaultMessage: 'Password' })}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={errors.password}
        />
        <Link href={paths.forgot} className={styles.forgot}>
          {t({ id: 'signIn.forgot', defaultMessage: 'Forgot the password?' })}
        </Link>
        <Button type="submit" variant="primary" size="large" block isPending={signIn.isPending}>
          {t({ id: 'signIn.submit', defaultMessage: 'Sign in' })}
        </Button>
      </Form>
      <DemoPeople onChoose={(who) => signIn.mutate(who)} />
    </Frame>
  )
}

function DemoPeople({ onChoose }: { onChoose: (who: { email: string; password: string }) => void }) {
  const t = useText()
  const role = useRoleText()
  const people = useDemoClock().data?.people ?? []
  if (people.length === 0) return null
  return (
    <section className={styles.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className={styles.demoTitle}>
        {t({ id: 'signIn.demo', defaultMessage: 'This is a demo. Come in as:' })}
      </h2>
      <div className={styles.demoPeople}>
        {people.map((person) => (
          <AriaButton key={person.email} className={styles.demoPerson} onPress={() => onChoose(person)}>
            <Avatar name={person.displayName} size={32} />
            <span>
              {role(person.role)}
              <small dir="auto">{person.displayName}</small>
            </span>
          </AriaButton>
        ))}
      </div>
    </section>
  )
}
