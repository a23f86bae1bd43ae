import { defineMessages } from 'react-intl'

/** Words that every screen which edits something needs. */
export const words = defineMessages({
  save: { id: 'fields.save', defaultMessage: 'Save' },
  saved: { id: 'fields.saved', defaultMessage: 'Saved.' },
  create: { id: 'fields.create', defaultMessage: 'Create' },
  cancel: { id: 'ui.cancel', defaultMessage: 'Cancel' },
  add: { id: 'fields.add', defaultMessage: 'Add' },
  edit: { id: 'fields.edit', defaultMessage: 'Edit' },
  remove: { id: 'fields.remove', defaultMessage: 'Remove' },
  discard: { id: 'fields.discard', defaultMessage: 'Discard changes' },
  showMore: { id: 'ui.more', defaultMessage: 'Show more' },
  setUp: { id: 'fields.setUp', defaultMessage: 'Set-up' },
  title: { id: 'fields.title', defaultMessage: 'Title' },
  name: { id: 'fields.name', defaultMessage: 'Name' },
  team: { id: 'fields.team', defaultMessage: 'Team' },
  position: { id: 'fields.position', defaultMessage: 'Position' },
  site: { id: 'fields.site', defaultMessage: 'Site' },
  level: { id: 'fields.level', defaultMessage: 'Level' },
  state: { id: 'fields.state', defaultMessage: 'State' },
  course: { id: 'fields.course', defaultMessage: 'Course' },
  application: { id: 'fields.application', defaultMessage: 'Application' },
  language: { id: 'fields.language', defaultMessage: 'Language' },
  any: { id: 'fields.any', defaultMessage: 'Any' },
  none: { id: 'fields.none', defaultMessage: 'None' },
})
