import { useOutcomes } from '@/api/outcomes'
import type { Committee } from '@/gen/hamgam/feedback/v1/committee_pb'
import { OutcomeKind } from '@/gen/hamgam/feedback/v1/outcome_pb'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { TaskList } from '@/parts/Tasks'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import styles from './Committees.module.css'

/** What the committee asked somebody to do, and is not done. */
export function OpenTasksCard({ committee }: { committee: Committee }) {
  const t = useText()
  const query = useOutcomes({ committee: committee.name, kind: OutcomeKind.TASK, openOnly: true })
  return (
    <Card title={t({ id: 'committees.openTasks', defaultMessage: 'Open tasks' })}>
      <Query query={query} lines={2}>
        {({ pages }) => {
          const tasks = pages.flatMap((page) => page.outcomes)
          return tasks.length === 0 ? (
            <p className={styles.quiet}>
              {t({ id: 'committees.noOpenTasks', defaultMessage: 'Everything that was asked is done.' })}
            </p>
          ) : (
            <TaskList tasks={tasks} mayLead={leads(committee.ownRole)} />
          )
        }}
      </Query>
    </Card>
  )
}
