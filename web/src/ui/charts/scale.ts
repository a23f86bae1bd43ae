/** Maps numbers linearly from a domain to a range; clamped at neither end. */
export function linear(domain: readonly [number, number], range: readonly [number, number]) {
  const [d0, d1] = domain
  const [r0, r1] = range
  const slope = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0)
  return (value: number) => r0 + (value - d0) * slope
}

/** Round numbers that cover a span, about `count` of them. */
export function ticks(from: number, to: number, count: number): number[] {
  if (to <= from) return [from]
  const raw = (to - from) / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= raw) ?? raw
  const result: number[] = []
  for (let tick = Math.ceil(from / step) * step; tick <= to + step / 1e6; tick += step)
    result.push(Number(tick.toPrecision(12)))
  return result
}

/** Half of the stroke that stands for a point without neighbours, which as a mere point would not be drawn at all. */
const lone = 2.5

/** An SVG path through points; a missing one breaks the line. */
export function line(points: ({ x: number; y: number } | undefined)[]): string {
  let path = ''
  for (const [index, point] of points.entries()) {
    if (!point) continue
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before || after) path += `${before ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`
    else path += `M${(point.x - lone).toFixed(1)} ${point.y.toFixed(1)}h${2 * lone}`
  }
  return path
}

/** The area between two lines, for each stretch where both exist. */
export function area(points: ({ x: number; low: number; high: number } | undefined)[]): string {
  let path = ''
  let stretch: { x: number; low: number; high: number }[] = []
  const close = () => {
    if (stretch.length > 1) {
      path += `${line(stretch.map(({ x, high }) => ({ x, y: high })))}L${stretch
        .toReversed()
        .map(({ x, low }) => `${x.toFixed(1)} ${low.toFixed(1)}`)
        .join('L')}Z`
    }
    stretch = []
  }
  for (const point of points) {
    if (point) stretch.push(point)
    else close()
  }
  close()
  return path
}
