import { type Poll, PollMethod, type PollRound, type Stance } from '@/gen/hamgam/feedback/v1/poll_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Bars } from '@/ui/charts/Bars'
import { useMeetingWords } from './kinds'
import styles from './Meetings.module.css'

/** How a poll stands, drawn, and what each person said. */
export function PollResult({ poll }: { poll: Poll }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { result } = poll
  if (!result) return null
  const winners = poll.options.filter(({ id }) => result.winners.includes(id)).map(({ text }) => read(text))
  return (
    <>
      <p className={styles.quiet}>
        {t(
          {
            id: 'meetings.took',
            defaultMessage:
              '{count, plural, =0 {Nobody has taken a stance} one {# member took a stance} other {# members took a stance}}; {needed} are needed to decide.',
          },
          { count: result.stances, needed: format.number(result.needed) },
        )}
      </p>
      {result.stances > 0 &&
        (poll.method === PollMethod.DOTS || poll.method === PollMethod.RANKED ? (
          result.rounds.map((round, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds have no other key
            <Round key={index} poll={poll} round={round} index={index} />
          ))
        ) : (
          <Sides poll={poll} />
        ))}
      {winners.length > 0 && result.stances > 0 && (
        <p className={styles.winner}>
          {t(
            {
              id: 'meetings.winners',
              defaultMessage: '{count, plural, one {Ahead: {options}} other {Equal: {options}}}',
            },
            { count: winners.length, options: format.list(winners) },
          )}
        </p>
      )}
      {poll.stances.length > 0 && (
        <ul className={styles.stances}>
          {poll.stances.map((stance) => (
            <li key={stance.person}>
              <div className={styles.row}>
                <strong>
                  <bdi>{stance.displayName}</bdi>
                </strong>
                <Said poll={poll} stance={stance} />
              </div>
              {stance.reason && (
                <p className={styles.text} dir="auto">
                  {stance.reason}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Sides({ poll }: { poll: Poll }) {
  const format = useFormats()
  const look = useMeetingWords()
  const read = useLocalized()
  const { inFavour = 0, against = 0, neither = 0, stances = 0 } = poll.result ?? {}
  const isConsent = poll.method === PollMethod.CONSENT
  const counts = [inFavour, against, neither]
  return (
    <Bars
      label={read(poll.question)}
      bars={counts.map((count, index) => ({
        id: String(index),
        // Both kinds of stances count from 1 in this order: for, against, neither.
        name: isConsent ? look.consent(index + 1) : look.hand(index + 1),
        part: count / Math.max(1, stances),
        value: format.number(count),
      }))}
    />
  )
}

function Round({ poll, round, index }: { poll: Poll; round: PollRound; index: number }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const textOf = (id: string) => read(poll.options.find((option) => option.id === id)?.text)
  const most = Math.max(1, ...round.counts.map(({ count }) => count))
  const label =
    poll.method === PollMethod.RANKED
      ? t({ id: 'meetings.round', defaultMessage: 'Round {number}' }, { number: format.number(index + 1) })
      : t({ id: 'meetings.dots', defaultMessage: 'Dots' })
  return (
    <div className={styles.part}>
      {poll.method === PollMethod.RANKED && <h4>{label}</h4>}
      <Bars
        label={label}
        bars={round.counts.map(({ option, count }) => ({
          id: option,
          name: textOf(option),
          part: count / most,
          value: format.number(count),
        }))}
      />
      {round.eliminated.length > 0 && (
        <p className={styles.quiet}>
          {t(
            { id: 'meetings.eliminated', defaultMessage: 'Leaves: {options}' },
            { options: format.list(round.eliminated.map(textOf)) },
          )}
        </p>
      )}
    </div>
  )
}

/** What a person said, in words. */
function Said({ poll, stance }: { poll: Poll; stance: Stance }) {
  const read = useLocalized()
  const format = useFormats()
  const look = useMeetingWords()
  const textOf = (id: string) => read(poll.options.find((option) => option.id === id)?.text)
  switch (poll.method) {
    case PollMethod.CONSENT:
      return <span>{look.consent(stance.consent)}</span>
    case PollMethod.DOTS:
      return (
        <span>
          {format.list(stance.dots.map(({ option, dots }) => `\u2068${textOf(option)}\u2069 (${format.number(dots)})`))}
        </span>
      )
    case PollMethod.RANKED:
      return (
        <ol className={styles.said}>
          {stance.ranking.map((id, index) => (
            <li key={id}>
              {format.number(index + 1)}. <bdi>{textOf(id)}</bdi>
            </li>
          ))}
        </ol>
      )
    default:
      return <span>{look.hand(stance.hand)}</span>
  }
}
