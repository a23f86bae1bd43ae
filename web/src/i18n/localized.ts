import type { LocalizedText } from '@/gen/hamgam/localization/v1/localization_pb'
import { useReading } from './LocaleProvider'
import type { LanguageCode } from './locale'

/** The text in a language, else English, else Persian, else Arabic, as the contract says. */
export function pick(text: LocalizedText | undefined, language: LanguageCode): string {
  if (!text) return ''
  return text[language] || text.en || text.fa || text.ar
}

/** Reads texts of the contract in the person's language. */
export function useLocalized() {
  const { language } = useReading().reading
  return (text: LocalizedText | undefined) => pick(text, language)
}
