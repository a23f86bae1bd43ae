import { create } from '@bufbuild/protobuf'
import { Plus, Route } from 'lucide-react'
import { useState } from 'react'
import { useCurricula, useCurriculumChanges } from '@/api/curricula'
import { paths } from '@/api/paths'
import { AddDialog } from '@/fields/AddDialog'
import { levels, useLevelText } from '@/fields/levels'
import { labelOf, usePositionOptions } from '@/fields/options'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Level } from '@/gen/hamgam/identity/v1/position_pb'
import { type Curriculum, CurriculumSchema, CurriculumState } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { Cell } from './Cell'
import styles from './Curricula.module.css'
import { CurriculumFields, shownFields } from './CurriculumFields'

interface Wanted {
  position: string
  level: Level
}

/** Which courses each position takes at each level, at a glance. */
export function CurriculaPage() {
  const t = useText()
  const levelText = useLevelText()
  const positions = usePositionOptions()
  const query = useCurricula()
  const [archived, setArchived] = useState(false)
  const [adding, setAdding] = useState<Wanted>()
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setAdding({ position: '', level: Level.NOVICE })}>
      {t({ id: 'curricula.add', defaultMessage: 'Add a curriculum' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'curricula.title', defaultMessage: 'Curricula' })}
      lead={t({ id: 'curricula.lead', defaultMessage: 'The courses of a position, in their order, for each level.' })}
      actions={query.data && query.data.length > 0 && add}
    >
      <Query query={query} lines={6}>
        {(curricula) => {
          const active = curricula.filter(({ state }) => state === CurriculumState.ACTIVE)
          const away = curricula.filter(({ state }) => state === CurriculumState.ARCHIVED)
          if (curricula.length === 0) {
            return (
              <Card>
                <EmptyState
                  icon={Route}
                  title={t({ id: 'curricula.none', defaultMessage: 'No curriculum yet' })}
                  actions={add}
                >
                  {t({
                    id: 'curricula.noneHint',
                    defaultMessage:
                      'A curriculum lets Hamgam retrain a flagged team by itself, with just the courses that its people lack.',
                  })}
                </EmptyState>
              </Card>
            )
          }
          const held = new Set(active.map(({ position }) => position))
          const rows = [...positions.filter(({ id }) => held.has(id)), ...positions.filter(({ id }) => !held.has(id))]
          return (
            <>
              <Card flush>
                <section
                  className={styles.scroll}
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
                  tabIndex={0}
                  aria-label={t({ id: 'curricula.title', defaultMessage: 'Curricula' })}
                >
                  <table className={styles.matrix}>
                    <thead>
                      <tr>
                        <th scope="col">{t(words.position)}</th>
                        {levels.map((level) => (
                          <th key={level} scope="col">
                            {levelText(level)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map(({ id, label }) => (
                        <tr key={id}>
                          <th scope="row">
                            <bdi>{label}</bdi>
                          </th>
                          {levels.map((level) => (
                            <td key={level}>
                              <Cell
                                curriculum={active.find((each) => each.position === id && each.level === level)}
                                name={`${label}, ${levelText(level)}`}
                                onAdd={() => setAdding({ position: id, level })}
                              />
                            </td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              </Card>
              {away.length > 0 && (
                <>
                  <Switch isSelected={archived} onChange={setArchived}>
                    {t({ id: 'curricula.showArchived', defaultMessage: 'Show archived ones' })}
                  </Switch>
                  {archived && <Archived curricula={away} />}
                </>
              )}
            </>
          )
        }}
      </Query>
      {adding && <AddCurriculum wanted={adding} onClose={() => setAdding(undefined)} />}
    </Page>
  )
}

function Archived({ curricula }: { curricula: Curriculum[] }) {
  const t = useText()
  const positions = usePositionOptions()
  return (
    <Card title={t({ id: 'curricula.archived', defaultMessage: 'Archived' })}>
      <ul className={styles.archived}>
        {curricula.map((curriculum) => (
          <li key={curriculum.name}>
            <Cell curriculum={curriculum} name={labelOf(positions, curriculum.position)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function AddCurriculum({ wanted, onClose }: { wanted: Wanted; onClose: () => void }) {
  const t = useText()
  const read = useLocalized()
  const { organization: parent } = useMe()
  const { create: save } = useCurriculumChanges()
  const [start] = useState(() => create(CurriculumSchema, { ...wanted, inOrder: true }))
  const { draft, edit } = useDraft(CurriculumSchema, start)
  return (
    <AddDialog
      title={read(draft.title) || t({ id: 'curricula.add', defaultMessage: 'Add a curriculum' })}
      save={save}
      request={(requestId) => ({ parent, curriculum: draft, requestId })}
      page={paths.curriculum}
      resource="curriculum"
      shown={shownFields}
      onClose={onClose}
    >
      <CurriculumFields draft={draft} edit={edit} error={save.error} />
    </AddDialog>
  )
}
