import { useText } from '@/i18n/text'
import { ComboBox } from '@/ui/Select'
import { Many } from './Many'
import { useApplicationOptions, useTeamOptions } from './options'
import { words } from './words'

/** The application that something is about; any when empty. */
export function ApplicationField({
  value,
  onChange,
  hint,
  error,
}: {
  value: string
  onChange: (application: string) => void
  hint?: string
  error?: string
}) {
  const t = useText()
  return (
    <ComboBox
      label={t(words.application)}
      hint={hint}
      options={useApplicationOptions()}
      value={value || null}
      onChange={(application) => onChange(application ?? '')}
      error={error}
      optional
    />
  )
}

/** The teams that something concerns, each with the teams below it. */
export function TeamsField(props: {
  label: string
  values: string[]
  onChange: (teams: string[]) => void
  hint?: string
  error?: string
  optional?: boolean
}) {
  return <Many {...props} options={useTeamOptions()} />
}
