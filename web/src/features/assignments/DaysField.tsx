import { useState } from 'react'
import { useFormats } from '@/i18n/formats'
import { useReading } from '@/i18n/LocaleProvider'
import { useText } from '@/i18n/text'
import { TextField } from '@/ui/Field'

/** The numbers in a text, in Latin, Persian or Arabic digits, with whatever between them. */
export function numbersIn(text: string): number[] {
  const latin = text
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  return [...latin.matchAll(/\d+/g)].map(([digits]) => Number(digits))
}

/** A few numbers of days, written with commas. */
export function DaysField({
  label,
  value,
  max,
  onChange,
  error,
}: {
  label: string
  value: number[]
  max: number
  onChange: (days: number[]) => void
  error?: string
}) {
  const t = useText()
  const format = useFormats()
  const comma = useReading().reading.language === 'en' ? ', ' : '، '
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      label={label}
      hint={t({ id: 'assignments.daysHint', defaultMessage: 'At most five numbers, with commas.' })}
      value={typed ?? value.map((day) => format.number(day)).join(comma)}
      onChange={(text) => {
        setTyped(text)
        onChange(numbersIn(text).filter((day) => day > 0 && day <= max))
      }}
      onBlur={() => setTyped(undefined)}
      error={error}
      inputMode="numeric"
      optional
    />
  )
}
