import type { MessageInitShape } from '@bufbuild/protobuf'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AttachmentService } from '@/gen/hamgam/feedback/v1/attachment_service_pb'
import {
  type MergeProposalsRequestSchema,
  ModerationService,
  type SetProposalStatusRequestSchema,
  type SetProposalTagsRequestSchema,
} from '@/gen/hamgam/feedback/v1/moderation_service_pb'
import {
  type CreateCommentRequestSchema,
  ProposalCommentService,
} from '@/gen/hamgam/feedback/v1/proposal_comment_service_pb'
import type { Proposal } from '@/gen/hamgam/feedback/v1/proposal_pb'
import {
  type CreateProposalRequestSchema,
  type ListProposalsRequestSchema,
  ProposalService,
  type UpdateProposalRequestSchema,
} from '@/gen/hamgam/feedback/v1/proposal_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'

/** What a list of proposals is narrowed to. */
export type ProposalFilter = Omit<
  MessageInitShape<typeof ListProposalsRequestSchema>,
  '$typeName' | '$unknown' | 'parent' | 'pageSize' | 'pageToken'
>

const all = ['proposals'] as const
const keys = {
  lists: () => [...all, 'list'] as const,
  list: (filter: ProposalFilter) => [...all, 'list', filter] as const,
  one: (name: string) => [...all, 'one', name] as const,
  similar: (text: string, application: string) => [...all, 'similar', text, application] as const,
  changes: (name: string) => [...all, 'changes', name] as const,
  comments: (name: string) => [...all, 'comments', name] as const,
  attachment: (name: string) => [...all, 'attachment', name] as const,
  tags: () => [...all, 'tags'] as const,
  queue: () => [...all, 'queue'] as const,
}

/** Proposals as the filter says, page by page. The last answer stays until the next one is there. */
export function useProposals(filter: ProposalFilter) {
  const client = useClient(ProposalService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listProposals({ ...filter, parent, pageSize: 30, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  })
}

/** One proposal. */
export function useProposal(name: string) {
  const client = useClient(ProposalService)
  return useQuery({
    queryKey: keys.one(name),
    queryFn: ({ signal }) => client.getProposal({ name }, { signal }),
  })
}

/** Proposals that say something like what is being typed. */
export function useSimilarProposals(text: string, application: string) {
  const client = useClient(ProposalService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.similar(text, application),
    queryFn: ({ signal }) => client.suggestProposals({ parent, text, application }, { signal }),
    enabled: text.trim().length >= 4,
    placeholderData: keepPreviousData,
  })
}

/** What became of a proposal. */
export function useStatusChanges(parent: string) {
  const client = useClient(ProposalService)
  return useQuery({
    queryKey: keys.changes(parent),
    queryFn: ({ signal }) => client.listStatusChanges({ parent }, { signal }),
  })
}

/** What is said about a proposal. */
export function useComments(parent: string) {
  const client = useClient(ProposalCommentService)
  return useInfiniteQuery({
    queryKey: keys.comments(parent),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.listComments({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** An image, as an address that the browser can show. */
export function useAttachment(name: string) {
  const client = useClient(AttachmentService)
  return useQuery({
    queryKey: keys.attachment(name),
    queryFn: async ({ signal }) => {
      const { attachment, content } = await client.getAttachment({ name }, { signal })
      return new Blob([content as Uint8Array<ArrayBuffer>], { type: attachment?.contentType ?? '' })
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The tags in use. */
export function useProposalTags(enabled = true) {
  const client = useClient(ProposalService)
  const { organization: parent } = useMe()
  return useQuery({
    queryKey: keys.tags(),
    queryFn: ({ signal }) => client.listProposalTags({ parent }, { signal }),
    enabled,
  })
}

/** What waits for a moderator. */
export function useModerationQueue() {
  const client = useClient(ModerationService)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: keys.queue(),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.listModerationQueue({ parent, pageSize: 50, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** What everybody can do with proposals. */
export function useProposalChanges() {
  const client = useClient(ProposalService)
  const attachments = useClient(AttachmentService)
  const queries = useQueryClient()
  const onSuccess = (proposal: Proposal) => {
    queries.setQueryData(keys.one(proposal.name), proposal)
    void queries.invalidateQueries({ queryKey: keys.lists() })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateProposalRequestSchema>) => client.createProposal(request),
      onSuccess,
    }),
    update: useMutation({
      mutationFn: (request: MessageInitShape<typeof UpdateProposalRequestSchema>) => client.updateProposal(request),
      onSuccess,
    }),
    vote: useMutation({
      mutationFn: ({ name, voted }: Proposal) =>
        voted ? client.withdrawVote({ name }) : client.voteProposal({ name }),
      onSuccess,
    }),
    follow: useMutation({
      mutationFn: ({ name, followed }: Proposal) =>
        followed ? client.unfollowProposal({ name }) : client.followProposal({ name }),
      onSuccess,
    }),
    report: useMutation({
      mutationFn: (request: { name: string; reason: string }) => client.reportContent(request),
    }),
    attach: useMutation({
      mutationFn: (request: { parent: string; contentType: string; content: Uint8Array; description: string }) =>
        attachments.addAttachment(request),
      onSuccess: (_, { parent }) => queries.invalidateQueries({ queryKey: keys.one(parent) }),
    }),
  }
}

/** What everybody can do with comments. */
export function useCommentChanges(proposal: string) {
  const client = useClient(ProposalCommentService)
  const queries = useQueryClient()
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: keys.comments(proposal) })
    void queries.invalidateQueries({ queryKey: keys.one(proposal) })
  }
  return {
    create: useMutation({
      mutationFn: (request: MessageInitShape<typeof CreateCommentRequestSchema>) => client.createComment(request),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (name: string) => client.deleteComment({ name }), onSuccess }),
  }
}

/** What moderators can do. */
export function useModeration() {
  const client = useClient(ModerationService)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: all })
  return {
    setStatus: useMutation({
      mutationFn: (request: MessageInitShape<typeof SetProposalStatusRequestSchema>) =>
        client.setProposalStatus(request),
      onSuccess,
    }),
    merge: useMutation({
      mutationFn: (request: MessageInitShape<typeof MergeProposalsRequestSchema>) => client.mergeProposals(request),
      onSuccess,
    }),
    setTags: useMutation({
      mutationFn: (request: MessageInitShape<typeof SetProposalTagsRequestSchema>) => client.setProposalTags(request),
      onSuccess,
    }),
    hide: useMutation({
      mutationFn: (request: { name: string; reason: string }) => client.hideContent(request),
      onSuccess,
    }),
    restore: useMutation({ mutationFn: (name: string) => client.restoreContent({ name }), onSuccess }),
    approve: useMutation({ mutationFn: (name: string) => client.approveContent({ name }), onSuccess }),
  }
}
