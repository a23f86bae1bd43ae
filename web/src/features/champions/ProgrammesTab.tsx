import { create } from '@bufbuild/protobuf'
import { Archive, Megaphone, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useProgrammeChanges, useProgrammes } from '@/api/champions'
import { AskFirst } from '@/fields/AskFirst'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Programme, ProgrammeSchema } from '@/gen/hamgam/champions/v1/programme_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow } from '@/ui/List'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Champions.module.css'
import { NominateDialog } from './NominateDialog'
import { ProgrammeDialog } from './ProgrammeDialog'

/** What champions are looked for: everybody nominates, HR writes. */
export function ProgrammesTab() {
  const t = useText()
  const read = useLocalized()
  const { has } = useMe()
  const isHr = has(Role.HR)
  const query = useProgrammes()
  const { archive } = useProgrammeChanges()
  const [editing, setEditing] = useState<Programme>()
  const [nominating, setNominating] = useState<Programme>()
  const [leaving, setLeaving] = useState<Programme>()
  const archiving = t({ id: 'champions.archive', defaultMessage: 'End nominations' })
  const add = isHr && (
    <Button icon={Plus} onPress={() => setEditing(create(ProgrammeSchema, { termDays: 365 }))}>
      {t({ id: 'champions.addProgramme', defaultMessage: 'Add a programme' })}
    </Button>
  )
  return (
    <Card title={t({ id: 'champions.programmes', defaultMessage: 'Programmes' })} actions={add}>
      <Query query={query} lines={3}>
        {(programmes) =>
          programmes.length === 0 ? (
            <EmptyState
              icon={Megaphone}
              title={t({ id: 'champions.noProgramme', defaultMessage: 'No champions are looked for at the moment' })}
            />
          ) : (
            <List>
              {programmes.map((programme) => (
                <ListRow
                  key={programme.name}
                  actions={
                    <>
                      <Button size="small" variant="soft" onPress={() => setNominating(programme)}>
                        {t({ id: 'champions.nominate', defaultMessage: 'Nominate' })}
                      </Button>
                      {isHr && (
                        <>
                          <IconButton
                            size="small"
                            icon={Pencil}
                            label={t(words.edit)}
                            onPress={() => setEditing(programme)}
                          />
                          <IconButton
                            size="small"
                            icon={Archive}
                            label={archiving}
                            onPress={() => setLeaving(programme)}
                          />
                        </>
                      )}
                    </>
                  }
                >
                  <strong>
                    <bdi>{read(programme.title)}</bdi>
                  </strong>
                  <span className={styles.text} dir="auto">
                    {read(programme.description)}
                  </span>
                </ListRow>
              ))}
            </List>
          )
        }
      </Query>
      {editing && <ProgrammeDialog source={editing} onClose={() => setEditing(undefined)} />}
      {nominating && <NominateDialog programme={nominating} onClose={() => setNominating(undefined)} />}
      <AskFirst
        name={leaving?.name}
        change={archive}
        title={t({ id: 'champions.archiveTitle', defaultMessage: 'End nominations for this programme?' })}
        action={archiving}
        onClose={() => setLeaving(undefined)}
      >
        {t({
          id: 'champions.archiveHint',
          defaultMessage: 'Open nominations are closed; champions keep their terms.',
        })}
      </AskFirst>
    </Card>
  )
}
