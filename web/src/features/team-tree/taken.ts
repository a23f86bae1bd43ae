import { Code, ConnectError } from '@connectrpc/connect'
import { useText } from '@/i18n/text'

/** What to say when a team beside it has the same name; undefined when that is not the trouble. */
export function useTakenText() {
  const t = useText()
  return (error: unknown) =>
    error && ConnectError.from(error).code === Code.AlreadyExists
      ? t({ id: 'teamTree.taken', defaultMessage: 'There is a team of this name in the same place.' })
      : undefined
}
