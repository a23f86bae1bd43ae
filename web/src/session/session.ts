import { Code, ConnectError, createClient, type Transport } from '@connectrpc/connect'
import type { Tokens } from '@/api/transport'
import { SessionService } from '@/gen/hamgam/identity/v1/session_service_pb'

/** `unknown` until the cookie was tried once. */
export type SessionStatus = 'unknown' | 'signedOut' | 'signedIn'

interface Held {
  token: string
  /** On the machine's monotonic clock, so that a wrong wall clock ends no session. */
  renewAt: number
}

/** How long a token lives, from its own claims; ten minutes when they cannot be read. */
export function lifetimeOf(token: string): number {
  try {
    const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))
    const life = (claims.exp - claims.iat) * 1000
    return Number.isFinite(life) ? life : 600_000
  } catch {
    return 600_000
  }
}

/**
 * The session of this tab. The access token lives in memory only; the refresh token is a cookie that no script can read.
 * One renewal at a time, across tabs too, because each one uses the cookie up.
 */
export class Session implements Tokens {
  #status: SessionStatus = 'unknown'
  #held: Held | undefined
  #renewing: Promise<string | undefined> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #client
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('hamgam.session')

  constructor(open: Transport) {
    this.#client = createClient(SessionService, open)
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data === 'signedOut') this.#end()
    })
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly status = (): SessionStatus => this.#status

  /** Tries the cookie, once, when the app starts. */
  async start(): Promise<void> {
    if (this.#status === 'unknown') await this.#renew()
  }

  async signIn(email: string, password: string, organization = ''): Promise<void> {
    const answer = await this.#client.signIn({ email, password, organization })
    this.#begin(answer.accessToken)
  }

  async signOut(): Promise<void> {
    try {
      await this.#client.signOut({})
    } finally {
      this.#end()
      this.#channel?.postMessage('signedOut')
    }
  }

  async fresh(): Promise<string | undefined> {
    if (!this.#held) return this.#status === 'signedOut' ? undefined : this.#renew()
    return performance.now() < this.#held.renewAt ? this.#held.token : this.#renew()
  }

  async replace(refused: string): Promise<string | undefined> {
    return this.#held && this.#held.token !== refused ? this.#held.token : this.#renew()
  }

  #renew(): Promise<string | undefined> {
    this.#renewing ??= this.#exclusively(async () => {
      try {
        const answer = await this.#client.refreshSession({})
        return this.#begin(answer.accessToken)
      } catch (error) {
        // Without a connection the session may be as good as before; only a refusal ends it.
        const { code } = ConnectError.from(error)
        if (code === Code.Unauthenticated || this.#status === 'unknown') {
          this.#end()
          return undefined
        }
        throw error
      }
    }).finally(() => {
      this.#renewing = undefined
    })
    return this.#renewing
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    // Not every context has locks (a page without TLS has none).
    const { locks } = navigator as { locks?: LockManager | null }
    return locks ? locks.request('hamgam.session', work) : work()
  }

  #begin(token: string): string {
    const life = lifetimeOf(token)
    this.#held = { token, renewAt: performance.now() + Math.max(life - 60_000, life / 2) }
    this.#set('signedIn')
    return token
  }

  #end(): void {
    this.#held = undefined
    this.#set('signedOut')
  }

  #set(status: SessionStatus): void {
    if (this.#status === status) return
    this.#status = status
    for (const listener of this.#listeners) listener()
  }
}
