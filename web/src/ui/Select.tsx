import { Check, ChevronDown } from 'lucide-react'
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  Button,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { useText } from '@/i18n/text'
import { cx } from './cx'
import { type FieldFrame, Frame, invalid } from './Field'
import styles from './Field.module.css'
import overlay from './Overlay.module.css'

/** One choice. */
export interface Option {
  id: string
  label: string
  hint?: string
}

function Choice({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={overlay.item}>
      {({ isSelected }) => (
        <>
          <span className={overlay.itemText}>
            <Text slot="label">{option.label}</Text>
            {option.hint && (
              <Text slot="description" className={overlay.itemHint}>
                {option.hint}
              </Text>
            )}
          </span>
          {isSelected && <Check size={16} aria-hidden />}
        </>
      )}
    </ListBoxItem>
  )
}

/** Chooses one of up to about fifteen things. */
export function Select({
  label,
  hint,
  error,
  optional,
  options,
  value,
  onChange,
  labelHidden,
  ...rest
}: FieldFrame & {
  options: Option[]
  value: string | null
  onChange: (id: string) => void
  labelHidden?: boolean
} & Omit<AriaSelectProps<Option>, 'children' | 'className' | 'value' | 'onChange'>) {
  const t = useText()
  const trigger = (
    <Button className={cx(styles.control, styles.trigger)}>
      <SelectValue className={styles.value} />
      <ChevronDown size={16} aria-hidden />
    </Button>
  )
  return (
    <AriaSelect
      // The library has no Persian of its own.
      placeholder={t({ id: 'ui.choose', defaultMessage: 'Choose' })}
      {...rest}
      {...invalid(error)}
      aria-label={labelHidden ? label : undefined}
      className={styles.field}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      {labelHidden ? trigger : <Frame {...{ label, hint, error, optional }}>{trigger}</Frame>}
      <Popover className={overlay.popover} offset={5}>
        <ListBox items={options} className={overlay.list}>
          {(option) => <Choice option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** Chooses one of many things by typing a part of its name. */
export function ComboBox({
  label,
  hint,
  error,
  optional,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: FieldFrame & {
  options: Option[]
  value: string | null
  onChange: (id: string | null) => void
  placeholder?: string
} & Omit<AriaComboBoxProps<Option>, 'children' | 'className' | 'value' | 'onChange'>) {
  const t = useText()
  return (
    <AriaComboBox
      {...rest}
      {...invalid(error)}
      className={styles.field}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      // Else the list would vanish without a word when nothing matches.
      allowsEmptyCollection
    >
      <Frame {...{ label, hint, error, optional }}>
        <Group className={styles.group}>
          <Input placeholder={placeholder} />
          <Button className={styles.addon}>
            <ChevronDown size={16} aria-hidden />
          </Button>
        </Group>
      </Frame>
      <Popover className={overlay.popover} offset={5}>
        <ListBox<Option>
          className={overlay.list}
          renderEmptyState={() => (
            <p className={overlay.empty}>{t({ id: 'ui.noMatch', defaultMessage: 'Nothing matches.' })}</p>
          )}
        >
          {(option) => <Choice option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
