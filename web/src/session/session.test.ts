import { Code, ConnectError, type ConnectRouter, createClient, createRouterTransport } from '@connectrpc/connect'
import { expect, it, vi } from 'vitest'
import { authorize } from '@/api/transport'
import { MeService } from '@/gen/hamgam/identity/v1/me_service_pb'
import { SessionService } from '@/gen/hamgam/identity/v1/session_service_pb'
import { lifetimeOf, Session } from './session'

const token = (name: string, seconds = 600) =>
  `h.${btoa(JSON.stringify({ sub: name, iat: 1000, exp: 1000 + seconds }))}.s`

function sessionWith(services: (router: ConnectRouter) => void) {
  return new Session(createRouterTransport(services))
}

it('reads the life of a token from its own claims, so that a wrong clock does no harm', () => {
  expect(lifetimeOf(token('a', 300))).toBe(300_000)
  expect(lifetimeOf('nonsense')).toBe(600_000)
})

it('is signed out when the cookie is refused at the start', async () => {
  const session = sessionWith((router) =>
    router.service(SessionService, {
      refreshSession: () => {
        throw new ConnectError('no', Code.Unauthenticated)
      },
    }),
  )
  await session.start()
  expect(session.status()).toBe('signedOut')
  expect(await session.fresh()).toBeUndefined()
})

it('renews once for many who ask at once', async () => {
  const refreshSession = vi.fn(() => ({ accessToken: token('a') }))
  const session = sessionWith((router) => router.service(SessionService, { refreshSession }))
  const tokens = await Promise.all([session.fresh(), session.fresh(), session.fresh()])
  expect(new Set(tokens)).toEqual(new Set([token('a')]))
  expect(refreshSession).toHaveBeenCalledTimes(1)
  expect(session.status()).toBe('signedIn')
})

it('renews before a short-lived token ends', async () => {
  let count = 0
  const session = sessionWith((router) =>
    router.service(SessionService, { refreshSession: () => ({ accessToken: token(`t${++count}`, 0) }) }),
  )
  const first = await session.fresh()
  expect(await session.fresh()).not.toBe(first)
})

it('gets another token when one is refused, and tries the call once more', async () => {
  let count = 0
  const session = sessionWith((router) =>
    router.service(SessionService, { refreshSession: () => ({ accessToken: token(`t${++count}`) }) }),
  )
  const seen: (string | null)[] = []
  const transport = createRouterTransport(
    (router) =>
      router.service(MeService, {
        getMe: (_, { requestHeader }) => {
          seen.push(requestHeader.get('authorization'))
          if (seen.length === 1) throw new ConnectError('revoked', Code.Unauthenticated)
          return { person: { displayName: 'Sara' } }
        },
      }),
    { transport: { interceptors: [authorize(session)] } },
  )
  const me = await createClient(MeService, transport).getMe({})
  expect(me.person?.displayName).toBe('Sara')
  expect(seen).toEqual([`Bearer ${token('t1')}`, `Bearer ${token('t2')}`])
})

it('forgets the token when one signs out, even if the server cannot be reached', async () => {
  const session = sessionWith((router) =>
    router.service(SessionService, {
      signIn: () => ({ accessToken: token('a') }),
      signOut: () => {
        throw new ConnectError('down', Code.Unavailable)
      },
    }),
  )
  await session.signIn('a@b', 'secret')
  await session.signOut().catch(() => undefined)
  expect(session.status()).toBe('signedOut')
  expect(await session.fresh()).toBeUndefined()
})
