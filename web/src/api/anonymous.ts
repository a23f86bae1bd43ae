import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  AnonymousService,
  type SubmitAnonymousProposalRequestSchema,
} from '@/gen/hamgam/feedback/v1/anonymous_service_pb'
import { useClient } from './client'

const keys = { one: (secret: string) => ['anonymous', secret] as const }

/** A new secret; whoever has it follows the proposal, and nobody else. */
export function newSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32))
}

/** A secret as it stands in an address. */
export function secretText(secret: Uint8Array): string {
  return btoa(String.fromCharCode(...secret))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** A secret from an address; undefined for anything else. */
function secretOf(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    return bytes.length === 32 ? bytes : undefined
  } catch {
    return undefined
  }
}

/** An own anonymous proposal, by its secret. */
export function useAnonymousProposal(parent: string, text: string) {
  const client = useClient(AnonymousService)
  const secret = secretOf(text)
  return useQuery({
    queryKey: keys.one(text),
    queryFn: ({ signal }) => client.followAnonymousProposal({ parent, secret }, { signal }),
    enabled: secret !== undefined,
    retry: false,
  })
}

/** Makes, answers and illustrates a proposal without a name. */
export function useAnonymousChanges() {
  const client = useClient(AnonymousService)
  const queries = useQueryClient()
  return {
    submit: useMutation({
      mutationFn: (request: MessageInitShape<typeof SubmitAnonymousProposalRequestSchema>) =>
        client.submitAnonymousProposal(request),
    }),
    answer: useMutation({
      mutationFn: (request: { parent: string; secret: string; text: string }) =>
        client.answerAnonymously({ ...request, secret: secretOf(request.secret) }),
      onSuccess: (_, { secret }) => queries.invalidateQueries({ queryKey: keys.one(secret) }),
    }),
    attach: useMutation({
      mutationFn: (request: {
        parent: string
        secret: Uint8Array
        contentType: string
        content: Uint8Array
        description: string
      }) => client.addAnonymousAttachment(request),
    }),
  }
}
