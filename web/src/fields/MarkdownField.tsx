import type { LocalizedText } from '@/gen/hamgam/localization/v1/localization_pb'
import { directionOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { Markdown } from '@/ui/Markdown'
import styles from './fields.module.css'
import { LocalizedField, useEditingLanguage } from './Localized'

/** A text in Markdown with what it looks like beside it, right to left where the language is. */
export function MarkdownField({
  label,
  value,
  onChange,
  error,
  optional,
  rows = 12,
}: {
  label: string
  value: LocalizedText | undefined
  onChange: (text: LocalizedText | undefined) => void
  error?: string
  optional?: boolean
  rows?: number
}) {
  const t = useText()
  const { code } = useEditingLanguage()
  const source = value?.[code] ?? ''
  return (
    <div className={styles.markdown}>
      <LocalizedField
        {...{ label, value, onChange, error, optional, rows }}
        multiline
        hint={t({
          id: 'fields.markdownHint',
          defaultMessage: '**bold**, # heading, - list, [text](https://…), tables.',
        })}
      />
      <section
        className={styles.preview}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t({ id: 'fields.preview', defaultMessage: 'Preview' })}
      >
        <span className={styles.previewLabel}>{t({ id: 'fields.preview', defaultMessage: 'Preview' })}</span>
        {source.trim() ? (
          <Markdown source={source} dir={directionOf(code)} />
        ) : (
          <p className={styles.quiet}>
            {t({ id: 'fields.previewEmpty', defaultMessage: 'What learners will see appears here as you write.' })}
          </p>
        )}
      </section>
    </div>
  )
}
