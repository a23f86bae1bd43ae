import type { MessageInitShape } from '@bufbuild/protobuf'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type CreatePostRequestSchema, SpaceService } from '@/gen/hamgam/champions/v1/space_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

const all = ['space'] as const
const keys = {
  posts: () => [...all, 'posts'] as const,
  post: (name: string) => [...all, 'post', name] as const,
  reports: () => [...all, 'reports'] as const,
}

/** Tips and questions among champions, newest first. */
export function usePosts() {
  const client = useClient(SpaceService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.posts(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.listPosts({ parent, pageSize: 30, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** One post with its answers. */
export function usePost(name: string) {
  const client = useClient(SpaceService)
  return useQuery({
    queryKey: keys.post(name),
    queryFn: ({ signal }) => client.getPost({ name }, { signal }),
  })
}

/** What champions reported. HR. */
export function usePostReports() {
  const client = useClient(SpaceService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.reports(),
    queryFn: async ({ signal }) => (await client.listPostReports({ parent }, { signal })).reports,
  })
}

/** What can be done in the space. */
export function useSpaceChanges() {
  const client = useClient(SpaceService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: all })
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreatePostRequestSchema>) => client.createPost(request),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (name: string) => client.deletePost({ name }),
      onSuccess: () => queries.invalidateQueries({ queryKey: keys.posts() }),
    }),
    answer: useMutation({
      mutationFn: (request: { name: string; text: string; requestId: string }) => client.answerPost(request),
      onSuccess,
    }),
    thank: useMutation({ mutationFn: (name: string) => client.thankAnswer({ name }), onSuccess }),
    propose: useMutation({ mutationFn: (name: string) => client.proposeAnswerAsArticle({ name }), onSuccess }),
    report: useMutation({
      mutationFn: (request: { name: string; answer: string; reason: string }) => client.reportPost(request),
    }),
    moderate: useMutation({
      mutationFn: (request: { name: string; answer: string; hide: boolean }) => client.moderatePost(request),
      onSuccess,
    }),
  }
}
