import type { DescService } from '@bufbuild/protobuf'
import { type Client, createClient, type Transport } from '@connectrpc/connect'
import { createContext, useContext, useMemo } from 'react'

/** The transport of the app; tests and fixtures give one of `createRouterTransport`. */
export const TransportContext = createContext<Transport | null>(null)

/** A client of a service over the app's transport. */
export function useClient<S extends DescService>(service: S): Client<S> {
  const transport = useContext(TransportContext)
  if (!transport) throw new Error('useClient needs a TransportContext')
  return useMemo(() => createClient(service, transport), [service, transport])
}
