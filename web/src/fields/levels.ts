import { defineMessages } from 'react-intl'
import { Level } from '@/gen/hamgam/identity/v1/position_pb'
import { useText } from '@/i18n/text'
import type { Option } from '@/ui/Select'

const words = defineMessages({
  unknown: { id: 'fields.level.unknown', defaultMessage: 'Not known' },
  novice: { id: 'fields.level.novice', defaultMessage: 'Novice' },
  proficient: { id: 'fields.level.proficient', defaultMessage: 'Proficient' },
  expert: { id: 'fields.level.expert', defaultMessage: 'Expert' },
})

const labels = {
  [Level.UNSPECIFIED]: words.unknown,
  [Level.NOVICE]: words.novice,
  [Level.PROFICIENT]: words.proficient,
  [Level.EXPERT]: words.expert,
}

/** The levels from the lowest to the highest. */
export const levels = [Level.NOVICE, Level.PROFICIENT, Level.EXPERT]

/** Puts a level into words. */
export function useLevelText() {
  const t = useText()
  return (level: Level) => t(labels[level])
}

/** The levels to choose from. */
export function useLevelOptions(): Option[] {
  const text = useLevelText()
  return levels.map((level) => ({ id: String(level), label: text(level) }))
}
