/** The last part of a resource name: the id in `organizations/o/teams/{id}`. */
export function idOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** A new id for one attempt at something, so that trying again has no second effect. */
export function newRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
