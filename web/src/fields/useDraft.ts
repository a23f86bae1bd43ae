import { clone, type DescMessage, equals, type MessageShape } from '@bufbuild/protobuf'
import { useCallback, useEffect, useMemo, useState } from 'react'

/** A message being edited: the draft, a way to change it, and whether it differs from what was read. */
export interface Draft<T> {
  draft: T
  /** Changes a copy of the draft, which then is the draft. */
  edit: (change: (draft: T) => void) => void
  /** Whether there is something to save. */
  dirty: boolean
  /** Begins anew with what was read or saved. */
  reset: (to: T) => void
}

/** Edits a message of the contract without touching the one that was read. */
export function useDraft<S extends DescMessage>(schema: S, source: MessageShape<S>): Draft<MessageShape<S>> {
  const [base, setBase] = useState(source)
  const [draft, setDraft] = useState(source)
  const edit = useCallback(
    (change: (draft: MessageShape<S>) => void) =>
      setDraft((before) => {
        const next = clone(schema, before)
        change(next)
        return next
      }),
    [schema],
  )
  const reset = useCallback((to: MessageShape<S>) => {
    setBase(to)
    setDraft(to)
  }, [])
  const dirty = useMemo(() => !equals(schema, draft, base), [schema, draft, base])
  // As long as nothing is entered, the form follows what the server says, its etag included.
  useEffect(() => {
    if (!dirty) reset(source)
  }, [source, dirty, reset])
  return { draft, edit, dirty, reset }
}

/** Puts an item of a list one place up or down; at the ends it stays. */
export function move<T>(list: T[], from: number, by: 1 | -1): void {
  const to = from + by
  const item = list[from]
  const other = list[to]
  if (item === undefined || other === undefined) return
  list[to] = item
  list[from] = other
}
