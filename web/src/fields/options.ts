import { useMemo } from 'react'
import { usePublishedArticles } from '@/api/articles'
import { useCourses } from '@/api/courses'
import { usePositions, useTeams } from '@/api/directory'
import { useSites } from '@/api/sites'
import { useApplications } from '@/api/telemetry'
import { CourseState } from '@/gen/hamgam/training/v1/course_pb'
import { useLocalized } from '@/i18n/localized'
import type { Option } from '@/ui/Select'

/** All teams, each with the teams above it as a hint. */
export function useTeamOptions(): Option[] {
  const { data } = useTeams()
  return useMemo(() => {
    const names = new Map((data ?? []).map((team) => [team.name, team.displayName]))
    return (data ?? []).map((team) => ({
      id: team.name,
      label: team.displayName,
      hint: team.ancestors.map((above) => names.get(above) ?? '').join(' › ') || undefined,
    }))
  }, [data])
}

/** All positions. */
export function usePositionOptions(): Option[] {
  const { data } = usePositions()
  return useMemo(() => (data ?? []).map(({ name, displayName }) => ({ id: name, label: displayName })), [data])
}

/** All sites. */
export function useSiteOptions(): Option[] {
  const { data } = useSites()
  return useMemo(
    () => (data ?? []).map(({ name, displayName, timeZone }) => ({ id: name, label: displayName, hint: timeZone })),
    [data],
  )
}

/** The applications that are tracked. */
export function useApplicationOptions(): Option[] {
  const { data } = useApplications()
  const read = useLocalized()
  return (data ?? []).map(({ name, title }) => ({ id: name, label: read(title) }))
}

/** Courses that can be given to somebody. */
export function useCourseOptions(): Option[] {
  const { data } = useCourses()
  const read = useLocalized()
  return (data ?? [])
    .filter(({ state }) => state === CourseState.PUBLISHED)
    .map(({ name, title }) => ({ id: name, label: read(title) }))
}

/** Articles that readers find. */
export function useArticleOptions(): Option[] {
  const { data } = usePublishedArticles()
  const read = useLocalized()
  return (data ?? []).map(({ name, title }) => ({ id: name, label: read(title) }))
}

/** The label of an option by its id; empty when it is not there. */
export function labelOf(options: Option[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? ''
}
