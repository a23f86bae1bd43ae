const key = 'hamgam.anonymous'

/** An anonymous proposal that was made in this browser. */
interface Kept {
  secret: string
  title: string
}

/** The secrets that this browser keeps, the newest first. Nobody else has them. */
export function keptSecrets(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each): each is Kept => typeof each?.secret === 'string') : []
  } catch {
    return []
  }
}

/** Keeps a secret in this browser. */
export function keepSecret(secret: string, title: string): void {
  const others = keptSecrets().filter((each) => each.secret !== secret)
  localStorage.setItem(key, JSON.stringify([{ secret, title }, ...others].slice(0, 50)))
}

/** Lets go of a secret: from then on nobody can follow the proposal from here. */
export function forgetSecret(secret: string): void {
  localStorage.setItem(key, JSON.stringify(keptSecrets().filter((each) => each.secret !== secret)))
}
