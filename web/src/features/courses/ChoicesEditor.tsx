import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import { LocalizedField } from '@/fields/Localized'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { type Choice, type ChoiceQuestion, ChoiceSchema } from '@/gen/hamgam/training/v1/quiz_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Field'
import type { QuestionProps } from './AnswersEditor'
import styles from './Courses.module.css'

/** Choices to tick, each with an explanation for whoever ticks it. */
export function ChoicesEditor({ question, edit, broken, path }: QuestionProps) {
  const t = useText()
  const format = useFormats()
  const { kind } = question
  if (kind.case !== 'singleChoice' && kind.case !== 'multipleChoice') return null
  const one = kind.case === 'singleChoice'
  const field = `${path}.${one ? 'single_choice' : 'multiple_choice'}.choices`
  const { choices } = kind.value
  const own = (change: (value: ChoiceQuestion) => void) =>
    edit(
      ({ kind: mine }) => void ((mine.case === 'singleChoice' || mine.case === 'multipleChoice') && change(mine.value)),
    )
  const change = (index: number, apply: (choice: Choice) => void) =>
    own((value) => {
      const mine = value.choices[index]
      if (mine) apply(mine)
    })
  const whole = broken.except([`${field}[`]).find((rule) => rule.field === field)
  return (
    <fieldset className={styles.answers}>
      <legend>
        {one
          ? t({ id: 'courses.tickRight', defaultMessage: 'Choices; tick the right one' })
          : t({ id: 'courses.tickAllRight', defaultMessage: 'Choices; tick all that are right' })}
      </legend>
      {whole && (
        <p className={styles.wrong} role="alert">
          {whole.description}
        </p>
      )}
      {choices.map((choice, index) => {
        const name = t(
          { id: 'courses.choice', defaultMessage: 'Choice {number}' },
          { number: format.number(index + 1) },
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: choices have no other key
          <div key={index} className={styles.choice} data-right={choice.correct || undefined}>
            <Checkbox
              aria-label={t({ id: 'courses.isRight', defaultMessage: '{name} is right' }, { name })}
              isSelected={choice.correct}
              onChange={(correct) =>
                own((value) => {
                  value.choices.forEach((other, at) => {
                    if (at === index) other.correct = correct
                    else if (one && correct) other.correct = false
                  })
                })
              }
            >
              {null}
            </Checkbox>
            <div className={styles.choiceFields}>
              <LocalizedField
                label={name}
                value={choice.text}
                onChange={(text) =>
                  change(index, (mine) => {
                    mine.text = text
                  })
                }
                error={broken.at(`${field}[${index}].text`)}
              />
              <LocalizedField
                label={t({ id: 'courses.choiceExplanation', defaultMessage: 'To whoever ticks it' })}
                value={choice.explanation}
                onChange={(text) =>
                  change(index, (mine) => {
                    mine.explanation = text
                  })
                }
                error={broken.at(`${field}[${index}].explanation`)}
                marks={false}
                optional
              />
            </div>
            <RowTools
              name={name}
              index={index}
              count={choices.length}
              least={2}
              onMove={(by) => own((value) => move(value.choices, index, by))}
              onRemove={() => own((value) => void value.choices.splice(index, 1))}
            />
          </div>
        )
      })}
      {choices.length < 20 && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onPress={() => own((value) => void value.choices.push(create(ChoiceSchema)))}
          >
            {t({ id: 'courses.addChoice', defaultMessage: 'Add a choice' })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
