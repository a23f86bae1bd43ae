import { Navigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useReading } from '@/i18n/LocaleProvider'
import { readingOf } from '@/i18n/locale'
import { setTheme } from '@/look/theme'
import { MeContext, signedOf, useMeQuery } from '@/session/me'
import { themeOf } from '@/session/preferences'
import { useSessionStatus } from '@/session/SessionContext'
import { Logo } from '@/ui/Logo'
import { ErrorState } from '@/ui/State'
import { Layout } from './Layout'
import styles from './Layout.module.css'
import { OpenedMail } from './OpenedMail'

function Splash() {
  return (
    <div className={styles.splash} role="status">
      <Logo size={56} />
    </div>
  )
}

/** Lets only signed-in people through, and remembers where somebody else wanted to go. */
export function SignedIn() {
  const status = useSessionStatus()
  if (status === 'unknown') return <Splash />
  return status === 'signedOut' ? <ToSignIn /> : <WithMe />
}

function ToSignIn() {
  const href = useRouterState({ select: (state) => state.location.href })
  // Kept from the first moment: while the sign-in page loads, the location is already its own, and would lead to itself.
  const [search] = useState(href === '/' ? {} : { next: href })
  return <Navigate to="/sign-in" search={search} replace />
}

function WithMe() {
  const query = useMeQuery()
  const { reading, setReading } = useReading()
  const me = query.data
  const own = useMemo(
    () =>
      me && readingOf({ language: me.effectiveLanguage, calendar: me.effectiveCalendar, digits: me.effectiveDigits }),
    [me],
  )
  useEffect(() => {
    if (own) setReading(own)
    if (me) setTheme(themeOf(me.theme))
  }, [me, own, setReading])
  if (!me && query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  // Until the words of the own language are there: else one would begin to read in the browser's and be interrupted.
  if (!me || own?.language !== reading.language) return <Splash />
  return (
    <MeContext value={signedOf(me)}>
      <OpenedMail />
      <Layout />
    </MeContext>
  )
}
