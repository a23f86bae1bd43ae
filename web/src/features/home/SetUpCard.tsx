import { useTeamStatuses } from '@/api/adoption'
import { useTeams } from '@/api/directory'
import { paths } from '@/api/paths'
import { useApplications } from '@/api/telemetry'
import { useText } from '@/i18n/text'
import { useApplicationChoice } from '@/parts/ApplicationChoice'
import { Banner } from '@/ui/Banner'
import { ButtonLink } from '@/ui/Button'

/** What is still missing before anything can be judged; nothing once it works. */
export function SetUpCard() {
  const t = useText()
  const teams = useTeams()
  const applications = useApplications()
  const choice = useApplicationChoice()
  const adoption = useTeamStatuses(choice.application)
  if (!teams.isSuccess || !applications.isSuccess) return null
  const missing =
    teams.data.length === 0
      ? t({ id: 'home.needDirectory', defaultMessage: 'Import the directory: teams, positions and people.' })
      : applications.data.length === 0
        ? t({
            id: 'home.needApplication',
            defaultMessage: 'Enter the application that is tracked, with the core tasks of each position.',
          })
        : // History that was imported is no event, but it can be judged.
          applications.data.every(({ lastEventTime }) => !lastEventTime) && adoption.data?.evaluatedDay === ''
          ? t({
              id: 'home.needUsage',
              defaultMessage: 'No usage has arrived yet: connect the application, or import its history.',
            })
          : undefined
  if (!missing) return null
  return (
    <Banner tone="info" title={t({ id: 'home.setUp', defaultMessage: 'Next step' })}>
      <p>{missing}</p>
      <ButtonLink size="small" variant="primary" href={paths.setUp}>
        {t({ id: 'teams.toSetUp', defaultMessage: 'To the set-up' })}
      </ButtonLink>
    </Banner>
  )
}
