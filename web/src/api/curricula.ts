import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Curriculum } from '@/gen/hamgam/training/v1/curriculum_pb'
import {
  type CreateCurriculumRequestSchema,
  CurriculumService,
  type UpdateCurriculumRequestSchema,
} from '@/gen/hamgam/training/v1/curriculum_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { everyPage } from './pages'
import { trainingKeys } from './training'

const keys = {
  list: () => [...trainingKeys.all, 'curricula'] as const,
  one: (name: string) => [...trainingKeys.all, 'curriculum', name] as const,
}

/** All curricula, archived ones too. */
export function useCurricula(enabled = true) {
  const client = useClient(CurriculumService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.list(),
    queryFn: ({ signal }) =>
      everyPage(async (pageToken) => {
        const page = await client.listCurricula({ parent, showArchived: true, pageSize: 500, pageToken }, { signal })
        return { items: page.curricula, nextPageToken: page.nextPageToken }
      }),
    enabled,
  })
}

/** One curriculum. */
export function useCurriculum(name: string) {
  const client = useClient(CurriculumService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getCurriculum({ name }, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
    enabled: name !== '',
  })
}

/** What can be done with a curriculum. */
export function useCurriculumChanges() {
  const client = useClient(CurriculumService)
  const queries = useQueryClient()
  const onSuccess = (curriculum: Curriculum) => {
    queries.setQueryData(keys.one(curriculum.name), curriculum)
    void queries.invalidateQueries({ queryKey: keys.list() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateCurriculumRequestSchema>) => client.createCurriculum(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateCurriculumRequestSchema>) => client.updateCurriculum(request),
      onSuccess,
    }),
    archive: useMutation({ mutationFn: (name: string) => client.archiveCurriculum({ name }), onSuccess }),
    /** What the server has now. */
    reload: async (name: string) => {
      const curriculum = await client.getCurriculum({ name })
      queries.setQueryData(keys.one(name), curriculum)
      return curriculum
    },
  }
}
