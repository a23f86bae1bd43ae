import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'react-intl'
import { teachAriaPersian } from './ariaWords'
import { putPersianDatesInOrder } from './dateOrder'
import {
  directionOf,
  guessLanguage,
  type LanguageCode,
  localeTag,
  type Reading,
  rememberLanguage,
  usual,
} from './locale'

putPersianDatesInOrder()
teachAriaPersian()

const files = import.meta.glob<Record<string, string>>('../messages/{fa,ar}/*.json', { import: 'default' })

/** Loads the words of a language; English stands in the code. */
async function loadMessages(language: LanguageCode): Promise<Record<string, string>> {
  if (language === 'en') return {}
  const parts = Object.entries(files).filter(([path]) => path.includes(`/messages/${language}/`))
  return Object.assign({}, ...(await Promise.all(parts.map(([, load]) => load()))))
}

interface ReadingContext {
  reading: Reading
  setReading: (reading: Reading) => void
}

const Context = createContext<ReadingContext | null>(null)

/** How the person reads now, and how to change it on this screen. */
export function useReading(): ReadingContext {
  const value = useContext(Context)
  if (!value) throw new Error('useReading needs a LocaleProvider')
  return value
}

/** Gives words, numbers, dates and direction to all below it; shows nothing until the words are there. */
export function LocaleProvider({ initial, children }: { initial?: Reading; children: ReactNode }) {
  const [reading, setReading] = useState<Reading>(() => initial ?? usual(guessLanguage()))
  const [shown, setShown] = useState<{ reading: Reading; messages: Record<string, string> }>()
  useEffect(() => {
    let stale = false
    void loadMessages(reading.language).then((messages) => {
      if (stale) return
      document.documentElement.lang = reading.language
      document.documentElement.dir = directionOf(reading.language)
      rememberLanguage(reading.language)
      setShown({ reading, messages })
    })
    return () => {
      stale = true
    }
  }, [reading])
  const value = useMemo(() => ({ reading: shown?.reading ?? reading, setReading }), [shown, reading])
  if (!shown) return null
  const tag = localeTag(shown.reading)
  return (
    <Context value={value}>
      <I18nProvider locale={tag}>
        <IntlProvider
          locale={tag}
          defaultLocale={shown.reading.language === 'en' ? tag : 'en'}
          messages={shown.messages}
          key={shown.reading.language}
        >
          {children}
        </IntlProvider>
      </I18nProvider>
    </Context>
  )
}
