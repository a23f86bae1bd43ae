import { create } from '@bufbuild/protobuf'
import { defineMessages, type MessageDescriptor } from 'react-intl'
import { type Question, QuestionSchema } from '@/gen/hamgam/training/v1/quiz_pb'

/** How a question is answered. */
export type QuestionKind = NonNullable<Question['kind']['case']>

const words = defineMessages({
  singleChoice: { id: 'courses.question.singleChoice', defaultMessage: 'One choice' },
  multipleChoice: { id: 'courses.question.multipleChoice', defaultMessage: 'Several choices' },
  trueFalse: { id: 'courses.question.trueFalse', defaultMessage: 'True or false' },
  ordering: { id: 'courses.question.ordering', defaultMessage: 'Put in order' },
  matching: { id: 'courses.question.matching', defaultMessage: 'Match pairs' },
  number: { id: 'courses.question.number', defaultMessage: 'Number' },
  shortText: { id: 'courses.question.shortText', defaultMessage: 'A few words' },
})

/** The kinds of questions, the usual ones first. */
export const questionKinds: { kind: QuestionKind; label: MessageDescriptor }[] = [
  { kind: 'singleChoice', label: words.singleChoice },
  { kind: 'multipleChoice', label: words.multipleChoice },
  { kind: 'trueFalse', label: words.trueFalse },
  { kind: 'ordering', label: words.ordering },
  { kind: 'matching', label: words.matching },
  { kind: 'number', label: words.number },
  { kind: 'shortText', label: words.shortText },
]

/** What the kind of a question is called. */
export function questionLabel(kind: QuestionKind | undefined): MessageDescriptor {
  return questionKinds.find((known) => known.kind === kind)?.label ?? words.singleChoice
}

/** An empty question of a kind with as many answers as it needs at least. */
export function newQuestion(kind: QuestionKind, id: string): Question {
  const base = { id, points: 1 }
  switch (kind) {
    case 'singleChoice':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: { choices: [{ correct: true }, {}] } } })
    case 'multipleChoice':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: { choices: [{ correct: true }, {}, {}] } } })
    case 'trueFalse':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: { answer: true } } })
    case 'ordering':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: { items: [{}, {}, {}] } } })
    case 'matching':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: { pairs: [{}, {}] } } })
    case 'number':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: {} } })
    case 'shortText':
      return create(QuestionSchema, { ...base, kind: { case: kind, value: { accepted: [''] } } })
  }
}
