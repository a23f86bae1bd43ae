import { Calendar, Digits, Language } from '@/gen/hamgam/localization/v1/localization_pb'

/** The languages that Hamgam speaks. */
export type LanguageCode = 'en' | 'fa' | 'ar'
/** The calendars, by their Unicode names. */
type CalendarCode = 'gregory' | 'persian' | 'islamic-umalqura'
/** The digits, by their Unicode names. */
type DigitsCode = 'latn' | 'arabext' | 'arab'

/** How a person reads: everything on the screen follows from these three. */
export interface Reading {
  language: LanguageCode
  calendar: CalendarCode
  digits: DigitsCode
}

/** Each language in its own words: never translated. */
export const languageNames: Record<LanguageCode, string> = { en: 'English', fa: 'فارسی', ar: 'العربية' }

const languages: Record<Language, LanguageCode | undefined> = {
  [Language.UNSPECIFIED]: undefined,
  [Language.EN]: 'en',
  [Language.FA]: 'fa',
  [Language.AR]: 'ar',
}
const calendars: Record<Calendar, CalendarCode | undefined> = {
  [Calendar.UNSPECIFIED]: undefined,
  [Calendar.GREGORIAN]: 'gregory',
  [Calendar.JALALI]: 'persian',
  [Calendar.HIJRI]: 'islamic-umalqura',
}
const digits: Record<Digits, DigitsCode | undefined> = {
  [Digits.UNSPECIFIED]: undefined,
  [Digits.LATIN]: 'latn',
  [Digits.PERSIAN]: 'arabext',
  [Digits.ARABIC]: 'arab',
}

/** The contract's number of a language. */
export const languageOf: Record<LanguageCode, Language> = { en: Language.EN, fa: Language.FA, ar: Language.AR }

/** What somebody reads who has only chosen a language. */
export function usual(language: LanguageCode): Reading {
  if (language === 'fa') return { language, calendar: 'persian', digits: 'arabext' }
  if (language === 'ar') return { language, calendar: 'gregory', digits: 'arab' }
  return { language, calendar: 'gregory', digits: 'latn' }
}

/** How a person reads, from the contract's values; what is unset is the usual of the language. */
export function readingOf(from: { language: Language; calendar: Calendar; digits: Digits }): Reading {
  const base = usual(languages[from.language] ?? 'en')
  return {
    language: base.language,
    calendar: calendars[from.calendar] ?? base.calendar,
    digits: digits[from.digits] ?? base.digits,
  }
}

/** The tag for `Intl` and React Aria: `fa-u-ca-persian-nu-arabext`. */
export function localeTag({ language, calendar, digits }: Reading): string {
  return `${language}-u-ca-${calendar}-nu-${digits}`
}

/** Which way a language is written. */
export function directionOf(language: LanguageCode): 'ltr' | 'rtl' {
  return language === 'en' ? 'ltr' : 'rtl'
}

const key = 'hamgam.language'

/** The language before anybody is signed in: the last one here, else the browser's. */
export function guessLanguage(): LanguageCode {
  const wanted = [localStorage.getItem(key), ...navigator.languages].filter((tag) => tag !== null)
  for (const tag of wanted) {
    const code = tag.slice(0, 2).toLowerCase()
    if (code === 'en' || code === 'fa' || code === 'ar') return code
  }
  return 'en'
}

/** Remembers the language on this machine, for the sign-in page. */
export function rememberLanguage(language: LanguageCode): void {
  localStorage.setItem(key, language)
}
