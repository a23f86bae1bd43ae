import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { PlaybookService, type UpdatePlaybookRequestSchema } from '@/gen/hamgam/adoption/v1/playbook_service_pb'
import { adoptionKeys } from './adoption'
import { useClient } from './client'

/** Changes what is done for a barrier. */
export function useUpdatePlaybook() {
  const client = useClient(PlaybookService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof UpdatePlaybookRequestSchema>) => client.updatePlaybook(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: adoptionKeys.playbooks() }),
  })
}
