import type { Transport } from '@connectrpc/connect'
import { Code, ConnectError } from '@connectrpc/connect'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { TransportContext } from '@/api/client'
import { LocaleProvider } from '@/i18n/LocaleProvider'
import type { Reading } from '@/i18n/locale'
import { SessionContext } from '@/session/SessionContext'
import type { Session } from '@/session/session'
import { makeRouter } from './router'

const worthAnotherTry = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Aborted, Code.Unknown])

/** The client that keeps what the server said. */
function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Messages are compared by reference: they may hold big integers, which structural sharing cannot walk.
        structuralSharing: false,
        retry: (count, error) => count < 2 && worthAnotherTry.has(ConnectError.from(error).code),
      },
    },
  })
}

/** The whole app over a session and a transport. */
export function App({ session, transport, reading }: { session: Session; transport: Transport; reading?: Reading }) {
  const [queries] = useState(makeQueries)
  const [router] = useState(() => makeRouter())
  useEffect(() => {
    void session.start()
    // Whoever signs in next must not see a figure of whoever was here before.
    // On a page for everybody nobody was: what it has asked for meanwhile must not be thrown away.
    let before = session.status()
    const stop = session.subscribe(() => {
      const now = session.status()
      if (before === 'signedIn' && now === 'signedOut') queries.clear()
      before = now
    })
    return () => void stop()
  }, [session, queries])
  return (
    <LocaleProvider initial={reading}>
      <SessionContext value={session}>
        <TransportContext value={transport}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </TransportContext>
      </SessionContext>
    </LocaleProvider>
  )
}
