import type { MessageInitShape } from '@bufbuild/protobuf'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { type Article, ArticleState } from '@/gen/hamgam/training/v1/article_pb'
import {
  ArticleService,
  type CreateArticleRequestSchema,
  type UpdateArticleRequestSchema,
} from '@/gen/hamgam/training/v1/article_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { everyPage } from './pages'

/** What a list of articles is narrowed to. */
interface ArticleFilter {
  application: string
  states: ArticleState[]
}

const all = ['articles'] as const
const keys = {
  lists: () => [...all, 'list'] as const,
  list: (filter: ArticleFilter) => [...all, 'list', filter] as const,
  found: (query: string, language: Language, course: string) => [...all, 'found', query, language, course] as const,
  one: (name: string) => [...all, 'one', name] as const,
  title: (name: string) => [...all, 'title', name] as const,
  ofCourse: (course: string) => [...all, 'list', 'course', course] as const,
  published: () => [...all, 'list', 'published'] as const,
  versions: (name: string) => [...all, 'versions', name] as const,
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

/** Articles that have what was typed, the most fitting first; those that a course leads to before others. */
export function useFoundArticles(query: string, language: Language, course = '') {
  const client = useClient(ArticleService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.found(query, language, course),
    queryFn: async ({ signal }) => (await client.searchArticles({ parent, query, language, course }, { signal })).hits,
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  })
}

/** Published articles that a course leads to, without their texts, newest first. */
export function useCourseArticles(course: string) {
  const client = useClient(ArticleService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.ofCourse(course),
    queryFn: async ({ signal }) =>
      (await client.listArticles({ parent, course, states: [ArticleState.PUBLISHED], pageSize: 20 }, { signal }))
        .articles,
  })
}

/** All published articles, without their texts. */
export function usePublishedArticles() {
  const client = useClient(ArticleService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.published(),
    queryFn: ({ signal }) =>
      everyPage(async (pageToken) => {
        const states = [ArticleState.PUBLISHED]
        const page = await client.listArticles({ parent, states, pageSize: 500, pageToken }, { signal })
        return { items: page.articles, nextPageToken: page.nextPageToken }
      }, 1_000),
  })
}

/** What articles are called that something names; one that is gone is left out. */
export function useArticleTitles(names: string[]) {
  const client = useClient(ArticleService)
  const found = useQueries({
    queries: names.map((name) => ({
      queryKey: keys.title(name),
      queryFn: ({ signal }: { signal: AbortSignal }) => client.getArticle({ name }, { signal }),
      retry: false,
    })),
  })
  return found.flatMap(({ data }) => (data ? [{ name: data.name, title: data.title }] : []))
}

/** The published versions of an article with their texts, newest first. HR and trainers. */
export function useArticleVersions(article: string) {
  const client = useClient(ArticleService)
  return useInfiniteQuery({
    queryKey: keys.versions(article),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listArticleVersions({ parent: article, pageSize: 20, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
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
    void queries.invalidateQueries({ queryKey: keys.versions(article.name) })
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
    /**
     * Lets a course lead to an article, or no longer. Readers see it at once, unless the article has a draft that is not
     * ready: then with that.
     */
    link: useMutation({
      mutationFn: async ({ name, course, on }: { name: string; course: string; on: boolean }) => {
        const { unpublishedChanges, courses, etag } = await client.getArticle({ name })
        const others = courses.filter((each) => each !== course)
        const saved = await client.updateArticle({
          article: { name, etag, courses: on ? [...others, course] : others },
          updateMask: { paths: ['courses'] },
        })
        return unpublishedChanges ? saved : client.publishArticle({ name, etag: saved.etag })
      },
      onSuccess,
    }),
    /** What the server has now. */
    reload: async (name: string) => {
      const article = await client.getArticle({ name })
      queries.setQueryData(keys.one(name), article)
      return article
    },
  }
}
