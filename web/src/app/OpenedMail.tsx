import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMarkRead } from '@/api/notifications'
import { useMe } from '@/session/me'

/** Marks the notification as read whose mail led here, and takes it out of the address. */
export function OpenedMail() {
  const router = useRouter()
  const { organization } = useMe()
  const href = useRouterState({ select: (state) => state.location.href })
  const { mutate } = useMarkRead()
  useEffect(() => {
    const url = new URL(href, window.location.origin)
    const id = url.searchParams.get('notification')
    if (!id) return
    url.searchParams.delete('notification')
    router.history.replace(`${url.pathname}${url.search}${url.hash}`)
    mutate(`${organization}/notifications/${id}`)
  }, [href, router, organization, mutate])
  return null
}
