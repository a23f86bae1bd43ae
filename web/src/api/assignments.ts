import { type MessageInitShape, toJsonString } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Assignment } from '@/gen/hamgam/training/v1/assignment_pb'
import {
  AssignmentService,
  type CreateAssignmentRequestSchema,
  type UpdateAssignmentRequestSchema,
} from '@/gen/hamgam/training/v1/assignment_service_pb'
import { type Audience, AudienceSchema } from '@/gen/hamgam/training/v1/audience_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { trainingKeys } from './training'

/** Which of those who have something to complete to list. */
export interface DueFilter {
  assignment?: string
  team?: string
  overdue?: boolean
}

const keys = {
  list: () => [...trainingKeys.all, 'assignments'] as const,
  one: (name: string) => [...trainingKeys.all, 'assignment', name] as const,
  progress: (name: string) => [...trainingKeys.all, 'assignmentProgress', name] as const,
  due: (filter: DueFilter) => [...trainingKeys.all, 'due', filter] as const,
  excuses: (assignment: string) => [...trainingKeys.all, 'excuses', assignment] as const,
  count: (audience: string, target: string) => [...trainingKeys.all, 'audience', audience, target] as const,
}

/** Assignments, newest first, page by page. */
export function useAssignments() {
  const client = useClient(AssignmentService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listAssignments({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** One assignment. */
export function useAssignment(name: string) {
  const client = useClient(AssignmentService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getAssignment({ name }, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
    enabled: name !== '',
  })
}

/** How far the people of an assignment are, by team. */
export function useAssignmentProgress(name: string) {
  const client = useClient(AssignmentService)
  return useQuery({
    queryKey: keys.progress(name),
    queryFn: ({ signal }) => client.getAssignmentProgress({ name }, { signal }),
  })
}

/** Who has something to complete, soonest first. */
export function useDue(filter: DueFilter) {
  const client = useClient(AssignmentService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.due(filter),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listDue({ parent, ...filter, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** Who is excused from an assignment, newest first. */
export function useExcuses(parent: string) {
  const client = useClient(AssignmentService)
  return useInfiniteQuery({
    queryKey: keys.excuses(parent),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.listExcuses({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** Taking one person out of an assignment, and back in. */
export function useExcuseChanges() {
  const client = useClient(AssignmentService)
  const queries = useQueryClient()
  const onSuccess = () => void queries.invalidateQueries({ queryKey: trainingKeys.all })
  return {
    excuse: useMutation({
      mutationFn: (request: { name: string; person: string; reason: string }) => client.excusePerson(request),
      onSuccess,
    }),
    readmit: useMutation({
      mutationFn: (request: { name: string; person: string }) => client.readmitPerson(request),
      onSuccess,
    }),
  }
}

/** How many people a rule selects, while it is being built. The last answer stays until the next one is there. */
export function useAudienceCount(audience: Audience, target: string, enabled: boolean) {
  const client = useClient(AssignmentService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.count(toJsonString(AudienceSchema, audience), target),
    queryFn: ({ signal }) => client.countAudience({ parent, audience, target }, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** What can be done with an assignment. */
export function useAssignmentChanges() {
  const client = useClient(AssignmentService)
  const queries = useQueryClient()
  const onSuccess = (assignment: Assignment) => {
    queries.setQueryData(keys.one(assignment.name), assignment)
    void queries.invalidateQueries({ queryKey: keys.list() })
    void queries.invalidateQueries({ queryKey: keys.progress(assignment.name) })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateAssignmentRequestSchema>) => client.createAssignment(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateAssignmentRequestSchema>) => client.updateAssignment(request),
      onSuccess,
    }),
    pause: useMutation({ mutationFn: (name: string) => client.pauseAssignment({ name }), onSuccess }),
    resume: useMutation({ mutationFn: (name: string) => client.resumeAssignment({ name }), onSuccess }),
    end: useMutation({ mutationFn: (name: string) => client.endAssignment({ name }), onSuccess }),
    /** What the server has now. */
    reload: async (name: string) => {
      const assignment = await client.getAssignment({ name })
      queries.setQueryData(keys.one(name), assignment)
      return assignment
    },
  }
}
