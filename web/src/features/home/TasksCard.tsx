import { useTasks } from '@/api/adoption'
import { useText } from '@/i18n/text'
import { TaskLine } from '@/parts/Interventions'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import styles from './Home.module.css'

/** What HR or the champion has to do, earliest due first. */
export function TasksCard() {
  const t = useText()
  const query = useTasks()
  return (
    <Card title={t({ id: 'home.tasks', defaultMessage: 'Your tasks' })}>
      <Query query={query} lines={2}>
        {(tasks) =>
          tasks.length === 0 ? (
            <p className={styles.sub}>{t({ id: 'home.noTasks', defaultMessage: 'Nothing to do.' })}</p>
          ) : (
            <ul className={styles.tasks}>
              {tasks.slice(0, 5).map((task) => (
                <TaskLine key={task.name} task={task} team />
              ))}
            </ul>
          )
        }
      </Query>
    </Card>
  )
}
