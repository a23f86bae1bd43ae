import type { Broken } from '@/fields/broken'
import { TeamsField } from '@/fields/ScopeFields'
import { useToday } from '@/fields/today'
import { WordsField } from '@/fields/WordsField'
import { useText } from '@/i18n/text'
import { DatePicker } from '@/ui/DatePicker'

/** The fields that show what is wrong with them. */
export const termFields = ['teams', 'focus_areas', 'end_day']

/** A champion's term: which teams, what about, and how long. */
export interface Term {
  teams: string[]
  focusAreas: string[]
  endDay: string
}

/** What HR decides about a champion's term. */
export function TermFields({
  term,
  onChange,
  broken,
  endHint,
}: {
  term: Term
  onChange: (change: Partial<Term>) => void
  broken: Broken
  /** What happens without a last day; without it there has to be one. */
  endHint?: string
}) {
  const t = useText()
  const today = useToday()
  return (
    <>
      <TeamsField
        label={t({ id: 'champions.teamsCovered', defaultMessage: 'Teams covered' })}
        hint={t({ id: 'champions.teamsBelow', defaultMessage: 'Each with the teams below it.' })}
        values={term.teams}
        onChange={(teams) => onChange({ teams })}
        error={broken.at('teams')}
      />
      <WordsField
        label={t({ id: 'champions.focus', defaultMessage: 'What to ask about' })}
        values={term.focusAreas}
        onChange={(focusAreas) => onChange({ focusAreas })}
        error={broken.at('focus_areas')}
      />
      <DatePicker
        label={t({ id: 'champions.lastDay', defaultMessage: 'Last day of the term' })}
        hint={endHint}
        value={term.endDay || null}
        onChange={(day) => onChange({ endDay: day ?? '' })}
        near={today}
        min={today}
        optional={endHint !== undefined}
        error={broken.at('end_day')}
      />
    </>
  )
}
