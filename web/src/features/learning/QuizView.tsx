import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowRight, Clock, ListChecks } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useClient } from '@/api/client'
import { useErrorText } from '@/api/errors'
import { trainingKeys } from '@/api/training'
import type { LearnerModule, LearnerQuiz, QuizAttempt } from '@/gen/hamgam/training/v1/enrollment_pb'
import { EnrollmentService } from '@/gen/hamgam/training/v1/enrollment_service_pb'
import type { Answer } from '@/gen/hamgam/training/v1/quiz_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Facts } from '@/ui/Card'
import { ProgressRing } from '@/ui/Progress'
import styles from './Player.module.css'
import { QuestionField } from './QuestionField'
import { QuestionResult } from './QuestionResult'
import { secondsLeft } from './timing'

/** A quiz: what it asks for, the attempt, and its result. */
export function QuizView({
  enrollment,
  module,
  quiz,
  onNext,
}: {
  enrollment: string
  module: LearnerModule
  quiz: LearnerQuiz
  onNext?: () => void
}) {
  const t = useText()
  const client = useClient(EnrollmentService)
  const queries = useQueryClient()
  const errorText = useErrorText()
  const [attempt, setAttempt] = useState<QuizAttempt>()
  const passed = quiz.attempts.some((each) => each.passed)
  const open = quiz.attempts.find(({ submitTime }) => !submitTime)
  const left =
    quiz.maxAttempts === 0 ? undefined : quiz.maxAttempts - quiz.attempts.filter((each) => each.submitTime).length
  const start = useMutation({
    mutationFn: () => client.startQuiz({ name: enrollment, module: module.id }),
    onSuccess: setAttempt,
  })
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: trainingKeys.all })
  }
  if (attempt?.result) {
    const { result } = attempt
    return (
      <>
        <div className={styles.score} role="status">
          <ProgressRing
            label={t({ id: 'learning.score', defaultMessage: 'Score' })}
            part={result.percent / 100}
            size={72}
          />
          <div>
            <h3>
              {result.passed
                ? t({ id: 'learning.passed', defaultMessage: 'Passed. Well done.' })
                : result.late
                  ? t({ id: 'learning.late', defaultMessage: 'The time was over' })
                  : t({ id: 'learning.notPassed', defaultMessage: 'Not yet. Read what was missing, then try again.' })}
            </h3>
            <ScoreLine attempt={attempt} pass={quiz.passPercent} />
          </div>
        </div>
        <div className={styles.questions}>
          {attempt.questions.map((question, index) => (
            <QuestionResult
              key={question.id}
              number={index + 1}
              question={question}
              answer={attempt.answers.find((answer) => answer.question === question.id)}
              result={result.answers.find((answer) => answer.question === question.id)}
            />
          ))}
        </div>
        <div className={styles.footGroup}>
          {result.passed
            ? onNext && (
                <Button variant="primary" icon={ArrowRight} iconDirectional onPress={onNext}>
                  {t({ id: 'learning.next', defaultMessage: 'Next' })}
                </Button>
              )
            : result.attemptsLeft !== 0 && (
                <Button variant="primary" isPending={start.isPending} onPress={() => start.mutate()}>
                  {t({ id: 'learning.again', defaultMessage: 'Try again' })}
                </Button>
              )}
        </div>
      </>
    )
  }
  if (attempt) {
    return (
      <Attempt
        key={attempt.name}
        attempt={attempt}
        onDone={(done) => {
          setAttempt(done)
          refresh()
        }}
      />
    )
  }
  return (
    <>
      <Rules quiz={quiz} />
      {passed && (
        <Banner tone="good" title={t({ id: 'learning.quizPassed', defaultMessage: 'You have passed this quiz' })}>
          <Best quiz={quiz} />
        </Banner>
      )}
      {!passed && left === 0 && (
        <Banner tone="warn" title={t({ id: 'learning.noAttempts', defaultMessage: 'No attempt is left' })}>
          {t({ id: 'learning.noAttemptsHint', defaultMessage: 'Ask the trainers for help; they find a way.' })}
        </Banner>
      )}
      {start.isError && <Banner tone="bad">{errorText(start.error).title}</Banner>}
      <div className={styles.footGroup}>
        {!passed && left !== 0 && (
          <Button variant="primary" icon={ListChecks} isPending={start.isPending} onPress={() => start.mutate()}>
            {open
              ? t({ id: 'learning.goOnQuiz', defaultMessage: 'Go on with the quiz' })
              : t({ id: 'learning.startQuiz', defaultMessage: 'Start the quiz' })}
          </Button>
        )}
        {passed && onNext && (
          <Button variant="primary" icon={ArrowRight} iconDirectional onPress={onNext}>
            {t({ id: 'learning.next', defaultMessage: 'Next' })}
          </Button>
        )}
      </div>
    </>
  )
}

function ScoreLine({ attempt, pass }: { attempt: QuizAttempt; pass: number }) {
  const t = useText()
  const format = useFormats()
  if (!attempt.result) return null
  return (
    <p className={styles.kind}>
      {t(
        { id: 'learning.points', defaultMessage: '{points} of {max} points · {pass} needed' },
        {
          points: format.number(attempt.result.points, { maximumFractionDigits: 1 }),
          max: format.number(attempt.result.maxPoints),
          pass: format.percent(pass / 100),
        },
      )}
    </p>
  )
}

function Best({ quiz }: { quiz: LearnerQuiz }) {
  const t = useText()
  const format = useFormats()
  const best = Math.max(0, ...quiz.attempts.map(({ percent }) => percent))
  return t({ id: 'learning.best', defaultMessage: 'With {percent}.' }, { percent: format.percent(best / 100) })
}

function Rules({ quiz }: { quiz: LearnerQuiz }) {
  const t = useText()
  const format = useFormats()
  return (
    <Facts
      items={[
        {
          name: t({ id: 'learning.questionCount', defaultMessage: 'Questions' }),
          value: format.number(quiz.questionCount),
        },
        {
          name: t({ id: 'learning.toPass', defaultMessage: 'To pass' }),
          value: format.percent(quiz.passPercent / 100),
        },
        {
          name: t({ id: 'learning.attempts', defaultMessage: 'Attempts' }),
          value:
            quiz.maxAttempts === 0
              ? t({ id: 'learning.unlimited', defaultMessage: 'as many as you like' })
              : t(
                  { id: 'learning.attemptsUsed', defaultMessage: '{used, number} of {max, number} used' },
                  { used: quiz.attempts.length, max: quiz.maxAttempts },
                ),
        },
        ...(quiz.timeLimitMinutes > 0
          ? [{ name: t({ id: 'learning.time', defaultMessage: 'Time' }), value: format.minutes(quiz.timeLimitMinutes) }]
          : []),
      ]}
    />
  )
}

function Attempt({ attempt, onDone }: { attempt: QuizAttempt; onDone: (attempt: QuizAttempt) => void }) {
  const t = useText()
  const client = useClient(EnrollmentService)
  const errorText = useErrorText()
  const [answers, setAnswers] = useState(() => new Map(attempt.answers.map((answer) => [answer.question, answer])))
  const submit = useMutation({
    mutationFn: () => client.submitQuiz({ name: attempt.name, answers: [...answers.values()] }),
    onSuccess: onDone,
  })
  const save = useRef(0)
  useEffect(() => () => clearTimeout(save.current), [])
  const change = (answer: Answer) => {
    const next = new Map(answers).set(answer.question, answer)
    setAnswers(next)
    // Kept a moment after the last keystroke; losing one is made good by the next or by handing in.
    clearTimeout(save.current)
    save.current = window.setTimeout(() => {
      client.saveAnswers({ name: attempt.name, answers: [...next.values()] }).catch(() => undefined)
    }, 800)
  }
  return (
    <>
      {attempt.endTime && <Timer attempt={attempt} onOver={() => submit.mutate()} />}
      <div className={styles.questions}>
        {attempt.questions.map((question, index) => (
          <QuestionField
            key={question.id}
            number={index + 1}
            question={question}
            answer={answers.get(question.id)}
            onChange={change}
          />
        ))}
      </div>
      {submit.isError && <Banner tone="bad">{errorText(submit.error).title}</Banner>}
      <div className={styles.footGroup}>
        <Button
          variant="primary"
          isPending={submit.isPending}
          onPress={() => {
            clearTimeout(save.current)
            submit.mutate()
          }}
        >
          {t({ id: 'learning.handIn', defaultMessage: 'Hand in' })}
        </Button>
        <Badge>
          {t(
            { id: 'learning.answered', defaultMessage: '{done, number} of {all, number} answered' },
            { done: answers.size, all: attempt.questions.length },
          )}
        </Badge>
      </div>
    </>
  )
}

function Timer({ attempt, onOver }: { attempt: QuizAttempt; onOver: () => void }) {
  const t = useText()
  const format = useFormats()
  const [opened] = useState(() => performance.now())
  const [left, setLeft] = useState(() => secondsLeft(attempt, 0))
  const over = useRef(onOver)
  over.current = onOver
  useEffect(() => {
    const timer = setInterval(() => {
      const now = secondsLeft(attempt, (performance.now() - opened) / 1000)
      setLeft(now)
      if (now <= 0) {
        clearInterval(timer)
        over.current()
      }
    }, 1000)
    return () => clearInterval(timer)
  }, [attempt, opened])
  return (
    <span className={styles.timer} role="timer">
      <Clock size={16} aria-hidden />
      {t(
        { id: 'learning.timeLeft', defaultMessage: '{minutes}:{seconds} left' },
        {
          minutes: format.number(Math.max(0, Math.floor(left / 60))),
          seconds: format.number(Math.max(0, Math.floor(left % 60)), { minimumIntegerDigits: 2 }),
        },
      )}
    </span>
  )
}
