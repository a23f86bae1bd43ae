import { Fragment } from 'react'
import { piecesOf } from './found'

/** A text in which what was looked for is marked. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  return piecesOf(text, query).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
    piece.found ? <mark key={index}>{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>,
  )
}
