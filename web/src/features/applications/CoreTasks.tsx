import { ListChecks, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useApplicationChanges, useCoreTasks, useFeatures } from '@/api/applications'
import { useErrorSentence } from '@/api/errors'
import { brokenRules } from '@/fields/broken'
import { labelOf, usePositionOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { CoreTask } from '@/gen/hamgam/telemetry/v1/application_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card, Grid } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { ComboBox } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'
import styles from './Applications.module.css'
import { TaskTag } from './TaskTag'

const everyPosition = 'every'
const anyFeature = 'any'

/** Which features a position must use: whoever did one of them on a day was active that day. */
export function CoreTasks({ application }: { application: string }) {
  const t = useText()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const format = useFormats()
  const query = useCoreTasks(application)
  const features = useFeatures(application)
  const positions = usePositionOptions()
  const { deleteCoreTask } = useApplicationChanges()
  const [adding, setAdding] = useState<string>()
  const titles = useMemo(
    () => new Map((features.data ?? []).map((feature) => [feature.name, read(feature.title) || feature.code])),
    [features.data, read],
  )
  const remove = (task: CoreTask) =>
    deleteCoreTask.mutate(task.name, { onError: (error) => toastError(sentence(error)) })
  return (
    <Query query={query}>
      {(tasks) => {
        const groups = new Map<string, CoreTask[]>()
        for (const task of tasks) groups.set(task.position, [...(groups.get(task.position) ?? []), task])
        const without = positions.filter(({ id }) => !groups.has(id))
        return (
          <>
            <div className={styles.bar}>
              <p className={styles.lead}>
                {t({
                  id: 'applications.coreTasksLead',
                  defaultMessage:
                    'Somebody who did at least one core task of the own position on a day was active that day.',
                })}
              </p>
              <Button icon={Plus} onPress={() => setAdding('')}>
                {t({ id: 'applications.addCoreTask', defaultMessage: 'Add a core task' })}
              </Button>
            </div>
            {tasks.length === 0 ? (
              <Card>
                <EmptyState
                  icon={ListChecks}
                  title={t({ id: 'applications.noCoreTask', defaultMessage: 'No core task yet' })}
                >
                  {t({
                    id: 'applications.noCoreTaskHint',
                    defaultMessage:
                      'Without core tasks nobody is expected to use this application, and no team can be judged.',
                  })}
                </EmptyState>
              </Card>
            ) : (
              <Grid least="20rem">
                {[...groups].map(([position, own]) => (
                  <Card
                    key={position}
                    title={
                      position
                        ? labelOf(positions, position)
                        : t({ id: 'applications.otherPositions', defaultMessage: 'All other positions' })
                    }
                    actions={
                      <Button
                        size="small"
                        variant="quiet"
                        icon={Plus}
                        onPress={() => setAdding(position || everyPosition)}
                      >
                        {t(words.add)}
                      </Button>
                    }
                  >
                    <ul className={styles.tasks}>
                      {own.map((task) => (
                        <TaskTag
                          key={task.name}
                          label={
                            task.feature
                              ? (titles.get(task.feature) ?? '…')
                              : t({ id: 'applications.anyFeature', defaultMessage: 'Any feature' })
                          }
                          onRemove={() => remove(task)}
                        />
                      ))}
                    </ul>
                  </Card>
                ))}
              </Grid>
            )}
            {tasks.length > 0 && !groups.has('') && without.length > 0 && (
              <Banner tone="info">
                {t({
                  id: 'applications.without',
                  defaultMessage: 'Not expected to use it, because they have no core task:',
                })}{' '}
                <bdi>{format.list(without.map(({ label }) => label))}</bdi>
              </Banner>
            )}
            {adding !== undefined && (
              <AddDialog
                application={application}
                position={adding}
                features={(features.data ?? []).map(({ name, code, title }) => ({
                  id: name,
                  label: read(title) || code,
                  hint: code,
                }))}
                onClose={() => setAdding(undefined)}
              />
            )}
          </>
        )
      }}
    </Query>
  )
}

function AddDialog({
  application,
  position: given,
  features,
  onClose,
}: {
  application: string
  position: string
  features: { id: string; label: string; hint?: string }[]
  onClose: () => void
}) {
  const t = useText()
  const positions = usePositionOptions()
  const { createCoreTask } = useApplicationChanges()
  const [position, setPosition] = useState<string | null>(given || null)
  const [feature, setFeature] = useState<string | null>(null)
  const broken = brokenRules(createCoreTask.error, 'core_task')
  return (
    <Dialog title={t({ id: 'applications.addCoreTask', defaultMessage: 'Add a core task' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          createCoreTask.mutate(
            {
              parent: application,
              coreTask: {
                position: position === everyPosition ? '' : (position ?? ''),
                feature: feature === anyFeature ? '' : (feature ?? ''),
              },
            },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={createCoreTask.error} resource="core_task" shown={['position', 'feature']} />
        <ComboBox
          label={t(words.position)}
          value={position}
          onChange={setPosition}
          error={broken.at('position')}
          options={[
            {
              id: everyPosition,
              label: t({ id: 'applications.otherPositions', defaultMessage: 'All other positions' }),
            },
            ...positions,
          ]}
        />
        <ComboBox
          label={t({ id: 'applications.feature', defaultMessage: 'Feature' })}
          value={feature}
          onChange={setFeature}
          error={broken.at('feature')}
          options={[
            { id: anyFeature, label: t({ id: 'applications.anyFeature', defaultMessage: 'Any feature' }) },
            ...features,
          ]}
        />
        <Button
          type="submit"
          variant="primary"
          isPending={createCoreTask.isPending}
          isDisabled={position === null || feature === null}
        >
          {t(words.add)}
        </Button>
      </Form>
    </Dialog>
  )
}
