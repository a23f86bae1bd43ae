import { create } from '@bufbuild/protobuf'
import type { ConnectRouter, Transport } from '@connectrpc/connect'
import { createRouterTransport } from '@connectrpc/connect'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { TransportContext } from '@/api/client'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { MeSchema } from '@/gen/hamgam/identity/v1/me_pb'
import { Calendar, Digits, Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { LocaleProvider } from '@/i18n/LocaleProvider'
import { readingOf } from '@/i18n/locale'
import { MeContext, signedOf } from '@/session/me'

interface Setting {
  /** The services that answer. */
  services?: (router: ConnectRouter) => void
  roles?: Role[]
  language?: Language
  /** The usual ones of the language unless told. */
  calendar?: Calendar
  digits?: Digits
}

/** Draws a part of the app as it is inside the signed-in layout, over services that answer in the test. */
export async function draw(
  part: ReactNode,
  {
    services,
    roles = [Role.HR],
    language = Language.EN,
    calendar = Calendar.UNSPECIFIED,
    digits = Digits.UNSPECIFIED,
  }: Setting = {},
) {
  const transport: Transport = createRouterTransport((router) => services?.(router))
  const me = create(MeSchema, {
    person: { name: 'organizations/o/people/p', displayName: 'Sara' },
    organization: { name: 'organizations/o', displayName: 'Org' },
    roles,
    effectiveLanguage: language,
    effectiveCalendar: calendar,
    effectiveDigits: digits,
  })
  const view = render(
    <LocaleProvider initial={readingOf({ language, calendar, digits })}>
      <TransportContext value={transport}>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <MeContext value={signedOf(me)}>{part}</MeContext>
        </QueryClientProvider>
      </TransportContext>
    </LocaleProvider>,
  )
  await view.findAllByText(
    (_, element) => element === view.container.firstElementChild || element?.parentElement === view.container,
  )
  return view
}
