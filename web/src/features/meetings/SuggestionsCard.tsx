import { Clock, Plus, ThumbsUp, X } from 'lucide-react'
import { useState } from 'react'
import { useAgendaChanges, useAgendaSuggestions } from '@/api/agenda'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import type { AgendaSuggestion, Meeting } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { useMeetingWords } from './kinds'
import styles from './Meetings.module.css'
import { ProposalLinks } from './Proposals'

/** What the system proposes to speak about: to take, or never to see again. */
export function SuggestionsCard({ meeting, mayDismiss }: { meeting: Meeting; mayDismiss: boolean }) {
  const t = useText()
  const query = useAgendaSuggestions(meeting.name)
  return (
    <Card
      title={t({ id: 'meetings.suggestions', defaultMessage: 'Suggested for the agenda' })}
      subtitle={t({
        id: 'meetings.suggestionsHint',
        defaultMessage: 'From playbooks, flags, overdue tasks and what employees proposed.',
      })}
    >
      <Query query={query} lines={3}>
        {({ suggestions, flagsKnown }) => (
          <>
            {!flagsKnown && (
              <Banner tone="warn">
                {t({
                  id: 'meetings.flagsUnknown',
                  defaultMessage: 'Adoption could not be asked just now, so nothing is suggested from flags.',
                })}
              </Banner>
            )}
            {suggestions.length === 0 ? (
              <p className={styles.quiet}>
                {t({ id: 'meetings.noSuggestions', defaultMessage: 'Nothing that is not on the agenda already.' })}
              </p>
            ) : (
              <ul className={styles.suggestions}>
                {suggestions.map((each) => (
                  <Suggestion key={each.suggestion} suggestion={each} meeting={meeting.name} mayDismiss={mayDismiss} />
                ))}
              </ul>
            )}
          </>
        )}
      </Query>
    </Card>
  )
}

function Suggestion({
  suggestion,
  meeting,
  mayDismiss,
}: {
  suggestion: AgendaSuggestion
  meeting: string
  mayDismiss: boolean
}) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const look = useMeetingWords()
  const sentence = useErrorSentence()
  const { create, dismiss } = useAgendaChanges(meeting)
  const [requestId] = useState(newRequestId)
  const onError = (error: unknown) => toastError(sentence(error))
  return (
    <li className={styles.suggestion}>
      <div className={styles.itemBody}>
        <h3 dir="auto">{read(suggestion.title)}</h3>
        <p className={styles.meta}>
          <Badge>{look.source(suggestion.source)}</Badge>
          <span className={styles.iconText}>
            <Clock size={14} aria-hidden />
            {format.minutes(suggestion.durationMinutes)}
          </span>
          {suggestion.votes > 0 && (
            <span className={styles.iconText}>
              <ThumbsUp size={14} aria-hidden />
              {t(
                { id: 'meetings.votes', defaultMessage: '{count, plural, one {# vote} other {# votes}}' },
                { count: suggestion.votes },
              )}
            </span>
          )}
          {suggestion.presenterDisplayName && <bdi>{suggestion.presenterDisplayName}</bdi>}
        </p>
        <p className={styles.text} dir="auto">
          {read(suggestion.description)}
        </p>
        <ProposalLinks names={suggestion.proposals} />
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="soft"
          icon={Plus}
          isPending={create.isPending}
          onPress={() =>
            create.mutate(
              { parent: meeting, agendaItem: { suggestion: suggestion.suggestion }, requestId },
              { onError },
            )
          }
        >
          {t({ id: 'meetings.take', defaultMessage: 'Onto the agenda' })}
        </Button>
        {mayDismiss && (
          <Button
            size="small"
            variant="quiet"
            icon={X}
            isPending={dismiss.isPending}
            onPress={() => dismiss.mutate(suggestion.suggestion, { onError })}
          >
            {t({ id: 'meetings.dismiss', defaultMessage: 'Do not suggest again' })}
          </Button>
        )}
      </div>
    </li>
  )
}
