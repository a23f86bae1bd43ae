import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import type { Broken } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { type LocalizedText, LocalizedTextSchema } from '@/gen/hamgam/localization/v1/localization_pb'
import { type MatchingPair, MatchingPairSchema, type Question } from '@/gen/hamgam/training/v1/quiz_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { FormRow, NumberField, RadioGroup, TextField } from '@/ui/Field'
import { ChoicesEditor } from './ChoicesEditor'
import styles from './Courses.module.css'

/** What the parts of a question's editor need. */
export interface QuestionProps {
  question: Question
  edit: (change: (question: Question) => void) => void
  broken: Broken
  path: string
}

/** The answers of a question, by its kind. */
export function AnswersEditor(props: QuestionProps) {
  switch (props.question.kind.case) {
    case 'singleChoice':
    case 'multipleChoice':
      return <ChoicesEditor {...props} />
    case 'trueFalse':
      return <TrueFalse {...props} />
    case 'ordering':
      return <Ordering {...props} />
    case 'matching':
      return <Matching {...props} />
    case 'number':
      return <NumberAnswer {...props} />
    case 'shortText':
      return <ShortText {...props} />
    default:
      return null
  }
}

function TrueFalse({ question, edit, broken, path }: QuestionProps) {
  const t = useText()
  if (question.kind.case !== 'trueFalse') return null
  const { value } = question.kind
  return (
    <>
      <RadioGroup
        label={t({ id: 'courses.holds', defaultMessage: 'Does it hold?' })}
        value={value.answer ? 'true' : 'false'}
        onChange={(answer) =>
          edit(({ kind }) => {
            if (kind.case === 'trueFalse') kind.value.answer = answer === 'true'
          })
        }
        options={[
          { value: 'true', label: t({ id: 'courses.true', defaultMessage: 'True' }) },
          { value: 'false', label: t({ id: 'courses.false', defaultMessage: 'False' }) },
        ]}
      />
      <FormRow>
        <LocalizedField
          label={t({ id: 'courses.ifTrue', defaultMessage: 'To whoever says “true”' })}
          value={value.trueExplanation}
          onChange={(text) =>
            edit(({ kind }) => {
              if (kind.case === 'trueFalse') kind.value.trueExplanation = text
            })
          }
          error={broken.at(`${path}.true_false.true_explanation`)}
          optional
        />
        <LocalizedField
          label={t({ id: 'courses.ifFalse', defaultMessage: 'To whoever says “false”' })}
          value={value.falseExplanation}
          onChange={(text) =>
            edit(({ kind }) => {
              if (kind.case === 'trueFalse') kind.value.falseExplanation = text
            })
          }
          error={broken.at(`${path}.true_false.false_explanation`)}
          optional
        />
      </FormRow>
    </>
  )
}

function Ordering({ question, edit, broken, path }: QuestionProps) {
  const t = useText()
  const format = useFormats()
  if (question.kind.case !== 'ordering') return null
  const { items } = question.kind.value
  const own = (change: (items: LocalizedText[]) => void) =>
    edit(({ kind }) => void (kind.case === 'ordering' && change(kind.value.items)))
  const name = (index: number) =>
    t({ id: 'courses.item', defaultMessage: 'Item {number}' }, { number: format.number(index + 1) })
  return (
    <fieldset className={styles.answers}>
      <legend>
        {t({ id: 'courses.rightOrder', defaultMessage: 'Items in the right order; the learner sees them shuffled' })}
      </legend>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other key
        <div key={index} className={styles.answer}>
          <LocalizedField
            label={name(index)}
            value={item}
            onChange={(text) =>
              own((all) => {
                all[index] = text ?? create(LocalizedTextSchema)
              })
            }
            error={broken.at(`${path}.ordering.items[${index}]`)}
          />
          <RowTools
            name={name(index)}
            index={index}
            count={items.length}
            least={2}
            onMove={(by) => own((all) => move(all, index, by))}
            onRemove={() => own((all) => void all.splice(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={Plus} onPress={() => own((all) => void all.push(create(LocalizedTextSchema)))}>
          {t({ id: 'courses.addItem', defaultMessage: 'Add an item' })}
        </Button>
      </div>
    </fieldset>
  )
}

function Matching({ question, edit, broken, path }: QuestionProps) {
  const t = useText()
  const format = useFormats()
  if (question.kind.case !== 'matching') return null
  const { pairs } = question.kind.value
  const own = (change: (pairs: MatchingPair[]) => void) =>
    edit(({ kind }) => void (kind.case === 'matching' && change(kind.value.pairs)))
  const name = (index: number) =>
    t({ id: 'courses.pair', defaultMessage: 'Pair {number}' }, { number: format.number(index + 1) })
  return (
    <fieldset className={styles.answers}>
      <legend>
        {t({ id: 'courses.pairs', defaultMessage: 'What belongs together; the learner sees the second ones shuffled' })}
      </legend>
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no other key
        <div key={index} className={styles.answer}>
          <FormRow>
            <LocalizedField
              label={t({ id: 'courses.pairPrompt', defaultMessage: 'This' })}
              value={pair.prompt}
              onChange={(text) =>
                own((all) => {
                  const mine = all[index]
                  if (mine) mine.prompt = text
                })
              }
              error={broken.at(`${path}.matching.pairs[${index}].prompt`)}
            />
            <LocalizedField
              label={t({ id: 'courses.pairMatch', defaultMessage: 'belongs to' })}
              value={pair.match}
              onChange={(text) =>
                own((all) => {
                  const mine = all[index]
                  if (mine) mine.match = text
                })
              }
              error={broken.at(`${path}.matching.pairs[${index}].match`)}
            />
          </FormRow>
          <RowTools
            name={name(index)}
            index={index}
            count={pairs.length}
            least={2}
            onMove={(by) => own((all) => move(all, index, by))}
            onRemove={() => own((all) => void all.splice(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={Plus} onPress={() => own((all) => void all.push(create(MatchingPairSchema)))}>
          {t({ id: 'courses.addPair', defaultMessage: 'Add a pair' })}
        </Button>
      </div>
    </fieldset>
  )
}

function NumberAnswer({ question, edit, broken, path }: QuestionProps) {
  const t = useText()
  if (question.kind.case !== 'number') return null
  const { value } = question.kind
  const anyFraction = { maximumFractionDigits: 6 }
  return (
    <FormRow>
      <NumberField
        label={t({ id: 'courses.rightNumber', defaultMessage: 'Right number' })}
        value={value.answer}
        onChange={(answer) =>
          edit(({ kind }) => {
            if (kind.case === 'number') kind.value.answer = answer || 0
          })
        }
        formatOptions={anyFraction}
        error={broken.at(`${path}.number.answer`)}
      />
      <NumberField
        label={t({ id: 'courses.tolerance', defaultMessage: 'May be off by' })}
        value={value.tolerance}
        onChange={(tolerance) =>
          edit(({ kind }) => {
            if (kind.case === 'number') kind.value.tolerance = tolerance || 0
          })
        }
        minValue={0}
        formatOptions={anyFraction}
        error={broken.at(`${path}.number.tolerance`)}
      />
      <LocalizedField
        label={t({ id: 'courses.unit', defaultMessage: 'Counted in' })}
        value={value.unit}
        onChange={(unit) =>
          edit(({ kind }) => {
            if (kind.case === 'number') kind.value.unit = unit
          })
        }
        error={broken.at(`${path}.number.unit`)}
        optional
      />
    </FormRow>
  )
}

function ShortText({ question, edit, broken, path }: QuestionProps) {
  const t = useText()
  if (question.kind.case !== 'shortText') return null
  const { accepted } = question.kind.value
  const field = `${path}.short_text.accepted`
  return (
    <TextField
      label={t({ id: 'courses.accepted', defaultMessage: 'Answers that count, one on each line' })}
      hint={t({
        id: 'courses.acceptedHint',
        defaultMessage:
          'In any language. Case, spaces, half spaces, diacritics, digits and the forms of ی and ک make no difference.',
      })}
      value={accepted.join('\n')}
      onChange={(text) =>
        edit(({ kind }) => {
          if (kind.case === 'shortText') kind.value.accepted = text.split('\n')
        })
      }
      error={broken.at(field)}
      multiline
      rows={4}
    />
  )
}
