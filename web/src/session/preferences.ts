import { create } from '@bufbuild/protobuf'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from '@/api/client'
import { useErrorSentence } from '@/api/errors'
import { MeSchema, Theme } from '@/gen/hamgam/identity/v1/me_pb'
import { MeService } from '@/gen/hamgam/identity/v1/me_service_pb'
import { PersonSchema } from '@/gen/hamgam/identity/v1/person_pb'
import { Calendar, Digits, type Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { type LanguageCode, languageOf } from '@/i18n/locale'
import { setTheme, type ThemeChoice } from '@/look/theme'
import { toastError } from '@/ui/Toast'
import { setMe } from './me'

interface Change {
  language?: Language
  calendar?: Calendar
  digits?: Digits
}

const themes: Record<ThemeChoice, Theme> = { system: Theme.UNSPECIFIED, light: Theme.LIGHT, dark: Theme.DARK }

/** The theme that a person has chosen in the directory. */
export function themeOf(theme: Theme): ThemeChoice {
  return theme === Theme.DARK ? 'dark' : theme === Theme.LIGHT ? 'light' : 'system'
}

/** Changes how the person reads, for good and on every machine. */
export function useChangeReading() {
  const client = useClient(MeService)
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const update = useMutation({
    mutationFn: ({ theme, ...person }: Change & { theme?: Theme }) =>
      client.updateMe({
        me: create(MeSchema, { person: create(PersonSchema, person), theme }),
        updateMask: {
          paths: [...Object.keys(person).map((field) => `person.${field}`), ...(theme === undefined ? [] : ['theme'])],
        },
      }),
    onSuccess: (me) => setMe(queries, me),
    onError: (error) => toastError(sentence(error)),
  })
  return {
    /** Another language; calendar and digits go back to what is usual in it. */
    language: (code: LanguageCode) =>
      update.mutate({ language: languageOf[code], calendar: Calendar.UNSPECIFIED, digits: Digits.UNSPECIFIED }),
    change: (change: Change) => update.mutate(change),
    theme: (theme: ThemeChoice) => {
      setTheme(theme)
      update.mutate({ theme: themes[theme] })
    },
  }
}
