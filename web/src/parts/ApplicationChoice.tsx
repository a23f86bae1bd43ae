import { useState } from 'react'
import { useApplications } from '@/api/telemetry'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Select } from '@/ui/Select'

const key = 'hamgam.application'

/** Which application a screen is about: the one looked at last in this tab, else the first. */
export function useApplicationChoice() {
  const query = useApplications()
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(key) ?? '')
  const applications = query.data ?? []
  const application = applications.find(({ name }) => name === chosen)?.name ?? applications[0]?.name ?? ''
  return {
    query,
    applications,
    application,
    choose: (name: string) => {
      sessionStorage.setItem(key, name)
      setChosen(name)
    },
  }
}

/** The choice as a field; nothing where there is only one application. */
export function ApplicationSelect({ choice }: { choice: ReturnType<typeof useApplicationChoice> }) {
  const t = useText()
  const localized = useLocalized()
  if (choice.applications.length < 2) return null
  return (
    <Select
      label={t({ id: 'adoption.application', defaultMessage: 'Application' })}
      labelHidden
      options={choice.applications.map(({ name, title }) => ({ id: name, label: localized(title) }))}
      value={choice.application}
      onChange={choice.choose}
    />
  )
}
