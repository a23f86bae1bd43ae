import { Check, CircleDashed, Zap } from 'lucide-react'
import { defineMessages } from 'react-intl'
import { type Barrier, type Fact, FactCode, FactState } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { barrierIcons, useBarrierText } from '@/parts/barriers'
import { Badge } from '@/ui/Badge'
import styles from './Flags.module.css'

const words = defineMessages({
  access: { id: 'flags.fact.access', defaultMessage: 'People with working access' },
  incident: { id: 'flags.fact.incident', defaultMessage: 'An incident of the application' },
  feedGap: { id: 'flags.fact.feedGap', defaultMessage: 'Usage stopped arriving' },
  declined: { id: 'flags.fact.declined', defaultMessage: 'Fell from an index of 80 or more' },
  turnover: { id: 'flags.fact.turnover', defaultMessage: 'Few new members' },
  message: { id: 'flags.fact.message', defaultMessage: 'Opened the message about it' },
  pulseAwareness: { id: 'flags.fact.pulseAwareness', defaultMessage: 'Awareness in the pulse' },
  everUsed: { id: 'flags.fact.everUsed', defaultMessage: 'Have ever used it' },
  negative: { id: 'flags.fact.negative', defaultMessage: 'Negative feedback' },
  pulseWilling: { id: 'flags.fact.pulseWilling', defaultMessage: 'Willingness in the pulse' },
  enrolled: { id: 'flags.fact.enrolled', defaultMessage: 'Began the course within 14 days' },
  trained: { id: 'flags.fact.trained', defaultMessage: 'Trained or passed' },
  newAndDown: { id: 'flags.fact.newAndDown', defaultMessage: 'Fell while many members are new' },
  breadth: { id: 'flags.fact.breadth', defaultMessage: 'Features used, against peers' },
  errors: { id: 'flags.fact.errors', defaultMessage: 'Data errors, against peers' },
  help: { id: 'flags.fact.help', defaultMessage: 'Requests for help, against peers' },
})

const codes: Partial<
  Record<FactCode, { words: (typeof words)[keyof typeof words]; unit: 'share' | 'ratio' | 'score' | 'none' }>
> = {
  [FactCode.ACCESS_BELOW_90]: { words: words.access, unit: 'share' },
  [FactCode.INCIDENT]: { words: words.incident, unit: 'none' },
  [FactCode.FEED_GAP]: { words: words.feedGap, unit: 'none' },
  [FactCode.DECLINED_FROM_80]: { words: words.declined, unit: 'none' },
  [FactCode.TURNOVER_BELOW_30]: { words: words.turnover, unit: 'share' },
  [FactCode.MESSAGE_OPENED_BELOW_60]: { words: words.message, unit: 'share' },
  [FactCode.PULSE_AWARENESS_LOW]: { words: words.pulseAwareness, unit: 'score' },
  [FactCode.EVER_USED_BELOW_50]: { words: words.everUsed, unit: 'share' },
  [FactCode.NEGATIVE_FEEDBACK]: { words: words.negative, unit: 'share' },
  [FactCode.PULSE_WILLINGNESS_LOW]: { words: words.pulseWilling, unit: 'score' },
  [FactCode.ENROLLED_BELOW_50]: { words: words.enrolled, unit: 'share' },
  [FactCode.TRAINED_BELOW_70]: { words: words.trained, unit: 'share' },
  [FactCode.DECLINED_WITH_TURNOVER]: { words: words.newAndDown, unit: 'none' },
  [FactCode.TRAINED_70]: { words: words.trained, unit: 'share' },
  [FactCode.EVER_USED_BELOW_60]: { words: words.everUsed, unit: 'share' },
  [FactCode.BREADTH_BELOW_60]: { words: words.breadth, unit: 'share' },
  [FactCode.DATA_ERRORS_HIGH]: { words: words.errors, unit: 'ratio' },
  [FactCode.HELP_REQUESTS_HIGH]: { words: words.help, unit: 'ratio' },
}

/** The table of causes with what is known: which facts fired, which did not, which are missing. */
export function Evidence({ facts, proposed }: { facts: Fact[]; proposed: Barrier }) {
  const t = useText()
  const barrier = useBarrierText()
  const rows = new Map<Barrier, Fact[]>()
  for (const fact of facts) rows.set(fact.barrier, [...(rows.get(fact.barrier) ?? []), fact])
  return (
    <ul>
      {[...rows].map(([cause, facts]) => {
        const Icon = barrierIcons[cause]
        return (
          <li key={cause} className={styles.row} data-fired={cause === proposed || undefined}>
            <span className={styles.rowIcon}>
              <Icon size={19} aria-hidden />
            </span>
            <div>
              <span className={styles.rowName}>
                {barrier.name(cause)}
                {cause === proposed && (
                  <Badge tone="warn">{t({ id: 'flags.proposed', defaultMessage: 'Proposed' })}</Badge>
                )}
              </span>
              <ul className={styles.facts}>
                {facts.map((fact) => (
                  <FactLine key={fact.code} fact={fact} />
                ))}
              </ul>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function FactLine({ fact }: { fact: Fact }) {
  const t = useText()
  const format = useFormats()
  const known = codes[fact.code]
  if (!known) return null
  const write = (value: number) => {
    if (known.unit === 'share') return format.percent(value)
    if (known.unit === 'ratio')
      return t({ id: 'flags.times', defaultMessage: '{value} times' }, { value: format.number(value) })
    return format.number(value)
  }
  const state = fact.state === FactState.FIRED ? 'fired' : fact.state === FactState.NOT_FIRED ? 'quiet' : 'missing'
  const Icon = state === 'fired' ? Zap : state === 'quiet' ? Check : CircleDashed
  const said =
    state === 'fired'
      ? t({ id: 'flags.fired', defaultMessage: 'applies' })
      : state === 'quiet'
        ? t({ id: 'flags.quiet', defaultMessage: 'does not apply' })
        : t({ id: 'flags.missing', defaultMessage: 'not known yet' })
  return (
    <li className={styles.fact} data-state={state}>
      <Icon size={15} aria-hidden />
      <span>{t(known.words)}</span>
      <span className={styles.factValue}>
        {fact.value !== undefined && fact.threshold !== undefined && known.unit !== 'none'
          ? t(
              { id: 'flags.value', defaultMessage: '{value} (border: {threshold})' },
              { value: write(fact.value), threshold: write(fact.threshold) },
            )
          : said}
        {fact.value !== undefined && known.unit !== 'none' && <span className="visually-hidden">, {said}</span>}
      </span>
    </li>
  )
}
