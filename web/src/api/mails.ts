import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { MailService } from '@/gen/hamgam/notifications/v1/mail_service_pb'
import type { MailState } from '@/gen/hamgam/notifications/v1/recorded_mail_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** The mails on record, newest first, page by page. */
export function useMails(state: MailState) {
  const client = useClient(MailService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: ['mails', state],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listRecordedMails({ parent, state, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** One mail with its text. */
export function useMail(name: string) {
  const client = useClient(MailService)
  return useQuery({
    queryKey: ['mail', name],
    queryFn: ({ signal }) => client.getRecordedMail({ name }, { signal }),
  })
}
