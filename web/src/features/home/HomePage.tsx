import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Split, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { ActivityCard, AdoptionCard } from './AdoptionCards'
import { FlagsCard } from './FlagsCard'
import { LearningCard } from './LearningCard'
import { NewsCard } from './NewsCard'
import { OwnTeamCard } from './OwnTeamCard'
import { PulseCard } from './PulseCard'
import { SetUpCard } from './SetUpCard'
import { TasksCard } from './TasksCard'

/** The home page: what matters to the person's roles, the most urgent first. */
export function HomePage() {
  const t = useText()
  const { me, has } = useMe()
  const first = me.person?.displayName ?? ''
  const acts = has(Role.HR, Role.CHAMPION)
  const sees = has(Role.ADMIN, Role.HR, Role.CHAMPION, Role.SPONSOR)
  return (
    <Page title={t({ id: 'home.hello', defaultMessage: 'Hello, {name}' }, { name: first })}>
      <Split>
        <Stack>
          {has(Role.ADMIN, Role.HR) && <SetUpCard />}
          {sees && <AdoptionCard />}
          {sees && <FlagsCard />}
          <LearningCard />
        </Stack>
        <Stack>
          <PulseCard />
          {acts && <TasksCard />}
          {has(Role.ADMIN, Role.HR, Role.SPONSOR) && <ActivityCard />}
          {!sees && <OwnTeamCard />}
          <NewsCard />
        </Stack>
      </Split>
    </Page>
  )
}
