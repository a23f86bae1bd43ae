import { timestampDate } from '@bufbuild/protobuf/wkt'
import { useDemoClock } from '@/api/demo'

/** Today as `YYYY-MM-DD`: the day of the demo's clock in the demo, else this machine's. */
export function useToday(): string {
  const clock = useDemoClock().data
  const now = clock?.now ? timestampDate(clock.now) : new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
