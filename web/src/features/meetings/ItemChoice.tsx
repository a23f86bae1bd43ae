import { words } from '@/fields/words'
import type { AgendaItem } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Select } from '@/ui/Select'

const none = 'none'

/** Chooses the agenda item that something belongs to, or none. */
export function ItemChoice({
  items,
  value,
  onChange,
  error,
}: {
  items: AgendaItem[]
  value: string
  onChange: (item: string) => void
  error?: string
}) {
  const t = useText()
  const read = useLocalized()
  return (
    <Select
      label={t({ id: 'meetings.item', defaultMessage: 'Agenda item' })}
      options={[
        { id: none, label: t(words.none) },
        ...items.map(({ name, title }) => ({ id: name, label: read(title) })),
      ]}
      value={value || none}
      onChange={(id) => onChange(id === none ? '' : id)}
      error={error}
      optional
    />
  )
}
