import { expect } from 'vitest'

/** A point of a drawing, in its pixels. */
export interface Point {
  x: number
  y: number
}

/** The strokes of a path: where the pen is put down, each begins anew. The short stroke of a lone point is its middle. */
export function strokes(path: Element | null | undefined): Point[][] {
  const parts = (path?.getAttribute('d') ?? '').split('M').filter(Boolean)
  return parts.map((part) => {
    const points = part.split(/[LZ]/).filter(Boolean).map(pointOf)
    const width = Number(/h([\d.]+)/.exec(part)?.[1] ?? 0)
    return points.map(({ x, y }) => ({ x: x + width / 2, y }))
  })
}

/** A point as paths and `translate` write it. */
export function pointOf(text: string): Point {
  const [x = Number.NaN, y = Number.NaN] = (text.match(/-?[\d.]+/g) ?? []).map(Number)
  return { x, y }
}

/** An attribute that is a number. */
export function numberOf(element: Element | null | undefined, attribute: string): number {
  return Number(element?.getAttribute(attribute) ?? Number.NaN)
}

/** A custom property that places or measures a part of a drawing, without its unit. */
export function propertyOf(element: Element | null | undefined, property: string): number {
  return Number.parseFloat((element as HTMLElement | null | undefined)?.style.getPropertyValue(property) ?? '')
}

/** Fails when a place or a length in what is drawn is no number: a browser leaves such a part out without a word. */
export function expectRealNumbers(drawn: Element) {
  expect(drawn.innerHTML).not.toMatch(/NaN|Infinity|undefined/)
}
