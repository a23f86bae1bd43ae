import { useState } from 'react'
import { useChampionChanges } from '@/api/champions'
import { AskFirst } from '@/fields/AskFirst'
import type { Champion } from '@/gen/hamgam/champions/v1/champion_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow, Quiet } from '@/ui/List'

/** The person's own terms as a champion, and the way out of them. */
export function OwnTerms({ terms }: { terms: Champion[] }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { end } = useChampionChanges()
  const [leaving, setLeaving] = useState<Champion>()
  const stepDown = t({ id: 'champions.stepDown', defaultMessage: 'Step down' })
  return (
    <Card title={t({ id: 'champions.ownTerm', defaultMessage: 'You are a champion' })}>
      <List>
        {terms.map((term) => (
          <ListRow
            key={term.name}
            actions={
              <Button size="small" variant="quiet" onPress={() => setLeaving(term)}>
                {stepDown}
              </Button>
            }
          >
            <strong>
              <bdi>{read(term.programmeTitle)}</bdi>
            </strong>
            <span>{format.names(term.teams.map(({ teamDisplayName }) => teamDisplayName))}</span>
            <Quiet>
              {t({ id: 'champions.until', defaultMessage: 'Until {day}' }, { day: format.day(term.endDay) })}
            </Quiet>
          </ListRow>
        ))}
      </List>
      <AskFirst
        name={leaving?.name}
        change={end}
        title={t({ id: 'champions.stepDownTitle', defaultMessage: 'Step down today?' })}
        action={stepDown}
        danger
        onClose={() => setLeaving(undefined)}
      >
        {t({
          id: 'champions.stepDownHint',
          defaultMessage: 'Your teams have no champion then, and HR is told. You can be nominated again at any time.',
        })}
      </AskFirst>
    </Card>
  )
}
