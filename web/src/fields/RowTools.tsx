import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import styles from './fields.module.css'
import { words } from './words'

/** The tools of an item in an ordered list: up, down, away. `name` tells a screen reader which item. */
export function RowTools({
  name,
  index,
  count,
  least = 0,
  onMove,
  onRemove,
}: {
  name: string
  index: number
  count: number
  /** How many must stay. */
  least?: number
  onMove?: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const t = useText()
  return (
    <span className={styles.tools}>
      {onMove && (
        <>
          <IconButton
            size="small"
            icon={ArrowUp}
            label={t({ id: 'fields.up', defaultMessage: 'Move {name} up' }, { name })}
            isDisabled={index === 0}
            onPress={() => onMove(-1)}
          />
          <IconButton
            size="small"
            icon={ArrowDown}
            label={t({ id: 'fields.down', defaultMessage: 'Move {name} down' }, { name })}
            isDisabled={index === count - 1}
            onPress={() => onMove(1)}
          />
        </>
      )}
      <IconButton
        size="small"
        icon={Trash2}
        label={`${t(words.remove)}: ${name}`}
        isDisabled={count <= least}
        onPress={onRemove}
      />
    </span>
  )
}
