import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components'
import { useText } from '@/i18n/text'
import { ComboBox, type Option } from '@/ui/Select'
import styles from './fields.module.css'
import { words } from './words'

/** Chooses several of many things: what is chosen stands in tags, and more are found by typing. */
export function Many({
  label,
  options,
  values,
  onChange,
  error,
  hint,
  optional,
}: {
  label: string
  options: Option[]
  values: string[]
  onChange: (values: string[]) => void
  error?: string
  hint?: string
  optional?: boolean
}) {
  const t = useText()
  // A new field after each choice, because the text of the last one would stand in it.
  const [turn, setTurn] = useState(0)
  const chosen = values.map((id) => options.find((option) => option.id === id) ?? { id, label: id })
  const left = options.filter(({ id }) => !values.includes(id))
  return (
    <div className={styles.many}>
      <ComboBox
        key={turn}
        {...{ label, error, hint, optional }}
        options={left}
        value={null}
        placeholder={t({ id: 'fields.typeToFind', defaultMessage: 'Type to find, choose to add' })}
        onChange={(id) => {
          if (id === null) return
          onChange([...values, id])
          setTurn(turn + 1)
        }}
      />
      {chosen.length > 0 && (
        <TagGroup
          onRemove={(keys) => onChange(values.filter((id) => !keys.has(id)))}
          selectionMode="none"
          className={styles.tagGroup}
        >
          <Label className="visually-hidden">{label}</Label>
          <TagList className={styles.tags}>
            {chosen.map((option) => (
              <Tag key={option.id} id={option.id} textValue={option.label} className={styles.tag}>
                <span dir="auto">{option.label}</span>
                <Button slot="remove" className={styles.tagRemove} aria-label={t(words.remove)}>
                  <X size={13} aria-hidden />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  )
}
