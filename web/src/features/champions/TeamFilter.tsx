import { useTeamOptions } from '@/fields/options'
import { words } from '@/fields/words'
import { useText } from '@/i18n/text'
import { ComboBox } from '@/ui/Select'

/** Which team a list is about; none: every team. */
export function TeamFilter({ team, onChange }: { team: string | null; onChange: (team: string | null) => void }) {
  const t = useText()
  return (
    <ComboBox
      label={t(words.team)}
      placeholder={t({ id: 'champions.allTeams', defaultMessage: 'Every team' })}
      options={useTeamOptions()}
      value={team}
      onChange={onChange}
    />
  )
}
