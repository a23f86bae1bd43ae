const dayLength = 86_400_000

/**
 * A series at an even pace of so many days, oldest first: what is left out in between, as a week of holidays, comes as a day
 * without values. So time keeps its measure along the axis, and a line breaks where nothing was counted.
 */
export function withGaps<T extends { day: string }>(points: T[], pace: number): (Partial<T> & { day: string })[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1]
    const [from, to] = [Date.parse(point.day), Date.parse(next?.day ?? point.day)]
    const missing = Math.max(0, Math.ceil((to - from) / dayLength / pace) - 1)
    const days = Array.from({ length: missing }, (_, step) => ({ day: dayAfter(from, (step + 1) * pace) }))
    return [point, ...(days as (Partial<T> & { day: string })[])]
  })
}

function dayAfter(time: number, days: number): string {
  return new Date(time + days * dayLength).toISOString().slice(0, 10)
}
