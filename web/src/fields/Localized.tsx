import { create } from '@bufbuild/protobuf'
import { Check } from 'lucide-react'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type LocalizedText, LocalizedTextSchema } from '@/gen/hamgam/localization/v1/localization_pb'
import { useReading } from '@/i18n/LocaleProvider'
import { type LanguageCode, languageNames, readingOf } from '@/i18n/locale'
import { pick } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { cx } from '@/ui/cx'
import { TextField } from '@/ui/Field'
import { Segmented } from '@/ui/Segmented'
import styles from './fields.module.css'

interface Editing {
  code: LanguageCode
  codes: LanguageCode[]
  setCode: (code: LanguageCode) => void
}

const Context = createContext<Editing | null>(null)

/** The language in which texts are being written. Below an `InLanguages`. */
export function useEditingLanguage(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('useEditingLanguage needs InLanguages')
  return editing
}

/** Lets the texts of a form be written in one language after another, beginning with the writer's own. */
export function InLanguages({ children }: { children: ReactNode }) {
  const own = useReading().reading.language
  const { me } = useMe()
  const codes = useMemo(() => {
    const of = (me.organization?.languages ?? []).map(
      (language) => readingOf({ language, calendar: 0, digits: 0 }).language,
    )
    return of.length > 0 ? [...new Set(of)] : (['en', 'fa', 'ar'] as LanguageCode[])
  }, [me])
  const [code, setCode] = useState<LanguageCode>(codes.includes(own) ? own : (codes[0] ?? 'en'))
  const value = useMemo(() => ({ code, codes, setCode }), [code, codes])
  return <Context value={value}>{children}</Context>
}

/** Chooses the language in which the fields of the form are shown. */
export function LanguageSwitch() {
  const t = useText()
  const { code, codes, setCode } = useEditingLanguage()
  if (codes.length < 2) return null
  return (
    <div className={styles.switch}>
      <span className={styles.switchLabel}>{t({ id: 'fields.writeIn', defaultMessage: 'Write in' })}</span>
      <Segmented
        label={t({ id: 'fields.writeIn', defaultMessage: 'Write in' })}
        value={code}
        onChange={setCode}
        options={codes.map((value) => ({ value, label: languageNames[value] }))}
      />
    </div>
  )
}

/** A text of the contract with one language changed; undefined when none is left. */
function withText(text: LocalizedText | undefined, code: LanguageCode, value: string): LocalizedText | undefined {
  const next = create(LocalizedTextSchema, { en: text?.en, fa: text?.fa, ar: text?.ar, [code]: value })
  return next.en || next.fa || next.ar ? next : undefined
}

/** In which languages a text is written. */
function Filled({ text }: { text: LocalizedText | undefined }) {
  const t = useText()
  const { codes } = useEditingLanguage()
  if (codes.length < 2) return null
  return (
    <span className={styles.filled}>
      {codes.map((code) => {
        const has = Boolean(text?.[code])
        return (
          <span key={code} className={cx(styles.mark, has && styles.markOn)}>
            {has && <Check size={11} aria-hidden />}
            {languageNames[code]}
            <span className="visually-hidden">
              {has
                ? t({ id: 'fields.written', defaultMessage: 'written' })
                : t({ id: 'fields.notWritten', defaultMessage: 'not written' })}
            </span>
          </span>
        )
      })}
    </span>
  )
}

/** A text in the language that the form is being written in, with marks for the languages it has. */
export function LocalizedField({
  label,
  value,
  onChange,
  hint,
  error,
  optional,
  multiline,
  rows,
  marks = true,
}: {
  label: string
  value: LocalizedText | undefined
  onChange: (text: LocalizedText | undefined) => void
  hint?: ReactNode
  error?: string
  optional?: boolean
  multiline?: boolean
  rows?: number
  /** Whether to show in which languages it is written. */
  marks?: boolean
}) {
  const { code } = useEditingLanguage()
  const elsewhere = value?.[code] ? undefined : pick(value, code)
  return (
    <TextField
      label={label}
      value={value?.[code] ?? ''}
      onChange={(text) => onChange(withText(value, code, text))}
      placeholder={elsewhere}
      hint={
        marks || hint ? (
          <>
            {hint} {marks && <Filled text={value} />}
          </>
        ) : undefined
      }
      error={error}
      optional={optional}
      multiline={multiline}
      rows={rows}
    />
  )
}
