import { ChevronDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Broken } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import type { Question, Quiz } from '@/gen/hamgam/training/v1/quiz_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { FormRow, NumberField, Switch } from '@/ui/Field'
import { Menu, MenuItem } from '@/ui/Menu'
import { AnswersEditor } from './AnswersEditor'
import styles from './Courses.module.css'
import { newShortId } from './modules'
import { newQuestion, questionKinds, questionLabel } from './questions'

/** The questions of a quiz and the rules of passing it. */
export function QuizEditor({
  quiz,
  edit,
  broken,
  path,
}: {
  quiz: Quiz
  edit: (change: (quiz: Quiz) => void) => void
  broken: Broken
  path: string
}) {
  const t = useText()
  const [open, setOpen] = useState<string | undefined>(quiz.questions[0]?.id)
  return (
    <>
      <FormRow>
        <NumberField
          label={t({ id: 'courses.passPercent', defaultMessage: 'Passes from (%)' })}
          value={quiz.passPercent || 70}
          onChange={(percent) =>
            edit((own) => {
              own.passPercent = percent || 70
            })
          }
          minValue={1}
          maxValue={100}
          error={broken.at(`${path}.pass_percent`)}
        />
        <NumberField
          label={t({ id: 'courses.maxAttempts', defaultMessage: 'Attempts' })}
          hint={t({ id: 'courses.noLimit', defaultMessage: '0: without limit.' })}
          value={quiz.maxAttempts}
          onChange={(attempts) =>
            edit((own) => {
              own.maxAttempts = attempts || 0
            })
          }
          minValue={0}
          maxValue={50}
          error={broken.at(`${path}.max_attempts`)}
        />
        <NumberField
          label={t({ id: 'courses.timeLimit', defaultMessage: 'Minutes for an attempt' })}
          hint={t({ id: 'courses.noLimit', defaultMessage: '0: without limit.' })}
          value={quiz.timeLimitMinutes}
          onChange={(minutes) =>
            edit((own) => {
              own.timeLimitMinutes = minutes || 0
            })
          }
          minValue={0}
          maxValue={480}
          error={broken.at(`${path}.time_limit_minutes`)}
        />
      </FormRow>
      <Switch
        isSelected={quiz.shuffle}
        onChange={(on) =>
          edit((own) => {
            own.shuffle = on
          })
        }
      >
        {t({ id: 'courses.shuffle', defaultMessage: 'Questions come in another order in each attempt' })}
      </Switch>
      <div className={styles.questions}>
        {quiz.questions.map((question, index) => (
          <QuestionEditor
            key={question.id}
            question={question}
            index={index}
            count={quiz.questions.length}
            isOpen={open === question.id}
            onToggle={(on) => setOpen(on ? question.id : undefined)}
            edit={(change) =>
              edit((own) => {
                const mine = own.questions[index]
                if (mine) change(mine)
              })
            }
            onMove={(by) => edit((own) => move(own.questions, index, by))}
            onRemove={() => edit((own) => void own.questions.splice(index, 1))}
            broken={broken}
            path={`${path}.questions[${index}]`}
          />
        ))}
      </div>
      <div>
        <Menu
          label={t({ id: 'courses.addQuestion', defaultMessage: 'Add a question' })}
          trigger={<Button icon={Plus}>{t({ id: 'courses.addQuestion', defaultMessage: 'Add a question' })}</Button>}
        >
          {questionKinds.map(({ kind, label }) => (
            <MenuItem
              key={kind}
              onAction={() => {
                const made = newQuestion(kind, newShortId())
                edit((own) => void own.questions.push(made))
                setOpen(made.id)
              }}
            >
              {t(label)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </>
  )
}

function QuestionEditor({
  question,
  index,
  count,
  isOpen,
  onToggle,
  edit,
  onMove,
  onRemove,
  broken,
  path,
}: {
  question: Question
  index: number
  count: number
  isOpen: boolean
  onToggle: (on: boolean) => void
  edit: (change: (question: Question) => void) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  broken: Broken
  path: string
}) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const number = t(
    { id: 'courses.questionNumber', defaultMessage: 'Question {number}' },
    { number: format.number(index + 1) },
  )
  return (
    <Disclosure
      className={styles.question}
      isExpanded={isOpen}
      onExpandedChange={onToggle}
      data-wrong={broken.at(path) ? true : undefined}
    >
      <div className={styles.questionHead}>
        <Heading level={3} className={styles.questionHeading}>
          <AriaButton slot="trigger" className={styles.questionTrigger}>
            <ChevronDown size={17} aria-hidden />
            <span dir="auto" className={styles.questionTitle}>
              {read(question.prompt) || number}
            </span>
            <Badge>{t(questionLabel(question.kind.case))}</Badge>
          </AriaButton>
        </Heading>
        <RowTools name={number} index={index} count={count} least={1} onMove={onMove} onRemove={onRemove} />
      </div>
      <DisclosurePanel className={styles.questionPanel}>
        {isOpen && (
          <>
            <div className={styles.moduleHead}>
              <LocalizedField
                label={t({ id: 'courses.prompt', defaultMessage: 'Question' })}
                value={question.prompt}
                onChange={(prompt) =>
                  edit((own) => {
                    own.prompt = prompt
                  })
                }
                error={broken.at(`${path}.prompt`)}
                multiline
                rows={2}
              />
              <NumberField
                label={t({ id: 'courses.points', defaultMessage: 'Points' })}
                value={question.points || 1}
                onChange={(points) =>
                  edit((own) => {
                    own.points = points || 1
                  })
                }
                minValue={1}
                maxValue={100}
                error={broken.at(`${path}.points`)}
              />
            </div>
            <AnswersEditor question={question} edit={edit} broken={broken} path={path} />
            <LocalizedField
              label={t({ id: 'courses.explanation', defaultMessage: 'Why the right answer is right' })}
              hint={t({ id: 'courses.explanationHint', defaultMessage: 'Shown after the attempt.' })}
              value={question.explanation}
              onChange={(explanation) =>
                edit((own) => {
                  own.explanation = explanation
                })
              }
              error={broken.at(`${path}.explanation`)}
              multiline
              rows={2}
              optional
            />
          </>
        )}
      </DisclosurePanel>
    </Disclosure>
  )
}
