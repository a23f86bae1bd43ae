import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import type { Broken } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { words } from '@/fields/words'
import {
  type Pulse,
  type PulseQuestion,
  PulseQuestionKind,
  PulseQuestionSchema,
} from '@/gen/hamgam/feedback/v1/pulse_pb'
import { LocalizedTextSchema } from '@/gen/hamgam/localization/v1/localization_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Switch } from '@/ui/Field'
import { Menu, MenuItem } from '@/ui/Menu'
import { isOwn, kinds, useKindText } from './kinds'
import styles from './Pulses.module.css'

type Edit = (change: (pulse: Pulse) => void) => void

/** The questions of a pulse in their order. */
export function QuestionRows({ questions, edit, broken }: { questions: PulseQuestion[]; edit: Edit; broken: Broken }) {
  const t = useText()
  const format = useFormats()
  const kindText = useKindText()
  return (
    <fieldset className={styles.part}>
      <legend>{t({ id: 'pulses.questions', defaultMessage: 'Questions' })}</legend>
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: questions have no other key before they are saved
          <li key={index} className={styles.question}>
            <div className={styles.questionHead}>
              <span className={styles.number}>{format.number(index + 1)}</span>
              <strong>{kindText(question.kind)}</strong>
              <RowTools
                name={kindText(question.kind)}
                index={index}
                count={questions.length}
                least={1}
                onMove={(by) => edit((next) => move(next.questions, index, by))}
                onRemove={() => edit((next) => void next.questions.splice(index, 1))}
              />
            </div>
            <QuestionEditor question={question} index={index} edit={edit} broken={broken} />
          </li>
        ))}
      </ol>
      {questions.length < 10 && (
        <Menu
          label={t({ id: 'pulses.addQuestion', defaultMessage: 'Add a question' })}
          trigger={
            <Button size="small" icon={Plus}>
              {t({ id: 'pulses.addQuestion', defaultMessage: 'Add a question' })}
            </Button>
          }
        >
          {kinds.map((kind) => (
            <MenuItem
              key={kind}
              onAction={() => edit((next) => void next.questions.push(create(PulseQuestionSchema, start(kind))))}
            >
              {kindText(kind)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {questions.length === 0 && broken.at('questions') && <p className={styles.wrong}>{broken.at('questions')}</p>}
    </fieldset>
  )
}

function start(kind: PulseQuestionKind) {
  return { kind, required: kind !== PulseQuestionKind.TEXT, choices: kind === PulseQuestionKind.CHOICE ? [{}, {}] : [] }
}

function QuestionEditor({
  question,
  index,
  edit,
  broken,
}: {
  question: PulseQuestion
  index: number
  edit: Edit
  broken: Broken
}) {
  const t = useText()
  const format = useFormats()
  const path = `questions[${index}]`
  const change = (apply: (question: PulseQuestion) => void) =>
    edit((next) => {
      const own = next.questions[index]
      if (own) apply(own)
    })
  return (
    <>
      <LocalizedField
        label={t({ id: 'pulses.question', defaultMessage: 'Question' })}
        hint={
          isOwn(question.kind)
            ? undefined
            : t({ id: 'pulses.usual', defaultMessage: 'Empty: the usual words, in three languages.' })
        }
        value={question.text}
        onChange={(text) =>
          change((own) => {
            own.text = text
          })
        }
        error={broken.at(`${path}.text`)}
        optional={!isOwn(question.kind)}
      />
      {question.kind === PulseQuestionKind.CHOICE && (
        <ol className={styles.choices}>
          {question.choices.map((choice, at) => {
            const name = t(
              { id: 'pulses.answerNumber', defaultMessage: 'Answer {number}' },
              { number: format.number(at + 1) },
            )
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: choices have no other key
              <li key={at} className={styles.choice}>
                <LocalizedField
                  label={name}
                  marks={false}
                  value={choice}
                  onChange={(text) =>
                    change((own) => {
                      own.choices[at] = text ?? create(LocalizedTextSchema)
                    })
                  }
                  error={broken.at(`${path}.choices[${at}]`)}
                />
                <RowTools
                  name={name}
                  index={at}
                  count={question.choices.length}
                  least={2}
                  onRemove={() => change((own) => void own.choices.splice(at, 1))}
                />
              </li>
            )
          })}
          {question.choices.length < 8 && (
            <li>
              <Button
                size="small"
                variant="quiet"
                icon={Plus}
                onPress={() => change((own) => void own.choices.push(create(LocalizedTextSchema)))}
              >
                {t(words.add)}
              </Button>
            </li>
          )}
        </ol>
      )}
      <Switch
        isSelected={question.required}
        onChange={(on) =>
          change((own) => {
            own.required = on
          })
        }
      >
        {t({ id: 'pulses.required', defaultMessage: 'Must be answered' })}
      </Switch>
    </>
  )
}
