import { ConnectError } from '@connectrpc/connect'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Compass, ShieldOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '@/api/paths'
import type { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { ButtonLink } from '@/ui/Button'
import { EmptyState, ErrorState } from '@/ui/State'

/** What stands in place of a screen that broke. */
export function Boundary({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <ErrorState
      error={ConnectError.from(error)}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

/** What stands at an address that leads nowhere. */
export function NotFound() {
  const t = useText()
  return (
    <EmptyState
      icon={Compass}
      title={t({ id: 'shell.notFound', defaultMessage: 'There is nothing at this address' })}
      actions={
        <ButtonLink href={paths.home}>{t({ id: 'shell.toHome', defaultMessage: 'To the home page' })}</ButtonLink>
      }
    >
      {t({ id: 'shell.notFoundHint', defaultMessage: 'The link may be old, or a letter of it is missing.' })}
    </EmptyState>
  )
}

/** Lets people with one of the roles through; for the others it says why not. The server decides again at every call. */
export function RoleGuard({ roles, children }: { roles: Role[] | undefined; children: ReactNode }) {
  const t = useText()
  const { has } = useMe()
  if (!roles || has(...roles)) return children
  return (
    <EmptyState
      icon={ShieldOff}
      title={t({ id: 'shell.denied', defaultMessage: 'This page is for other roles' })}
      actions={
        <ButtonLink href={paths.home}>{t({ id: 'shell.toHome', defaultMessage: 'To the home page' })}</ButtonLink>
      }
    >
      {t({ id: 'shell.deniedHint', defaultMessage: 'Ask an administrator if you need it for your work.' })}
    </EmptyState>
  )
}
