import { defineMessages, type MessageDescriptor } from 'react-intl'
import type { ImportKind } from '@/api/imports'
import { ImportState } from '@/gen/hamgam/imports/v1/imports_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

/** One of our fields that a column of a file can be mapped to. */
export interface ImportField {
  key: string
  label: MessageDescriptor
  hint?: MessageDescriptor
  /** A row cannot be read without it. */
  needed?: boolean
  /** It can be the same for all rows; `only` when no column can hold it. */
  constant?: 'also' | 'only'
}

const w = defineMessages({
  external_id: { id: 'imports.field.externalId', defaultMessage: 'Personnel number' },
  externalIdHint: {
    id: 'imports.field.externalIdHint',
    defaultMessage: 'The id of your own directory; usage names people by it.',
  },
  display_name: { id: 'imports.field.displayName', defaultMessage: 'Name' },
  email: { id: 'imports.field.email', defaultMessage: 'Mail address' },
  language: { id: 'imports.field.language', defaultMessage: 'Language' },
  languageHint: { id: 'imports.field.languageHint', defaultMessage: 'en, fa or ar, or its name.' },
  level: { id: 'imports.field.level', defaultMessage: 'Level' },
  manager: { id: 'imports.field.manager', defaultMessage: 'Manager' },
  managerHint: { id: 'imports.field.managerHint', defaultMessage: 'The manager’s personnel number.' },
  team: { id: 'imports.field.team', defaultMessage: 'Team' },
  parent_team: { id: 'imports.field.parentTeam', defaultMessage: 'Team above' },
  parentTeamHint: { id: 'imports.field.parentTeamHint', defaultMessage: 'Or a path with > between the teams.' },
  position: { id: 'imports.field.position', defaultMessage: 'Position' },
  site: { id: 'imports.field.site', defaultMessage: 'Site' },
  time_zone: { id: 'imports.field.timeZone', defaultMessage: 'Time zone' },
  timeZoneHint: { id: 'imports.field.timeZoneHint', defaultMessage: 'Like Asia/Tehran.' },
  weekend: { id: 'imports.field.weekend', defaultMessage: 'Weekend of a new site' },
  weekendHint: { id: 'imports.field.weekendHint', defaultMessage: 'In English with commas, like Thursday,Friday.' },
  start_day: { id: 'imports.field.startDay', defaultMessage: 'First day of employment' },
  end_day: { id: 'imports.field.endDay', defaultMessage: 'Last day of employment' },
  membership_start_day: { id: 'imports.field.membershipStartDay', defaultMessage: 'In the team since' },
  part_time_days: { id: 'imports.field.partTimeDays', defaultMessage: 'Part-time days' },
  partTimeHint: { id: 'imports.field.partTimeHint', defaultMessage: 'Weekdays with commas.' },
  application: { id: 'imports.field.application', defaultMessage: 'Application' },
  event_id: { id: 'imports.field.eventId', defaultMessage: 'Id of the act' },
  eventIdHint: { id: 'imports.field.eventIdHint', defaultMessage: 'Without it, the whole row is the id.' },
  time: { id: 'imports.field.time', defaultMessage: 'Time' },
  timeHint: { id: 'imports.field.timeHint', defaultMessage: 'With a zone offset, else in the time zone below.' },
  zoneOfTimesHint: {
    id: 'imports.field.zoneOfTimesHint',
    defaultMessage: 'Of times without an offset; UTC when empty.',
  },
  feature: { id: 'imports.field.feature', defaultMessage: 'Feature' },
  unknown_features: { id: 'imports.field.unknownFeatures', defaultMessage: 'Features nobody entered' },
  day: { id: 'imports.field.day', defaultMessage: 'Day' },
  dayHint: { id: 'imports.field.dayHint', defaultMessage: 'In files of data quality, instead of the time.' },
  usageTeamHint: {
    id: 'imports.field.usageTeamHint',
    defaultMessage: 'In files of data quality, instead of a person.',
  },
  complete: { id: 'imports.field.complete', defaultMessage: 'Complete records' },
  incomplete: { id: 'imports.field.incomplete', defaultMessage: 'Incomplete records' },
  duplicate: { id: 'imports.field.duplicate', defaultMessage: 'Duplicate records' },
  corrected: { id: 'imports.field.corrected', defaultMessage: 'Corrected records' },
})

const fields: Record<ImportKind, ImportField[]> = {
  directory: [
    { key: 'external_id', label: w.external_id, hint: w.externalIdHint, needed: true },
    { key: 'display_name', label: w.display_name },
    { key: 'team', label: w.team, needed: true, constant: 'also' },
    { key: 'parent_team', label: w.parent_team, hint: w.parentTeamHint, constant: 'also' },
    { key: 'position', label: w.position, needed: true, constant: 'also' },
    { key: 'email', label: w.email },
    { key: 'level', label: w.level, constant: 'also' },
    { key: 'manager', label: w.manager, hint: w.managerHint },
    { key: 'start_day', label: w.start_day, constant: 'also' },
    { key: 'end_day', label: w.end_day },
    { key: 'membership_start_day', label: w.membership_start_day, constant: 'also' },
    { key: 'part_time_days', label: w.part_time_days, hint: w.partTimeHint },
    { key: 'language', label: w.language, hint: w.languageHint, constant: 'also' },
    { key: 'site', label: w.site, constant: 'also' },
    { key: 'time_zone', label: w.time_zone, hint: w.timeZoneHint, constant: 'also' },
    { key: 'weekend', label: w.weekend, hint: w.weekendHint, constant: 'also' },
  ],
  usage: [
    { key: 'application', label: w.application, needed: true, constant: 'only' },
    { key: 'external_id', label: w.external_id, hint: w.externalIdHint, needed: true },
    { key: 'feature', label: w.feature, needed: true, constant: 'also' },
    { key: 'time', label: w.time, hint: w.timeHint, needed: true },
    { key: 'time_zone', label: w.time_zone, hint: w.zoneOfTimesHint, constant: 'only' },
    { key: 'event_id', label: w.event_id, hint: w.eventIdHint },
    { key: 'unknown_features', label: w.unknown_features, constant: 'only' },
    { key: 'day', label: w.day, hint: w.dayHint },
    { key: 'team', label: w.team, hint: w.usageTeamHint },
    { key: 'complete', label: w.complete },
    { key: 'incomplete', label: w.incomplete },
    { key: 'duplicate', label: w.duplicate },
    { key: 'corrected', label: w.corrected },
  ],
}

/** The fields of a kind of file, the important ones first. */
export function fieldsOf(kind: ImportKind): ImportField[] {
  return fields[kind]
}

const states = defineMessages({
  uploading: { id: 'imports.state.uploading', defaultMessage: 'Upload not finished' },
  ready: { id: 'imports.state.ready', defaultMessage: 'To be matched' },
  checking: { id: 'imports.state.checking', defaultMessage: 'Checking' },
  checked: { id: 'imports.state.checked', defaultMessage: 'Checked' },
  applying: { id: 'imports.state.applying', defaultMessage: 'Writing' },
  done: { id: 'imports.state.done', defaultMessage: 'Done' },
  failed: { id: 'imports.state.failed', defaultMessage: 'Failed' },
})

const stateLooks: Record<ImportState, [MessageDescriptor, Tone]> = {
  [ImportState.UNSPECIFIED]: [states.ready, 'neutral'],
  [ImportState.UPLOADING]: [states.uploading, 'warn'],
  [ImportState.READY]: [states.ready, 'info'],
  [ImportState.CHECKING]: [states.checking, 'info'],
  [ImportState.CHECKED]: [states.checked, 'brand'],
  [ImportState.APPLYING]: [states.applying, 'info'],
  [ImportState.DONE]: [states.done, 'good'],
  [ImportState.FAILED]: [states.failed, 'bad'],
}

/** How a state is said, and its colour. */
export function useStateLook() {
  const t = useText()
  return (state: ImportState): { text: string; tone: Tone } => {
    const [text, tone] = stateLooks[state]
    return { text: t(text), tone }
  }
}

const kinds: Record<string, MessageDescriptor> = defineMessages({
  people: { id: 'imports.count.people', defaultMessage: 'People' },
  teams: { id: 'imports.count.teams', defaultMessage: 'Teams' },
  positions: { id: 'imports.count.positions', defaultMessage: 'Positions' },
  memberships: { id: 'imports.count.memberships', defaultMessage: 'Memberships' },
  sites: { id: 'imports.count.sites', defaultMessage: 'Sites' },
  events: { id: 'imports.count.events', defaultMessage: 'Acts' },
  features: { id: 'imports.count.features', defaultMessage: 'Features' },
  reports: { id: 'imports.count.reports', defaultMessage: 'Quality reports' },
  team_days: { id: 'imports.count.teamDays', defaultMessage: 'Team days' },
  team_weeks: { id: 'imports.count.teamWeeks', defaultMessage: 'Team weeks' },
  quality_days: { id: 'imports.count.qualityDays', defaultMessage: 'Team days of quality' },
})

/** Puts a kind of thing that a file changes into words. */
export function useCountText() {
  const t = useText()
  return (kind: string) => {
    const known = kinds[kind]
    return known ? t(known) : kind
  }
}

const notices: Record<string, MessageDescriptor> = defineMessages({
  UNKNOWN_FEATURE: {
    id: 'imports.notice.UNKNOWN_FEATURE',
    defaultMessage: '{count, plural, one {# row names a feature} other {# rows name features}} that nobody entered.',
  },
  UNKNOWN_PERSON: {
    id: 'imports.notice.UNKNOWN_PERSON',
    defaultMessage:
      '{count, plural, one {# row names somebody} other {# rows name people}} not in the directory. What is younger than 35 days waits for them; import the rest again once they are there.',
  },
  UNKNOWN_MANAGER: {
    id: 'imports.notice.UNKNOWN_MANAGER',
    defaultMessage: '{count, plural, one {# manager is} other {# managers are}} not in the directory; left empty.',
  },
  EMPLOYMENT_ENDED: {
    id: 'imports.notice.EMPLOYMENT_ENDED',
    defaultMessage:
      '{count, plural, one {# person has} other {# people have}} left and {count, plural, one {stays} other {stay}} so. A first day after the last one brings somebody back.',
  },
  REOPENED: {
    id: 'imports.notice.REOPENED',
    defaultMessage: '{count, plural, one {# person who had left comes} other {# people who had left come}} back.',
  },
  HISTORY: {
    id: 'imports.notice.HISTORY',
    defaultMessage:
      '{count, plural, one {# row is} other {# rows are}} older than 35 days: of them only counts of teams are kept.',
  },
  NO_CORE_TASK: {
    id: 'imports.notice.NO_CORE_TASK',
    defaultMessage:
      'The application has no core task yet, so nobody counts as active. Choose the core tasks of its positions first.',
  },
  DUPLICATE_EVENT: {
    id: 'imports.notice.DUPLICATE_EVENT',
    defaultMessage: '{count, plural, one {# row is} other {# rows are}} in the file more than once and counts once.',
  },
})

/** Puts a fact about a file into words; a code from a newer server is shown as it is. */
export function useNoticeText() {
  const t = useText()
  return (code: string, count: number) => {
    const known = notices[code]
    return known ? t(known, { count }) : `${code} (${count})`
  }
}
