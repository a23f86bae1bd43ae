import { Code, ConnectError } from '@connectrpc/connect'
import { defineMessages, type MessageDescriptor } from 'react-intl'
import { BadRequestSchema, ErrorInfoSchema } from '@/gen/google/rpc/error_details_pb'
import { useText } from '@/i18n/text'
import { adoption } from './refusals/adoption'
import { champions } from './refusals/champions'
import { demo } from './refusals/demo'
import { feedback } from './refusals/feedback'
import { identity } from './refusals/identity'
import { incentives } from './refusals/incentives'
import { telemetry } from './refusals/telemetry'
import { training } from './refusals/training'

/** The reason of the server's `ErrorInfo` (`WRONG_CREDENTIALS`), if it gave one. */
export function reasonOf(error: unknown): string | undefined {
  return ConnectError.from(error).findDetails(ErrorInfoSchema)[0]?.reason
}

/** Whether what was asked for does not exist, or not for this person. */
export function isNotFound(error: unknown): boolean {
  return ConnectError.from(error).code === Code.NotFound
}

/**
 * The broken rules by field, in the person's language, for a form's `validationErrors`. Fields are named by their path in the
 * contract; `resource` is cut off in front (`course.title` is `title` for `fieldErrors(error, 'course')`).
 */
export function fieldErrors(error: unknown, resource?: string): Record<string, string> {
  const errors: Record<string, string> = {}
  if (!error) return errors
  for (const detail of ConnectError.from(error).findDetails(BadRequestSchema)) {
    for (const violation of detail.fieldViolations) {
      const prefix = `${resource}.`
      const field = violation.field.startsWith(prefix) ? violation.field.slice(prefix.length) : violation.field
      const before = errors[field]
      // The description is for developers; the person reads what the server says in the person's language.
      const words = violation.localizedMessage?.message || violation.description
      errors[field] = before ? `${before} ${words}` : words
    }
  }
  return errors
}

const codes = defineMessages({
  offline: { id: 'errors.offline', defaultMessage: 'Hamgam cannot be reached' },
  offlineHint: { id: 'errors.offlineHint', defaultMessage: 'Check your connection, then try again.' },
  denied: { id: 'errors.denied', defaultMessage: 'This is not yours to see' },
  deniedHint: { id: 'errors.deniedHint', defaultMessage: 'Ask an administrator if you need it for your work.' },
  notFound: { id: 'errors.notFound', defaultMessage: 'Not found' },
  notFoundHint: { id: 'errors.notFoundHint', defaultMessage: 'It does not exist, or it is not yours to see.' },
  busy: { id: 'errors.busy', defaultMessage: 'Too much at once' },
  busyHint: { id: 'errors.busyHint', defaultMessage: 'Wait a moment, then try again.' },
  invalid: { id: 'errors.invalid', defaultMessage: 'Some entries need a correction' },
  changed: { id: 'errors.changed', defaultMessage: 'Somebody else changed this meanwhile' },
  changedHint: { id: 'errors.changedHint', defaultMessage: 'Load it again to see what it says now.' },
  slow: { id: 'errors.slow', defaultMessage: 'That took too long' },
  ended: { id: 'errors.ended', defaultMessage: 'Your session has ended. Sign in again.' },
  refused: { id: 'errors.refused', defaultMessage: 'This cannot be done now' },
  refusedHint: { id: 'errors.refusedHint', defaultMessage: 'Load the page again to see how things stand.' },
  exists: { id: 'errors.exists', defaultMessage: 'There is one already' },
  existsHint: {
    id: 'errors.existsHint',
    defaultMessage: 'Change the one that is there, or give this one another name.',
  },
  failed: { id: 'errors.failed', defaultMessage: 'Something went wrong' },
  failedHint: { id: 'errors.failedHint', defaultMessage: 'It is not your fault. Try again in a moment.' },
})

/** What every reason that a service gives means to the person. */
export const reasons: Record<string, MessageDescriptor> = {
  ...telemetry,
  ...identity,
  ...training,
  ...adoption,
  ...feedback,
  ...champions,
  ...incentives,
  ...demo,
}

/** An error in the person's words: a title, and what to do. */
export interface ErrorText {
  title: string
  detail?: string
}

/** Puts any error into words: a known reason, else what its code means, else the server's own words. */
export function useErrorText(): (error: unknown) => ErrorText {
  const t = useText()
  return (error) => {
    const known = reasons[reasonOf(error) ?? '']
    if (known) return { title: t(known) }
    const connect = ConnectError.from(error)
    switch (connect.code) {
      case Code.Unavailable:
        return { title: t(codes.offline), detail: t(codes.offlineHint) }
      case Code.PermissionDenied:
        return { title: t(codes.denied), detail: t(codes.deniedHint) }
      case Code.NotFound:
        return { title: t(codes.notFound), detail: t(codes.notFoundHint) }
      case Code.ResourceExhausted:
        return { title: t(codes.busy), detail: t(codes.busyHint) }
      case Code.InvalidArgument:
        return { title: t(codes.invalid), detail: Object.values(fieldErrors(error)).join(' ') || undefined }
      case Code.Aborted:
        return { title: t(codes.changed), detail: t(codes.changedHint) }
      case Code.DeadlineExceeded:
        return { title: t(codes.slow), detail: t(codes.busyHint) }
      case Code.Unauthenticated:
        return { title: t(codes.ended) }
      case Code.AlreadyExists:
        return { title: t(codes.exists), detail: t(codes.existsHint) }
      case Code.FailedPrecondition:
        return { title: t(codes.refused), detail: t(codes.refusedHint) }
      default:
        return connect.cause instanceof TypeError
          ? { title: t(codes.offline), detail: t(codes.offlineHint) }
          : { title: t(codes.failed), detail: t(codes.failedHint) }
    }
  }
}

/** The same as one sentence, for a toast. */
export function useErrorSentence(): (error: unknown) => string {
  const text = useErrorText()
  return (error) => {
    const { title, detail } = text(error)
    return detail ? `${title}: ${detail}` : title
  }
}
