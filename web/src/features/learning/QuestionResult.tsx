import { CircleCheck, CircleX } from 'lucide-react'
import type { Answer, AnswerResult, AskedQuestion } from '@/gen/hamgam/training/v1/quiz_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Markdown } from '@/ui/Markdown'
import styles from './Player.module.css'

/** An answer in words. */
function useAnswerText() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  return (question: AskedQuestion, answer: Answer | undefined): string => {
    const option = (key: string) => localized(question.options.find((each) => each.key === key)?.text)
    const prompt = (key: string) => localized(question.prompts.find((each) => each.key === key)?.text)
    switch (answer?.value.case) {
      case 'keys':
        return format.list(answer.value.value.keys.map(option))
      case 'truth':
        return answer.value.value
          ? t({ id: 'learning.true', defaultMessage: 'True' })
          : t({ id: 'learning.false', defaultMessage: 'False' })
      case 'pairs':
        return Object.entries(answer.value.value.pairs)
          .map(([key, value]) => `${prompt(key)} – ${option(value)}`)
          .join(' · ')
      case 'text':
        return answer.value.value
      default:
        return ''
    }
  }
}

/** One question after the attempt: right or not, why, and the solution once it may be shown. */
export function QuestionResult({
  number,
  question,
  answer,
  result,
}: {
  number: number
  question: AskedQuestion
  answer: Answer | undefined
  result: AnswerResult | undefined
}) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const text = useAnswerText()
  if (!result) return null
  const solution = result.solutionTexts.length > 0 ? format.list(result.solutionTexts) : text(question, result.solution)
  const given = text(question, answer)
  return (
    <section className={styles.question}>
      <span className={styles.number}>
        {t({ id: 'learning.questionNumber', defaultMessage: 'Question {number, number}' }, { number })}
      </span>
      <Markdown source={localized(question.prompt)} />
      <div className={styles.result} data-wrong={!result.correct || undefined}>
        <span className={styles.resultHead}>
          {result.correct ? <CircleCheck size={18} aria-hidden /> : <CircleX size={18} aria-hidden />}
          {result.correct
            ? t({ id: 'learning.right', defaultMessage: 'Right' })
            : result.points > 0
              ? t({ id: 'learning.partly', defaultMessage: 'Partly right' })
              : t({ id: 'learning.wrong', defaultMessage: 'Not right' })}
        </span>
        {given && (
          <span>{t({ id: 'learning.yourAnswer', defaultMessage: 'Your answer: {answer}' }, { answer: given })}</span>
        )}
        {!result.correct && solution && (
          <span>
            {t({ id: 'learning.solution', defaultMessage: 'Right would be: {answer}' }, { answer: solution })}
          </span>
        )}
        {result.explanations.map((explanation) => (
          <Markdown key={localized(explanation)} source={localized(explanation)} />
        ))}
      </div>
    </section>
  )
}
