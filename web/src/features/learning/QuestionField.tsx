import { create } from '@bufbuild/protobuf'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { CheckboxGroup } from 'react-aria-components'
import { type Answer, AnswerSchema, type AskedQuestion, QuestionKind } from '@/gen/hamgam/training/v1/quiz_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import { Checkbox, RadioGroup, TextField } from '@/ui/Field'
import fields from '@/ui/Field.module.css'
import { Markdown } from '@/ui/Markdown'
import { Select } from '@/ui/Select'
import styles from './Player.module.css'

interface Props {
  question: AskedQuestion
  answer: Answer | undefined
  onChange: (answer: Answer) => void
}

/** One question with the control for its kind. */
export function QuestionField({ number, ...props }: Props & { number: number }) {
  const t = useText()
  const localized = useLocalized()
  return (
    <fieldset className={styles.question}>
      <legend>
        <span className={styles.number}>
          {t({ id: 'learning.questionNumber', defaultMessage: 'Question {number, number}' }, { number })}
        </span>
        <Markdown source={localized(props.question.prompt)} />
      </legend>
      <Control {...props} />
    </fieldset>
  )
}

function Control(props: Props) {
  switch (props.question.kind) {
    case QuestionKind.SINGLE_CHOICE:
      return <Single {...props} />
    case QuestionKind.MULTIPLE_CHOICE:
      return <Multiple {...props} />
    case QuestionKind.TRUE_FALSE:
      return <TrueFalse {...props} />
    case QuestionKind.ORDERING:
      return <Ordering {...props} />
    case QuestionKind.MATCHING:
      return <Matching {...props} />
    default:
      return <Written {...props} />
  }
}

const keysOf = (answer: Answer | undefined) => (answer?.value.case === 'keys' ? answer.value.value.keys : [])

function Single({ question, answer, onChange }: Props) {
  const t = useText()
  const localized = useLocalized()
  return (
    <RadioGroup
      cards
      label={t({ id: 'learning.chooseOne', defaultMessage: 'Choose one' })}
      value={keysOf(answer)[0] ?? null}
      onChange={(key) =>
        onChange(create(AnswerSchema, { question: question.id, value: { case: 'keys', value: { keys: [key] } } }))
      }
      options={question.options.map(({ key, text }) => ({ value: key, label: localized(text) }))}
    />
  )
}

function Multiple({ question, answer, onChange }: Props) {
  const t = useText()
  const localized = useLocalized()
  const label = t({ id: 'learning.chooseAll', defaultMessage: 'Choose all that are right' })
  return (
    <CheckboxGroup
      aria-label={label}
      className={fields.field}
      value={keysOf(answer)}
      onChange={(keys) =>
        onChange(create(AnswerSchema, { question: question.id, value: { case: 'keys', value: { keys } } }))
      }
    >
      <span className={fields.label}>{label}</span>
      <div className={fields.optionCards}>
        {question.options.map(({ key, text }) => (
          <Checkbox key={key} value={key}>
            {localized(text)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}

function TrueFalse({ question, answer, onChange }: Props) {
  const t = useText()
  return (
    <RadioGroup
      cards
      label={t({ id: 'learning.isIt', defaultMessage: 'Is it so?' })}
      value={answer?.value.case === 'truth' ? String(answer.value.value) : null}
      onChange={(value) =>
        onChange(create(AnswerSchema, { question: question.id, value: { case: 'truth', value: value === 'true' } }))
      }
      options={[
        { value: 'true', label: t({ id: 'learning.true', defaultMessage: 'True' }) },
        { value: 'false', label: t({ id: 'learning.false', defaultMessage: 'False' }) },
      ]}
    />
  )
}

function Ordering({ question, answer, onChange }: Props) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const kept = keysOf(answer)
  const keys = kept.length === question.options.length ? kept : question.options.map(({ key }) => key)
  const move = (from: number, to: number) => {
    const next = [...keys]
    const [key] = next.splice(from, 1)
    if (key === undefined) return
    next.splice(to, 0, key)
    onChange(create(AnswerSchema, { question: question.id, value: { case: 'keys', value: { keys: next } } }))
  }
  return (
    <ol className={styles.ordering} aria-label={t({ id: 'learning.order', defaultMessage: 'Put these in order' })}>
      {keys.map((key, index) => {
        const text = localized(question.options.find((option) => option.key === key)?.text)
        return (
          <li key={key} className={styles.orderItem}>
            <span className={styles.orderNumber}>{format.number(index + 1)}</span>
            {text}
            <IconButton
              size="small"
              icon={ArrowUp}
              isDisabled={index === 0}
              label={t({ id: 'learning.up', defaultMessage: 'Move up: {text}' }, { text })}
              onPress={() => move(index, index - 1)}
            />
            <IconButton
              size="small"
              icon={ArrowDown}
              isDisabled={index === keys.length - 1}
              label={t({ id: 'learning.down', defaultMessage: 'Move down: {text}' }, { text })}
              onPress={() => move(index, index + 1)}
            />
          </li>
        )
      })}
    </ol>
  )
}

function Matching({ question, answer, onChange }: Props) {
  const localized = useLocalized()
  const pairs = answer?.value.case === 'pairs' ? answer.value.value.pairs : {}
  return (
    <div className={styles.pairs}>
      {question.prompts.map(({ key, text }) => (
        <div key={key} className={styles.pair}>
          <span>{localized(text)}</span>
          <Select
            label={localized(text)}
            labelHidden
            value={pairs[key] ?? null}
            onChange={(option) =>
              onChange(
                create(AnswerSchema, {
                  question: question.id,
                  value: { case: 'pairs', value: { pairs: { ...pairs, [key]: option } } },
                }),
              )
            }
            options={question.options.map((option) => ({ id: option.key, label: localized(option.text) }))}
          />
        </div>
      ))}
    </div>
  )
}

function Written({ question, answer, onChange }: Props) {
  const t = useText()
  const localized = useLocalized()
  const isNumber = question.kind === QuestionKind.NUMBER
  return (
    <TextField
      label={
        isNumber
          ? t({ id: 'learning.number', defaultMessage: 'A number' })
          : t({ id: 'learning.shortText', defaultMessage: 'In a few words' })
      }
      hint={localized(question.unit) || undefined}
      inputMode={isNumber ? 'decimal' : undefined}
      value={answer?.value.case === 'text' ? answer.value.value : ''}
      onChange={(text) =>
        onChange(create(AnswerSchema, { question: question.id, value: { case: 'text', value: text } }))
      }
    />
  )
}
