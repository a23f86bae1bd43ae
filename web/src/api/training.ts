import type { MessageInitShape } from '@bufbuild/protobuf'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CertificateService } from '@/gen/hamgam/training/v1/certificate_service_pb'
import type { Enrollment } from '@/gen/hamgam/training/v1/enrollment_pb'
import {
  EnrollmentService,
  type RateModuleRequestSchema,
  type SaveProgressRequestSchema,
} from '@/gen/hamgam/training/v1/enrollment_service_pb'
import { HelpService, type RequestHelpRequestSchema } from '@/gen/hamgam/training/v1/help_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

export const trainingKeys = {
  all: ['training'] as const,
  enrollments: () => [...trainingKeys.all, 'enrollments'] as const,
  enrollment: (name: string) => [...trainingKeys.all, 'enrollment', name] as const,
  certificates: () => [...trainingKeys.all, 'certificates'] as const,
  mine: () => [...trainingKeys.all, 'mine'] as const,
  myHelp: () => [...trainingKeys.all, 'myHelp'] as const,
}

/** What the person is enrolled in. */
export function useMyEnrollments() {
  const client = useClient(EnrollmentService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: trainingKeys.enrollments(),
    queryFn: async ({ signal }) => (await client.listMyEnrollments({ parent, pageSize: 500 }, { signal })).enrollments,
  })
}

/** One enrolment with the content of its modules. */
export function useEnrollment(name: string) {
  const client = useClient(EnrollmentService)
  return useQuery({
    queryKey: trainingKeys.enrollment(name),
    queryFn: ({ signal }) => client.getEnrollment({ name }, { signal }),
  })
}

/**
 * Puts the answer of the player into what is known: it says how far every module is, and leaves out the texts that the page
 * has already.
 */
export function withContent(answer: Enrollment, known: Enrollment | undefined): Enrollment {
  for (const module of answer.modules) {
    const before = known?.modules.find(({ id }) => id === module.id)
    if (module.content.case === undefined && before) module.content = before.content
  }
  return answer
}

/** Remembers where the learner is. */
export function useSaveProgress() {
  const client = useClient(EnrollmentService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof SaveProgressRequestSchema>) => client.saveProgress(request),
    onSuccess: (enrollment) => {
      queries.setQueryData<Enrollment>(trainingKeys.enrollment(enrollment.name), (known) =>
        withContent(enrollment, known),
      )
      void queries.invalidateQueries({ queryKey: trainingKeys.enrollments() })
      if (enrollment.certificate) void queries.invalidateQueries({ queryKey: trainingKeys.certificates() })
    },
  })
}

/** Rates a module; nobody sees who did. */
export function useRateModule() {
  const client = useClient(EnrollmentService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof RateModuleRequestSchema>) => client.rateModule(request),
    onSuccess: (enrollment) => {
      queries.setQueryData<Enrollment>(trainingKeys.enrollment(enrollment.name), (known) =>
        withContent(enrollment, known),
      )
    },
  })
}

/** The person's certificates. */
export function useMyCertificates() {
  const client = useClient(CertificateService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: trainingKeys.certificates(),
    queryFn: async ({ signal }) =>
      (await client.listMyCertificates({ parent, pageSize: 500 }, { signal })).certificates,
  })
}

/** Asks the trainers. */
export function useRequestHelp() {
  const client = useClient(HelpService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MessageInitShape<typeof RequestHelpRequestSchema>) => client.requestHelp(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: trainingKeys.myHelp() }),
  })
}

/** What the person asked the trainers, and their answers. */
export function useMyHelpRequests() {
  const client = useClient(HelpService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: trainingKeys.myHelp(),
    queryFn: async ({ signal }) =>
      (await client.listMyHelpRequests({ parent, pageSize: 500 }, { signal })).helpRequests,
  })
}

/** All that training holds about the person. */
export function useMyLearning() {
  const client = useClient(EnrollmentService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: trainingKeys.mine(),
    queryFn: ({ signal }) => client.listMyLearning({ parent }, { signal }),
  })
}
