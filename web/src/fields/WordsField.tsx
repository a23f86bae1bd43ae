import { useState } from 'react'
import { useText } from '@/i18n/text'
import { TextField } from '@/ui/Field'

/** The words in a line, between commas of either script. */
export const wordsIn = (typed: string) =>
  typed
    .split(/[,،]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** A few words or short phrases, separated by commas. */
export function WordsField({
  label,
  values,
  onChange,
  error,
}: {
  label: string
  values: string[]
  onChange: (values: string[]) => void
  error?: string
}) {
  const t = useText()
  const [typed, setTyped] = useState(values.join(', '))
  return (
    <TextField
      label={label}
      hint={t({ id: 'fields.commas', defaultMessage: 'Separated by commas.' })}
      // What is typed stays as it is, unless the values were changed from elsewhere.
      value={wordsIn(typed).join() === values.join() ? typed : values.join(', ')}
      onChange={(text) => {
        setTyped(text)
        onChange(wordsIn(text))
      }}
      optional
      error={error}
    />
  )
}
