import { type QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useClient } from '@/api/client'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Me } from '@/gen/hamgam/identity/v1/me_pb'
import { MeService } from '@/gen/hamgam/identity/v1/me_service_pb'

const meKey = ['me'] as const

/** Asks who is signed in. The app shows nothing else until it knows. */
export function useMeQuery() {
  const client = useClient(MeService)
  return useQuery({ queryKey: meKey, queryFn: ({ signal }) => client.getMe({}, { signal }), staleTime: 300_000 })
}

/** Puts a changed person into all screens at once. */
export function setMe(queries: QueryClient, me: Me): void {
  queries.setQueryData(meKey, me)
}

/** Who is signed in, as the screens need it. */
export interface Signed {
  me: Me
  /** `organizations/{organization}`, the parent of nearly every request. */
  organization: string
  /** `organizations/{organization}/people/{person}`. */
  person: string
  has: (...roles: Role[]) => boolean
}

export const MeContext = createContext<Signed | null>(null)

/** Who is signed in. Only below the signed-in layout. */
export function useMe(): Signed {
  const signed = useContext(MeContext)
  if (!signed) throw new Error('useMe needs a signed-in layout')
  return signed
}

/** What the screens need to know of a person. */
export function signedOf(me: Me): Signed {
  const held = new Set([Role.MEMBER, ...me.roles])
  return {
    me,
    organization: me.organization?.name ?? '',
    person: me.person?.name ?? '',
    has: (...roles) => roles.some((role) => held.has(role)),
  }
}
