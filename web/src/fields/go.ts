import { useParams, useRouter } from '@tanstack/react-router'

/** Goes to an address of the app, also from a form with unsaved entries: what calls it has just saved them. */
export function useGo() {
  const router = useRouter()
  return (href: string) => router.history.push(href, undefined, { ignoreBlocker: true })
}

/** A part of the address: `useId('course')` on `/courses/$course`. */
export function useId(param: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[param] ?? ''
}
