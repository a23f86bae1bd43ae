import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Course, CourseState } from '@/gen/hamgam/training/v1/course_pb'
import {
  CourseService,
  type CreateCourseRequestSchema,
  type PublishCourseRequestSchema,
  type UpdateCourseRequestSchema,
} from '@/gen/hamgam/training/v1/course_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { everyPage } from './pages'
import { trainingKeys } from './training'

const keys = {
  list: () => [...trainingKeys.all, 'courses'] as const,
  one: (name: string) => [...trainingKeys.all, 'course', name] as const,
  versions: (name: string) => [...trainingKeys.all, 'versions', name] as const,
  version: (name: string) => [...trainingKeys.all, 'version', name] as const,
  ratings: (name: string) => [...trainingKeys.all, 'ratings', name] as const,
}

/** All courses without their modules, archived ones too. */
export function useCourses(enabled = true) {
  const client = useClient(CourseService)
  const { organization: parent } = useMe()
  const states = [CourseState.DRAFT, CourseState.PUBLISHED, CourseState.ARCHIVED]
  return useQuery({
    queryKey: keys.list(),
    queryFn: ({ signal }) =>
      everyPage(async (pageToken) => {
        const page = await client.listCourses({ parent, states, pageSize: 500, pageToken }, { signal })
        return { items: page.courses, nextPageToken: page.nextPageToken }
      }),
    enabled,
  })
}

/** The working copy of a course. It is never asked for behind a writer's back. */
export function useCourse(name: string) {
  const client = useClient(CourseService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getCourse({ name }, { signal }),
    // An old copy would show what somebody else has changed since.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** The published versions of a course, newest first. */
export function useCourseVersions(name: string) {
  const client = useClient(CourseService)
  return useQuery({
    queryKey: keys.versions(name),
    queryFn: async ({ signal }) =>
      (await client.listCourseVersions({ parent: name, pageSize: 500 }, { signal })).versions,
  })
}

/** One published version with its content. */
export function useCourseVersion(name: string) {
  const client = useClient(CourseService)
  return useQuery({
    queryKey: keys.version(name),
    queryFn: ({ signal }) => client.getCourseVersion({ name }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: name !== '',
  })
}

/** What learners thought of a course. */
export function useCourseRatings(name: string) {
  const client = useClient(CourseService)
  return useQuery({
    queryKey: keys.ratings(name),
    queryFn: ({ signal }) => client.getCourseRatings({ name }, { signal }),
  })
}

/** What can be done with a course. */
export function useCourseChanges() {
  const client = useClient(CourseService)
  const queries = useQueryClient()
  const onSuccess = (course: Course) => {
    queries.setQueryData(keys.one(course.name), course)
    void queries.invalidateQueries({ queryKey: keys.list() })
    void queries.invalidateQueries({ queryKey: keys.versions(course.name) })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateCourseRequestSchema>) => client.createCourse(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateCourseRequestSchema>) => client.updateCourse(request),
      onSuccess,
    }),
    publish: useMutation({
      mutationFn: (request: MessageInitShape<typeof PublishCourseRequestSchema>) => client.publishCourse(request),
      onSuccess,
    }),
    archive: useMutation({ mutationFn: (name: string) => client.archiveCourse({ name }), onSuccess }),
    /** What the server has now, to see what somebody else wrote. */
    reload: async (name: string) => {
      const course = await client.getCourse({ name })
      queries.setQueryData(keys.one(name), course)
      return course
    },
  }
}
