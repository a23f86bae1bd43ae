import { Check, CircleAlert, Eye, EyeOff, Minus, Plus, Search, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  Form as AriaForm,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Button,
  FieldError,
  type FormProps,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import { useText } from '@/i18n/text'
import { cx } from './cx'
import styles from './Field.module.css'
import { useKeepFocus } from './Focus'

/** What every field has around its control. */
export interface FieldFrame {
  label: string
  /** Shown under the control, always. */
  hint?: ReactNode
  /** The broken rule, from the server or from the form; makes the field invalid. */
  error?: string
  /** Says "optional" beside the label. */
  optional?: boolean
}

/** The label, hint and error that surround a control. */
export function Frame({ label, hint, error, optional, children }: FieldFrame & { children: ReactNode }) {
  const t = useText()
  return (
    <>
      <Label className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> ({t({ id: 'ui.optional', defaultMessage: 'optional' })})</span>}
      </Label>
      {children}
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Broken>{error}</Broken>
    </>
  )
}

function Broken({ children }: { children?: string }) {
  return (
    <FieldError className={styles.error}>
      <CircleAlert size={15} aria-hidden />
      {children}
    </FieldError>
  )
}

/** Marks a control as invalid when there is an error text; `Frame` shows the text. */
export function invalid(error: string | undefined) {
  return error ? { isInvalid: true } : {}
}

/** A form: each field shows its own `error`, which comes from `fieldErrors`. The keyboard stays in it when a row goes. */
export function Form(props: FormProps) {
  const form = useKeepFocus<HTMLFormElement>()
  return <AriaForm validationBehavior="aria" {...props} ref={form} className={styles.form} />
}
export const FormRow = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>
export const FormActions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>

export function TextField({
  label,
  hint,
  error,
  optional,
  placeholder,
  multiline,
  rows,
  mono,
  ...rest
}: FieldFrame & {
  placeholder?: string
  multiline?: boolean
  rows?: number
  mono?: boolean
} & Omit<AriaTextFieldProps, 'children' | 'className'>) {
  return (
    <AriaTextField {...rest} {...invalid(error)} className={styles.field}>
      <Frame {...{ label, hint, error, optional }}>
        {multiline ? (
          <AriaTextArea
            className={cx(styles.control, mono && styles.mono)}
            rows={rows}
            placeholder={placeholder}
            dir="auto"
          />
        ) : (
          <Input
            className={cx(styles.control, mono && styles.mono)}
            placeholder={placeholder}
            dir={rest.type === 'email' || rest.type === 'url' || mono ? 'ltr' : 'auto'}
          />
        )}
      </Frame>
    </AriaTextField>
  )
}

/** A password, with a button to look at what was typed. */
export function PasswordField({
  label,
  hint,
  error,
  ...rest
}: FieldFrame & Omit<AriaTextFieldProps, 'children' | 'className' | 'type'>) {
  const t = useText()
  const [shown, setShown] = useState(false)
  return (
    <AriaTextField {...rest} {...invalid(error)} type={shown ? 'text' : 'password'} className={styles.field}>
      <Frame {...{ label, hint, error }}>
        <Group className={styles.group}>
          <Input dir="ltr" />
          <Button
            className={styles.addon}
            onPress={() => setShown(!shown)}
            aria-label={
              shown
                ? t({ id: 'ui.hidePassword', defaultMessage: 'Hide the password' })
                : t({ id: 'ui.showPassword', defaultMessage: 'Show the password' })
            }
          >
            {shown ? <EyeOff size={17} aria-hidden /> : <Eye size={17} aria-hidden />}
          </Button>
        </Group>
      </Frame>
    </AriaTextField>
  )
}

export function NumberField({
  label,
  hint,
  error,
  optional,
  ...rest
}: FieldFrame & Omit<AriaNumberFieldProps, 'children' | 'className'>) {
  return (
    <AriaNumberField {...rest} {...invalid(error)} className={styles.field}>
      <Frame {...{ label, hint, error, optional }}>
        <Group className={styles.group}>
          <Input />
          <Button slot="decrement" className={styles.addon}>
            <Minus size={16} aria-hidden />
          </Button>
          <Button slot="increment" className={styles.addon}>
            <Plus size={16} aria-hidden />
          </Button>
        </Group>
      </Frame>
    </AriaNumberField>
  )
}

export function SearchField({
  label,
  placeholder,
  ...rest
}: { label: string; placeholder?: string } & Omit<AriaSearchFieldProps, 'children' | 'className'>) {
  const t = useText()
  return (
    <AriaSearchField {...rest} aria-label={label} className={styles.field}>
      {({ isEmpty }) => (
        <Group className={styles.group} data-empty={isEmpty || undefined}>
          <Search size={17} aria-hidden />
          <Input placeholder={placeholder ?? label} />
          <Button
            className={cx(styles.addon, styles.clear)}
            aria-label={t({ id: 'ui.clear', defaultMessage: 'Clear' })}
          >
            <X size={16} aria-hidden />
          </Button>
        </Group>
      )}
    </AriaSearchField>
  )
}

export function Checkbox({
  children,
  ...rest
}: { children: ReactNode } & Omit<AriaCheckboxProps, 'children' | 'className'>) {
  return (
    <AriaCheckbox {...rest} className={styles.check}>
      {({ isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden>
            {isIndeterminate ? <Minus size={14} strokeWidth={3} /> : <Check size={14} strokeWidth={3} />}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  )
}

export function Switch({
  children,
  ...rest
}: { children: ReactNode } & Omit<AriaSwitchProps, 'children' | 'className'>) {
  return (
    <AriaSwitch {...rest} className={styles.check}>
      <span className={styles.track} aria-hidden />
      <span>{children}</span>
    </AriaSwitch>
  )
}

/** One choice of a radio group. */
export interface RadioOption {
  value: string
  label: ReactNode
  hint?: ReactNode
}

/** Radio buttons; `cards` gives each choice a frame of its own. */
export function RadioGroup({
  label,
  hint,
  error,
  options,
  cards,
  ...rest
}: FieldFrame & { options: RadioOption[]; cards?: boolean } & Omit<AriaRadioGroupProps, 'children' | 'className'>) {
  return (
    <AriaRadioGroup {...rest} {...invalid(error)} className={styles.field}>
      <Frame {...{ label, hint, error }}>
        <div className={cards ? styles.optionCards : styles.options}>
          {options.map((option) => (
            <AriaRadio key={option.value} value={option.value} className={styles.check}>
              <span className={styles.dot} aria-hidden />
              <span>
                {option.label}
                {option.hint && (
                  <>
                    <br />
                    <span className={styles.hint}>{option.hint}</span>
                  </>
                )}
              </span>
            </AriaRadio>
          ))}
        </div>
      </Frame>
    </AriaRadioGroup>
  )
}
