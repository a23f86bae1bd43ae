import { defineMessages } from 'react-intl'

/** Why training refuses something that was well formed. */
export const training = defineMessages({
  COURSE_NOT_PUBLISHED: {
    id: 'refusals.COURSE_NOT_PUBLISHED',
    defaultMessage: 'The course is not published yet, so that nobody can be enrolled.',
  },
  COURSE_ARCHIVED: { id: 'refusals.COURSE_ARCHIVED', defaultMessage: 'The course is archived.' },
  COURSE_EMPTY: {
    id: 'refusals.COURSE_EMPTY',
    defaultMessage: 'A course needs at least one part before it is published.',
  },
  CURRICULUM_ARCHIVED: { id: 'refusals.CURRICULUM_ARCHIVED', defaultMessage: 'The curriculum is archived.' },
  ASSIGNMENT_ENDED: { id: 'refusals.ASSIGNMENT_ENDED', defaultMessage: 'The assignment has ended.' },
  ENROLLMENT_LOCKED: { id: 'refusals.ENROLLMENT_LOCKED', defaultMessage: 'Complete the course before this one first.' },
  ENROLLMENT_WITHDRAWN: {
    id: 'refusals.ENROLLMENT_WITHDRAWN',
    defaultMessage: 'This course was taken back from you; there is nothing left to do.',
  },
  MODULE_NOT_A_QUIZ: { id: 'refusals.MODULE_NOT_A_QUIZ', defaultMessage: 'This part is not a quiz.' },
  MODULE_IS_A_QUIZ: { id: 'refusals.MODULE_IS_A_QUIZ', defaultMessage: 'A quiz is complete when it is passed.' },
  QUIZ_PASSED: { id: 'refusals.QUIZ_PASSED', defaultMessage: 'You have passed this quiz already.' },
  QUIZ_NO_ATTEMPTS_LEFT: {
    id: 'refusals.QUIZ_NO_ATTEMPTS_LEFT',
    defaultMessage: 'No attempt is left. Ask the trainers for help.',
  },
  ATTEMPT_SUBMITTED: { id: 'refusals.ATTEMPT_SUBMITTED', defaultMessage: 'These answers were handed in already.' },
  TOO_MANY_HELP_REQUESTS: {
    id: 'refusals.TOO_MANY_HELP_REQUESTS',
    defaultMessage: 'Many of your questions wait for an answer. Wait for some of them first.',
  },
  NOT_A_RETRAINING: {
    id: 'refusals.NOT_A_RETRAINING',
    defaultMessage: 'This assignment came from a person, not from a flag.',
  },
  HELP_REQUEST_ANSWERED: {
    id: 'refusals.HELP_REQUEST_ANSWERED',
    defaultMessage: 'Somebody answered this question before you.',
  },
  ARTICLE_NOT_PUBLISHED: { id: 'refusals.ARTICLE_NOT_PUBLISHED', defaultMessage: 'The article is not published.' },
})
