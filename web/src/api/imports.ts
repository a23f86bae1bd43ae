import type { MessageInitShape } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { DirectoryImportService } from '@/gen/hamgam/identity/v1/directory_import_service_pb'
import { type Import, type ImportMappingSchema, ImportState } from '@/gen/hamgam/imports/v1/imports_pb'
import { UsageImportService } from '@/gen/hamgam/telemetry/v1/usage_import_service_pb'
import { useMe } from '@/session/me'
import { useClient } from './client'
import { newRequestId } from './names'

/** What a file is about: people and teams, or what was done in an application. */
export type ImportKind = 'directory' | 'usage'

/** What both services of imports can do alike. */
interface ImportClient {
  createImport(request: { parent: string; fileName: string; requestId: string }): Promise<Import>
  uploadImportPart(request: { name: string; offset: bigint; data: Uint8Array; last: boolean }): Promise<Import>
  previewImport(request: { name: string; mapping: MessageInitShape<typeof ImportMappingSchema> }): Promise<Import>
  applyImport(request: { name: string; skipInvalid: boolean }): Promise<Import>
  getImport(request: { name: string }, options: { signal: AbortSignal }): Promise<Import>
  listImports(
    request: { parent: string; pageSize: number; pageToken: string },
    options: { signal: AbortSignal },
  ): Promise<{ imports: Import[]; nextPageToken: string }>
}

const importKeys = {
  list: (kind: ImportKind) => ['imports', kind, 'list'] as const,
  one: (kind: ImportKind, name: string) => ['imports', kind, name] as const,
}

/** Parts stay well below the 768 KiB that the server takes, headers included. */
const partBytes = 512 * 1024

function useImportClient(kind: ImportKind): ImportClient {
  const directory = useClient(DirectoryImportService)
  const usage = useClient(UsageImportService)
  return kind === 'usage' ? usage : directory
}

/** Earlier imports of a kind, newest first, page by page. */
export function useImports(kind: ImportKind) {
  const client = useImportClient(kind)
  const { organization: parent } = useMe()
  return useInfiniteQuery({
    queryKey: importKeys.list(kind),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.listImports({ parent, pageSize: 20, pageToken: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  })
}

/** Whether the server works on an import now. */
export function isAtWork(state: ImportState): boolean {
  return state === ImportState.CHECKING || state === ImportState.APPLYING
}

/** One import; while the server works on it, it is asked for again and again. */
export function useImport(kind: ImportKind, name: string) {
  const client = useImportClient(kind)
  return useQuery({
    queryKey: importKeys.one(kind, name),
    queryFn: ({ signal }) => client.getImport({ name }, { signal }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.state) ? 600 : false),
  })
}

/** Sends a file in parts; a part that the connection lost is sent again. Without a `name` it begins a new import. */
export function useUpload(kind: ImportKind) {
  const client = useImportClient(kind)
  const { organization: parent } = useMe()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({
      file,
      name,
      onProgress,
    }: {
      file: File
      name?: string
      onProgress: (bytes: number) => void
    }) => {
      let current = name
        ? await client.getImport({ name }, { signal: AbortSignal.timeout(20_000) })
        : await client.createImport({ parent, fileName: file.name.slice(0, 200), requestId: newRequestId() })
      let tries = 0
      let sent = false
      while (!sent) {
        const offset = Number(current.receivedBytes)
        const end = Math.min(offset + partBytes, file.size)
        onProgress(offset)
        try {
          const data = new Uint8Array(await file.slice(offset, end).arrayBuffer())
          current = await client.uploadImportPart({
            name: current.name,
            offset: BigInt(offset),
            data,
            last: end === file.size,
          })
          sent = end === file.size
          tries = 0
        } catch (error) {
          tries += 1
          if (tries > 4 || ![Code.Unavailable, Code.DeadlineExceeded].includes(ConnectError.from(error).code))
            throw error
          await new Promise((done) => setTimeout(done, 500 * 2 ** tries))
        }
      }
      onProgress(file.size)
      return current
    },
    onSuccess: (made) => {
      queries.setQueryData(importKeys.one(kind, made.name), made)
      void queries.invalidateQueries({ queryKey: importKeys.list(kind) })
    },
  })
}

/** The dry run and the real one. */
export function useImportSteps(kind: ImportKind, name: string) {
  const client = useImportClient(kind)
  const queries = useQueryClient()
  const onSuccess = (now: Import) => {
    queries.setQueryData(importKeys.one(kind, name), now)
    void queries.invalidateQueries({ queryKey: importKeys.list(kind) })
  }
  return {
    preview: useMutation({
      mutationFn: (mapping: MessageInitShape<typeof ImportMappingSchema>) => client.previewImport({ name, mapping }),
      onSuccess,
    }),
    apply: useMutation({
      mutationFn: (skipInvalid: boolean) => client.applyImport({ name, skipInvalid }),
      onSuccess,
    }),
  }
}
