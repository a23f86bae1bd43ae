import { create } from '@bufbuild/protobuf'
import { CircleCheck, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { paths } from '@/api/paths'
import { useAnswerPulse, useMyPulses } from '@/api/pulses'
import { useId } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import {
  type PulseAnswer,
  PulseAnswerSchema,
  type PulseQuestion,
  PulseQuestionKind,
} from '@/gen/hamgam/feedback/v1/pulse_pb'
import type { MyPulse } from '@/gen/hamgam/feedback/v1/pulse_service_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions, RadioGroup, TextField } from '@/ui/Field'
import { Arrived } from '@/ui/Focus'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Pulses.module.css'

/** Answers a round of a pulse. */
export function AnswerPage() {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { organization } = useMe()
  const name = `${organization}/pulses/${useId('pulse')}/rounds/${useId('round')}`
  const query = useMyPulses()
  const [done, setDone] = useState(false)
  const found = query.data?.pulses.find((pulse) => pulse.name === name)
  const home = (
    <ButtonLink href={paths.home}>{t({ id: 'pulses.home', defaultMessage: 'To the start page' })}</ButtonLink>
  )
  return (
    <Page
      title={read(found?.title) || t({ id: 'pulses.one', defaultMessage: 'Pulse' })}
      lead={
        found &&
        !done &&
        t(
          { id: 'pulses.until', defaultMessage: 'Can be answered until {day}.' },
          { day: format.day(found.closeDay, 'long') },
        )
      }
    >
      <Query query={query}>
        {() =>
          done ? (
            <Arrived>
              <Card>
                <EmptyState
                  icon={CircleCheck}
                  title={t({ id: 'pulses.thanks', defaultMessage: 'Thank you' })}
                  actions={home}
                >
                  {t({
                    id: 'pulses.thanksHint',
                    defaultMessage: 'What you answered is kept without your name. You will hear what becomes of it.',
                  })}
                </EmptyState>
              </Card>
            </Arrived>
          ) : found ? (
            <Questions pulse={found} onDone={() => setDone(true)} />
          ) : (
            <Card>
              <EmptyState
                icon={CircleCheck}
                title={t({ id: 'pulses.nothing', defaultMessage: 'There is nothing to answer here' })}
                actions={home}
              >
                {t({ id: 'pulses.nothingHint', defaultMessage: 'You have answered it already, or it is over.' })}
              </EmptyState>
            </Card>
          )
        }
      </Query>
    </Page>
  )
}

function Questions({ pulse, onDone }: { pulse: MyPulse; onDone: () => void }) {
  const t = useText()
  const save = useAnswerPulse()
  const [answers, setAnswers] = useState<Record<string, PulseAnswer['answer']>>({})
  const given = pulse.questions.flatMap(({ id }) => {
    const answer = answers[id]
    return answer?.case ? [create(PulseAnswerSchema, { question: id, answer })] : []
  })
  const missing = pulse.questions.some(({ id, required }) => required && !answers[id]?.case)
  return (
    <Card>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ name: pulse.name, answers: given }, { onSuccess: onDone })
        }}
      >
        <p className={styles.promise}>
          <ShieldCheck size={20} aria-hidden />
          {t({
            id: 'pulses.promise',
            defaultMessage:
              'Your answers are kept without your name. Nobody sees them below five people, and nobody can ask who wrote what.',
          })}
        </p>
        <Problems error={save.error} />
        {pulse.questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            answer={answers[question.id]}
            onChange={(answer) => setAnswers((before) => ({ ...before, [question.id]: answer }))}
          />
        ))}
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending} isDisabled={missing}>
            {t({ id: 'pulses.send', defaultMessage: 'Send' })}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function Question({
  question,
  answer,
  onChange,
}: {
  question: PulseQuestion
  answer: PulseAnswer['answer'] | undefined
  onChange: (answer: PulseAnswer['answer']) => void
}) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const label = read(question.text)
  if (question.kind === PulseQuestionKind.TEXT) {
    return (
      <TextField
        label={label}
        multiline
        rows={4}
        maxLength={1000}
        optional={!question.required}
        value={answer?.case === 'text' ? answer.value : ''}
        onChange={(value) => onChange(value ? { case: 'text', value } : { case: undefined })}
      />
    )
  }
  const isChoice = question.kind === PulseQuestionKind.CHOICE
  const ends: Record<number, string> = {
    1: t({ id: 'pulses.notAtAll', defaultMessage: 'not at all' }),
    5: t({ id: 'pulses.fully', defaultMessage: 'fully' }),
  }
  const options = isChoice
    ? question.choices.map((choice, index) => ({ value: String(index + 1), label: <bdi>{read(choice)}</bdi> }))
    : [1, 2, 3, 4, 5].map((score) => ({
        value: String(score),
        label: ends[score] ? `${format.number(score)} – ${ends[score]}` : format.number(score),
      }))
  return (
    <RadioGroup
      cards
      label={label}
      optional={!question.required}
      value={answer?.case === 'score' || answer?.case === 'choice' ? String(answer.value) : null}
      onChange={(value) => onChange({ case: isChoice ? 'choice' : 'score', value: Number(value) })}
      options={options}
    />
  )
}
