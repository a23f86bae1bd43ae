import { useLevelText } from '@/fields/levels'
import { labelOf, useCourseOptions, usePositionOptions, useSiteOptions, useTeamOptions } from '@/fields/options'
import type { Audience, Condition } from '@/gen/hamgam/training/v1/audience_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import styles from './Assignments.module.css'
import { conditionLabel } from './conditions'

/** A rule in words. */
export function AudienceText({ audience }: { audience: Audience | undefined }) {
  const t = useText()
  const groups = audience?.anyOf ?? []
  const all = audience?.allOf ?? []
  if (all.length === 0 && groups.length === 0) {
    return <>{t({ id: 'assignments.everybody', defaultMessage: 'Everybody who is employed today.' })}</>
  }
  return (
    <ul className={styles.rule}>
      {all.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other key
        <li key={index}>
          <ConditionText condition={condition} />
        </li>
      ))}
      {groups.map(({ conditions }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other key
        <li key={at}>
          {t({ id: 'assignments.atLeastOne', defaultMessage: 'at least one of these' })}
          <ul className={styles.ruleGroup}>
            {conditions.map((condition, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other key
              <li key={index}>
                <ConditionText condition={condition} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function ConditionText({ condition: { kind } }: { condition: Condition }) {
  const t = useText()
  const format = useFormats()
  const levelText = useLevelText()
  const positions = usePositionOptions()
  const teams = useTeamOptions()
  const sites = useSiteOptions()
  const courses = useCourseOptions()
  const values = (): string => {
    switch (kind.case) {
      case 'position':
        return format.list(kind.value.positions.map((id) => labelOf(positions, id)))
      case 'team':
        return format.list(kind.value.teams.map((id) => labelOf(teams, id)))
      case 'site':
        return format.list(kind.value.sites.map((id) => labelOf(sites, id)))
      case 'level':
        return format.list(kind.value.levels.map(levelText))
      case 'notCompleted':
      case 'hasCompleted':
        return labelOf(courses, kind.value.course)
      case 'tenure':
        return kind.value.maxDays > 0
          ? `${format.number(kind.value.minDays)} – ${format.number(kind.value.maxDays)}`
          : `≥ ${format.number(kind.value.minDays)}`
      default:
        return ''
    }
  }
  return (
    <>
      {t(conditionLabel(kind.case))}: <strong dir="auto">{values()}</strong>
    </>
  )
}
