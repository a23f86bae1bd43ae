import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import type { Article, ArticleState } from '@/gen/hamgam/training/v1/article_pb'
import {
  ArticleService,
  type CreateArticleRequestSchema,
  type UpdateArticleRequestSchema,
} from '@/gen/hamgam/training/v1/article_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** What a list of articles is narrowed to. */
interface ArticleFilter {
  application: string
  states: ArticleState[]
}

const all = ['articles'] as const
const keys = {
  lists: () => [...all, 'list'] as const,
  list: (filter: ArticleFilter) => [...all, 'list', filter] as const,
  found: (query: string, language: Language) => [...all, 'found', query, language] as const,
  one: (name: string) => [...all, 'one', name] as const,
}

/** Articles without their texts, newest first, page by page. */
export function useArticles(filter: ArticleFilter) {
  const client = useClient(ArticleService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listArticles({ ...filter, parent, pageSize: 30, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** Articles that have what was typed, the most fitting first. */
export function useFoundArticles(query: string, language: Language) {
  const client = useClient(ArticleService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.found(query, language),
    queryFn: async ({ signal }) => (await client.searchArticles({ parent, query, language }, { signal })).hits,
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  })
}

/** One article: what is published, or for who writes it the draft. */
export function useArticle(name: string) {
  const client = useClient(ArticleService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getArticle({ name }, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** What can be done with an article. */
export function useArticleChanges() {
  const client = useClient(ArticleService)
  const queries = useQueryClient()
  const onSuccess = (article: Article) => {
    queries.setQueryData(keys.one(article.name), article)
    void queries.invalidateQueries({ queryKey: keys.lists() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateArticleRequestSchema>) => client.createArticle(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateArticleRequestSchema>) => client.updateArticle(request),
      onSuccess,
    }),
    publish: useMutation({
      mutationFn: ({ name, etag }: Article) => client.publishArticle({ name, etag }),
      onSuccess,
    }),
    archive: useMutation({ mutationFn: (name: string) => client.archiveArticle({ name }), onSuccess }),
    helped: useMutation({
      mutationFn: (request: { name: string; helped: boolean }) => client.giveArticleFeedback(request),
      // The answer is asked for again, because who writes the article sees the draft of it.
      onSuccess: ({ name }) => queries.invalidateQueries({ queryKey: keys.one(name) }),
    }),
    /** What the server has now. */
    reload: async (name: string) => {
      const article = await client.getArticle({ name })
      queries.setQueryData(keys.one(name), article)
      return article
    },
  }
}
