import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  AgendaService,
  type CreateAgendaItemRequestSchema,
  type ListAgendaItemsResponse,
  type UpdateAgendaItemRequestSchema,
} from '@/gen/hamgam/feedback/v1/agenda_service_pb'
import { useClient } from './client'
import { meetingKeys } from './meetings'

/** The agenda of a meeting in its order. */
export function useAgenda(parent: string) {
  const client = useClient(AgendaService)
  return useQuery({
    queryKey: meetingKeys.agenda(parent),
    queryFn: ({ signal }) => client.listAgendaItems({ parent }, { signal }),
  })
}

/** What the system proposes for a meeting. */
export function useAgendaSuggestions(parent: string) {
  const client = useClient(AgendaService)
  return useQuery({
    queryKey: meetingKeys.suggestions(parent),
    queryFn: ({ signal }) => client.listAgendaSuggestions({ parent }, { signal }),
  })
}

/** What can be done with the agenda of a meeting. */
export function useAgendaChanges(parent: string) {
  const client = useClient(AgendaService)
  const queries = useQueryClient()
  const refresh = () => {
    // A presenter who is no member becomes a guest, and the agenda's minutes stand in the meeting.
    void queries.invalidateQueries({ queryKey: meetingKeys.one(parent) })
    void queries.invalidateQueries({ queryKey: meetingKeys.agenda(parent) })
    void queries.invalidateQueries({ queryKey: meetingKeys.suggestions(parent) })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateAgendaItemRequestSchema>) => client.createAgendaItem(request),
      onSuccess: refresh,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateAgendaItemRequestSchema>) => client.updateAgendaItem(request),
      onSuccess: refresh,
    }),
    remove: useMutation({ mutationFn: (name: string) => client.deleteAgendaItem({ name }), onSuccess: refresh }),
    order: useMutation({
      mutationFn: (agendaItems: string[]) => client.orderAgenda({ parent, agendaItems }),
      onSuccess: (answer: ListAgendaItemsResponse) => queries.setQueryData(meetingKeys.agenda(parent), answer),
    }),
    dismiss: useMutation({
      mutationFn: (suggestion: string) => client.dismissAgendaSuggestion({ parent, suggestion }),
      onSuccess: refresh,
    }),
  }
}
