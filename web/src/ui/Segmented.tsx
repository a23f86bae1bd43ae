import type { LucideIcon } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './Field.module.css'

/** Two to five choices side by side, for views and settings that apply at once. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string
  value: T
  onChange: (value: T) => void
  options: { value: T; label: string; icon?: LucideIcon }[]
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.segments}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [first] = keys
        if (first !== undefined) onChange(first as T)
      }}
    >
      {options.map(({ value, label, icon: Icon }) => (
        <ToggleButton key={value} id={value} className={styles.segment}>
          {Icon && <Icon size={15} aria-hidden />}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
