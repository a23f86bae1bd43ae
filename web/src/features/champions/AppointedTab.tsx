import { Award } from 'lucide-react'
import { useState } from 'react'
import { useChampionChanges, useChampions } from '@/api/champions'
import { useErrorSentence } from '@/api/errors'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Champion } from '@/gen/hamgam/champions/v1/champion_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { TableMore } from '@/ui/Table'
import { toastError } from '@/ui/Toast'
import styles from './Champions.module.css'

/** The champions in their terms, by name: nobody is ranked. */
export function AppointedTab() {
  const t = useText()
  const sentence = useErrorSentence()
  const query = useChampions()
  const { end } = useChampionChanges()
  const [ending, setEnding] = useState<Champion>()
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
              <ul className={styles.list}>
                {champions.map((champion) => (
                  <Row key={champion.name} champion={champion} onEnd={() => setEnding(champion)} />
                ))}
              </ul>
              {query.hasNextPage && (
                <TableMore>
                  <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t(words.showMore)}
                  </Button>
                </TableMore>
              )}
            </>
          )
        }}
      </Query>
      <ConfirmDialog
        title={t(
          { id: 'champions.endTitle', defaultMessage: 'End the term of {name} today?' },
          { name: ending?.personDisplayName ?? '' },
        )}
        isOpen={ending !== undefined}
        danger
        onClose={() => setEnding(undefined)}
        isPending={end.isPending}
        confirmLabel={t({ id: 'champions.endTerm', defaultMessage: 'End the term' })}
        onConfirm={() =>
          ending &&
          end.mutate(ending.name, {
            onError: (error) => toastError(sentence(error)),
            onSettled: () => setEnding(undefined),
          })
        }
      >
        <p>{t({ id: 'champions.endHint', defaultMessage: 'What the appointment granted is withdrawn.' })}</p>
      </ConfirmDialog>
    </Card>
  )
}

function Row({ champion, onEnd }: { champion: Champion; onEnd: () => void }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { has } = useMe()
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.meta}>
          <strong>
            <bdi>{champion.personDisplayName}</bdi>
          </strong>
          {champion.moved && (
            <Badge tone="warn">{t({ id: 'champions.hasMoved', defaultMessage: 'Moved to another team' })}</Badge>
          )}
        </span>
        <span className={styles.quiet}>
          <bdi>{read(champion.programmeTitle)}</bdi> · {format.day(champion.startDay)} – {format.day(champion.endDay)}
        </span>
        <span dir="auto">{format.list(champion.teams.map(({ teamDisplayName }) => teamDisplayName))}</span>
      </span>
      {has(Role.HR) && (
        <Button size="small" variant="quiet" onPress={onEnd}>
          {t({ id: 'champions.endTerm', defaultMessage: 'End the term' })}
        </Button>
      )}
    </li>
  )
}
