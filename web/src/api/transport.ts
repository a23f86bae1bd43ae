import { Code, ConnectError, type Interceptor, type Transport } from '@connectrpc/connect'
import { createGrpcWebTransport } from '@connectrpc/connect-web'

/** What the transport needs to know of the session. */
export interface Tokens {
  /** An access token that is valid for a while, or undefined when nobody is signed in. */
  fresh(): Promise<string | undefined>
  /** Asks for another one because `refused` did not work. */
  replace(refused: string): Promise<string | undefined>
}

/** Says in which language the server shall put its errors into words. */
function speak(): Interceptor {
  return (next) => (request) => {
    request.header.set('accept-language', document.documentElement.lang || 'en')
    return next(request)
  }
}

/** Shows the access token; when it is refused, gets another and tries once more. */
export function authorize(tokens: Tokens): Interceptor {
  return (next) => async (request) => {
    const token = await tokens.fresh()
    if (!token) return next(request)
    request.header.set('authorization', `Bearer ${token}`)
    try {
      return await next(request)
    } catch (error) {
      if (request.stream || ConnectError.from(error).code !== Code.Unauthenticated) throw error
      const other = await tokens.replace(token)
      if (!other) throw error
      request.header.set('authorization', `Bearer ${other}`)
      return next(request)
    }
  }
}

const common = { baseUrl: '/', defaultTimeoutMs: 20_000 }

/** For signing in and renewing: without an access token. */
export function openTransport(): Transport {
  return createGrpcWebTransport({ ...common, interceptors: [speak()] })
}

/** For everything else. */
export function signedInTransport(tokens: Tokens): Transport {
  return createGrpcWebTransport({ ...common, interceptors: [speak(), authorize(tokens)] })
}
