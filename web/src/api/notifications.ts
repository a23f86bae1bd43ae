import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { InboxService } from '@/gen/hamgam/notifications/v1/inbox_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

const inboxKeys = {
  all: ['notifications'] as const,
  list: (unreadOnly: boolean) => [...inboxKeys.all, 'list', unreadOnly] as const,
  unread: () => [...inboxKeys.all, 'unread'] as const,
}

/** How many notifications are unread; asked again every minute. */
export function useUnreadCount(): number {
  const client = useClient(InboxService)
  const { organization: parent } = useMe()
  const query = useQuery({
    queryKey: inboxKeys.unread(),
    queryFn: ({ signal }) => client.getUnreadCount({ parent }, { signal }),
    refetchInterval: 60_000,
  })
  return query.data?.unreadCount ?? 0
}

/** The inbox, page by page. */
export function useNotifications(unreadOnly: boolean) {
  const client = useClient(InboxService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: inboxKeys.list(unreadOnly),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listNotifications({ parent, unreadOnly, pageToken: pageParam, pageSize: 30 }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** Marks one notification as read. */
export function useMarkRead() {
  const client = useClient(InboxService)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => client.markRead({ name }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKeys.all }),
  })
}

/** Marks all that is on the screen as read. */
export function useMarkAllRead() {
  const client = useClient(InboxService)
  const { organization: parent } = useMe()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (untilTime: Parameters<typeof client.markAllRead>[0]['untilTime']) =>
      client.markAllRead({ parent, untilTime }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKeys.all }),
  })
}
