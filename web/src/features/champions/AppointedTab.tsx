import { Award, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useChampionChanges, useChampions } from '@/api/champions'
import { AskFirst } from '@/fields/AskFirst'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Champion } from '@/gen/hamgam/champions/v1/champion_pb'
import { isolate, useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow, Quiet } from '@/ui/List'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Champions.module.css'
import { EditTermDialog } from './EditTermDialog'

/** The champions in their terms, by name: nobody is ranked. */
export function AppointedTab() {
  const t = useText()
  const query = useChampions()
  const { end } = useChampionChanges()
  const [ending, setEnding] = useState<Champion>()
  const [editing, setEditing] = useState<Champion>()
  return (
    <Card>
      <Query query={query} lines={3}>
        {({ pages }) => {
          const champions = pages.flatMap((page) => page.champions)
          return champions.length === 0 ? (
            <EmptyState icon={Award} title={t({ id: 'champions.nobody', defaultMessage: 'Nobody is appointed yet' })}>
              {t({
                id: 'champions.nobodyHint',
                defaultMessage: 'Whoever is nominated, says yes and has the manager’s consent can be appointed.',
              })}
            </EmptyState>
          ) : (
            <>
              <List>
                {champions.map((champion) => (
                  <Row
                    key={champion.name}
                    champion={champion}
                    onEdit={() => setEditing(champion)}
                    onEnd={() => setEnding(champion)}
                  />
                ))}
              </List>
              <More query={query} />
            </>
          )
        }}
      </Query>
      {editing && <EditTermDialog champion={editing} onClose={() => setEditing(undefined)} />}
      <AskFirst
        name={ending?.name}
        change={end}
        title={t(
          { id: 'champions.endTitle', defaultMessage: 'End the term of {name} today?' },
          { name: isolate(ending?.personDisplayName ?? '') },
        )}
        action={t({ id: 'champions.endTerm', defaultMessage: 'End the term' })}
        danger
        onClose={() => setEnding(undefined)}
      >
        {t({ id: 'champions.endHint', defaultMessage: 'What the appointment granted is withdrawn.' })}
      </AskFirst>
    </Card>
  )
}

function Row({ champion, onEdit, onEnd }: { champion: Champion; onEdit: () => void; onEnd: () => void }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { has } = useMe()
  return (
    <ListRow
      actions={
        has(Role.HR) && (
          <>
            <IconButton size="small" icon={Pencil} label={t(words.edit)} onPress={onEdit} />
            <Button size="small" variant="quiet" onPress={onEnd}>
              {t({ id: 'champions.endTerm', defaultMessage: 'End the term' })}
            </Button>
          </>
        )
      }
    >
      <span className={styles.meta}>
        <strong>
          <bdi>{champion.personDisplayName}</bdi>
        </strong>
        {champion.moved && (
          <Badge tone="warn">{t({ id: 'champions.hasMoved', defaultMessage: 'Moved to another team' })}</Badge>
        )}
      </span>
      <Quiet>
        <bdi>{read(champion.programmeTitle)}</bdi> ·{' '}
        {t(
          { id: 'champions.fromTo', defaultMessage: '{from} to {to}' },
          { from: format.day(champion.startDay), to: format.day(champion.endDay) },
        )}
      </Quiet>
      <span>{format.names(champion.teams.map(({ teamDisplayName }) => teamDisplayName))}</span>
      {champion.focusAreas.length > 0 && (
        <span className={styles.buttons}>
          {champion.focusAreas.map((area) => (
            <Badge key={area}>
              <bdi>{area}</bdi>
            </Badge>
          ))}
        </span>
      )}
    </ListRow>
  )
}
