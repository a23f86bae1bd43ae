import { ListTodo } from 'lucide-react'
import { useState } from 'react'
import { useOutcomes } from '@/api/outcomes'
import { paths } from '@/api/paths'
import { words } from '@/fields/words'
import { OutcomeKind } from '@/gen/hamgam/feedback/v1/outcome_pb'
import { useText } from '@/i18n/text'
import { TaskList } from '@/parts/Tasks'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Committees.module.css'

/** What committees asked the person to do. */
export function TasksPage() {
  const t = useText()
  const [done, setDone] = useState(false)
  const query = useOutcomes({ mine: true, kind: OutcomeKind.TASK, openOnly: !done })
  return (
    <Page
      title={t({ id: 'committees.myTasks', defaultMessage: 'My tasks' })}
      lead={t({ id: 'committees.myTasksLead', defaultMessage: 'What meetings of committees asked you to do.' })}
      back={{ href: paths.committees, label: t({ id: 'committees.title', defaultMessage: 'Committees' }) }}
    >
      <div className={styles.filter}>
        <Switch isSelected={done} onChange={setDone}>
          {t({ id: 'committees.doneToo', defaultMessage: 'Those that are done, too' })}
        </Switch>
      </div>
      <Query query={query} lines={4}>
        {({ pages }) => {
          const tasks = pages.flatMap((page) => page.outcomes)
          return (
            <Card>
              {tasks.length === 0 ? (
                <EmptyState
                  icon={ListTodo}
                  title={t({ id: 'committees.nothingToDo', defaultMessage: 'Nothing to do' })}
                >
                  {t({
                    id: 'committees.nothingToDoHint',
                    defaultMessage: 'When a meeting gives you a task, it stands here and in your inbox.',
                  })}
                </EmptyState>
              ) : (
                <TaskList tasks={tasks} meeting />
              )}
              {query.hasNextPage && (
                <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t(words.showMore)}
                </Button>
              )}
            </Card>
          )
        }}
      </Query>
    </Page>
  )
}
