import { CircleCheck, Eye, Flag as FlagIcon, MoonStar, TrendingDown, TrendingUp } from 'lucide-react'
import { defineMessages } from 'react-intl'
import { Finding, FlagState, SizeBand } from '@/gen/hamgam/adoption/v1/flag_pb'
import { NotJudgedReason, type TeamStatus } from '@/gen/hamgam/adoption/v1/team_adoption_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import type { DotShape } from '@/ui/charts/Dot'

const states = defineMessages({
  watch: { id: 'adoption.state.watch', defaultMessage: 'Watch' },
  flagged: { id: 'adoption.state.flagged', defaultMessage: 'Flagged' },
  snoozed: { id: 'adoption.state.snoozed', defaultMessage: 'Put off' },
  inStep: { id: 'adoption.state.inStep', defaultMessage: 'In step' },
  cleared: { id: 'adoption.state.cleared', defaultMessage: 'Cleared' },
  notJudged: { id: 'adoption.state.notJudged', defaultMessage: 'Not judged' },
  low: { id: 'adoption.finding.low', defaultMessage: 'Low' },
  declining: { id: 'adoption.finding.declining', defaultMessage: 'Declining' },
  both: { id: 'adoption.finding.both', defaultMessage: 'Low and declining' },
})

/** The colour of each state, in drawings. */
export const stateColors: Record<FlagState, string> = {
  [FlagState.UNSPECIFIED]: 'var(--ink-3)',
  [FlagState.WATCH]: 'var(--saffron)',
  [FlagState.FLAGGED]: 'var(--bad)',
  [FlagState.SNOOZED]: 'var(--plum)',
  [FlagState.CLEARED]: 'var(--brand)',
}

/** The shape of each state, in drawings: a colour never says something by itself. */
export const stateShapes: Record<FlagState, DotShape> = {
  [FlagState.UNSPECIFIED]: 'circle',
  [FlagState.WATCH]: 'diamond',
  [FlagState.FLAGGED]: 'triangle',
  [FlagState.SNOOZED]: 'square',
  [FlagState.CLEARED]: 'circle',
}

/** A team's state in words. */
export function useStateText() {
  const t = useText()
  return (state: FlagState, ofFlag = false) => {
    if (state === FlagState.WATCH) return t(states.watch)
    if (state === FlagState.FLAGGED) return t(states.flagged)
    if (state === FlagState.SNOOZED) return t(states.snoozed)
    if (state === FlagState.CLEARED) return t(ofFlag ? states.cleared : states.inStep)
    return t(states.notJudged)
  }
}

/** A team's or a flag's state as a badge. */
export function StateBadge({ state, ofFlag }: { state: FlagState; ofFlag?: boolean }) {
  const text = useStateText()(state, ofFlag)
  switch (state) {
    case FlagState.FLAGGED:
      return (
        <Badge tone="bad" icon={FlagIcon}>
          {text}
        </Badge>
      )
    case FlagState.WATCH:
      return (
        <Badge tone="warn" icon={Eye}>
          {text}
        </Badge>
      )
    case FlagState.SNOOZED:
      return (
        <Badge tone="plum" icon={MoonStar}>
          {text}
        </Badge>
      )
    case FlagState.CLEARED:
      return (
        <Badge tone="good" icon={CircleCheck}>
          {text}
        </Badge>
      )
    default:
      return <Badge>{text}</Badge>
  }
}

/** Which rule found a team. */
export function FindingBadge({ finding }: { finding: Finding }) {
  const t = useText()
  if (finding === Finding.LOW) return <Badge tone="bad">{t(states.low)}</Badge>
  if (finding === Finding.DECLINING) {
    return (
      <Badge tone="warn" icon={TrendingDown}>
        {t(states.declining)}
      </Badge>
    )
  }
  if (finding === Finding.LOW_AND_DECLINING) {
    return (
      <Badge tone="bad" icon={TrendingDown}>
        {t(states.both)}
      </Badge>
    )
  }
  return null
}

const reasons = defineMessages({
  small: {
    id: 'adoption.reason.small',
    defaultMessage: 'Fewer than five people: no figure is shown, to protect them.',
  },
  together: {
    id: 'adoption.reason.together',
    defaultMessage: 'Fewer than five people: judged together with its neighbours.',
  },
  position: {
    id: 'adoption.reason.position',
    defaultMessage: 'Fewer than five teams do this work, so there is nobody to compare it with.',
  },
  noUse: { id: 'adoption.reason.noUse', defaultMessage: 'Its peers hardly use the application either.' },
  new: { id: 'adoption.reason.new', defaultMessage: 'Its first two weeks: too early to tell.' },
  noCounts: { id: 'adoption.reason.noCounts', defaultMessage: 'Nothing was counted for it in the last four weeks.' },
  problem: {
    id: 'adoption.reason.problem',
    defaultMessage: 'Nearly everybody in its position is far below the target.',
  },
})

const reasonWords: Record<NotJudgedReason, (typeof reasons)[keyof typeof reasons] | undefined> = {
  [NotJudgedReason.UNSPECIFIED]: undefined,
  [NotJudgedReason.TEAM_TOO_SMALL]: reasons.small,
  [NotJudgedReason.JUDGED_TOGETHER]: reasons.together,
  [NotJudgedReason.POSITION_TOO_SMALL]: reasons.position,
  [NotJudgedReason.NO_EXPECTED_USE]: reasons.noUse,
  [NotJudgedReason.TOO_NEW]: reasons.new,
  [NotJudgedReason.NO_COUNTS]: reasons.noCounts,
  [NotJudgedReason.POSITION_PROBLEM]: reasons.problem,
}

/** Why a team cannot be judged, in a sentence; undefined when it can. */
export function useReasonText() {
  const t = useText()
  return (reason: NotJudgedReason) => {
    const words = reasonWords[reason]
    return words && t(words)
  }
}

const bands: Record<SizeBand, readonly [number, number] | undefined> = {
  [SizeBand.SIZE_BAND_UNSPECIFIED]: undefined,
  [SizeBand.SIZE_BAND_5_TO_9]: [5, 9],
  [SizeBand.SIZE_BAND_10_TO_19]: [10, 19],
  [SizeBand.SIZE_BAND_20_TO_49]: [20, 49],
  [SizeBand.SIZE_BAND_50_TO_99]: [50, 99],
  [SizeBand.SIZE_BAND_100_OR_MORE]: [100, Number.POSITIVE_INFINITY],
}

/** How many people, as a range. */
export function useSizeText() {
  const t = useText()
  const format = useFormats()
  return (band: SizeBand) => {
    const range = bands[band]
    if (!range) return t({ id: 'adoption.size.few', defaultMessage: 'fewer than five people' })
    if (!Number.isFinite(range[1])) {
      return t({ id: 'adoption.size.many', defaultMessage: '{from} people or more' }, { from: format.number(range[0]) })
    }
    return t(
      { id: 'adoption.size.range', defaultMessage: '{from} to {to} people' },
      { from: format.number(range[0]), to: format.number(range[1]) },
    )
  }
}

/** A share of working days as it is rounded for privacy: what is rounded to nothing is not said to be nothing. */
export function useRateText() {
  const t = useText()
  const format = useFormats()
  return (percent: number) =>
    percent === 0
      ? t({ id: 'adoption.rateUnder', defaultMessage: 'under {share}' }, { share: format.percent(0.03) })
      : format.percent(percent / 100)
}

/** The size of a team for a drawing: the directory's count, kept within the band that the figure is about. */
export function sizeOf(band: SizeBand, memberCount: number): number {
  const [from, to] = bands[band] ?? [5, 5]
  return Math.min(to, Math.max(from, memberCount))
}

/** Whether a team has figures. */
export function isJudged(status: TeamStatus): boolean {
  return status.index !== undefined && status.state !== FlagState.UNSPECIFIED
}

/** An arrow for where the index went in four weeks; nothing within ten points, which is mostly chance. */
export function IndexTrend({ status }: { status: TeamStatus }) {
  const t = useText()
  const format = useFormats()
  if (status.index === undefined || status.indexBefore === undefined) return null
  const by = status.index - status.indexBefore
  if (Math.abs(by) < 10) return null
  const Icon = by > 0 ? TrendingUp : TrendingDown
  const title = t(
    { id: 'adoption.fourWeeksAgo', defaultMessage: 'Four weeks ago: {index}' },
    { index: format.number(status.indexBefore) },
  )
  return (
    <span title={title} style={{ color: by > 0 ? 'var(--good-ink)' : 'var(--bad-ink)' }}>
      <Icon size={16} aria-hidden />
      <span className="visually-hidden">{title}</span>
    </span>
  )
}
