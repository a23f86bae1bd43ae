import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components'
import { useColleagues } from '@/api/colleagues'
import { useText } from '@/i18n/text'
import { ComboBox } from '@/ui/Select'
import styles from './fields.module.css'
import { words } from './words'

/** Somebody who was chosen. */
export interface Chosen {
  person: string
  name: string
}

/** Chooses colleagues by typing a part of a name; nothing else of them is shown than name and team. */
export function Colleagues({
  label,
  hint,
  error,
  optional,
  chosen,
  most,
  onChange,
}: {
  label: string
  hint?: string
  error?: string
  optional?: boolean
  chosen: Chosen[]
  /** How many at most. */
  most: number
  onChange: (chosen: Chosen[]) => void
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [rested, setRested] = useState('')
  // A new field after each choice, because the name of the last one would stand in it.
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useColleagues(rested)
  const found = (data?.colleagues ?? []).filter(({ person }) => !chosen.some((each) => each.person === person))
  return (
    <div className={styles.many}>
      {chosen.length < most && (
        <ComboBox
          key={turn}
          {...{ label, hint, error, optional }}
          options={[]}
          // The server has looked already; filtering again here would lose other spellings.
          items={found.map(({ person, displayName, teamDisplayName }) => ({
            id: person,
            label: displayName,
            hint: teamDisplayName,
          }))}
          value={null}
          inputValue={typed}
          onInputChange={setTyped}
          placeholder={t({ id: 'fields.typeName', defaultMessage: 'Type a name' })}
          onChange={(person) => {
            const one = found.find((each) => each.person === person)
            if (!one) return
            onChange([...chosen, { person: one.person, name: one.displayName }])
            setTyped('')
            setTurn(turn + 1)
          }}
        />
      )}
      {chosen.length > 0 && (
        <TagGroup
          onRemove={(gone) => onChange(chosen.filter(({ person }) => !gone.has(person)))}
          selectionMode="none"
          className={styles.tagGroup}
        >
          <Label className="visually-hidden">{label}</Label>
          <TagList className={styles.tags}>
            {chosen.map(({ person, name }) => (
              <Tag key={person} id={person} textValue={name} className={styles.tag}>
                <span dir="auto">{name}</span>
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
