import { defineMessages, type MessageDescriptor } from 'react-intl'
import { CourseState } from '@/gen/hamgam/training/v1/course_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  draft: { id: 'courses.state.draft', defaultMessage: 'Draft' },
  published: { id: 'courses.state.published', defaultMessage: 'Version {version}' },
  ahead: { id: 'courses.state.ahead', defaultMessage: 'Version {version}, changes not published' },
  archived: { id: 'courses.state.archived', defaultMessage: 'Archived' },
})

/** How far a course is, in words and a colour. */
export function useCourseState() {
  const t = useText()
  const format = useFormats()
  return (course: {
    state: CourseState
    publishedVersion: number
    draftAhead: boolean
  }): { text: string; tone: Tone } => {
    const version = format.number(course.publishedVersion)
    const say = (message: MessageDescriptor, tone: Tone) => ({ text: t(message, { version }), tone })
    if (course.state === CourseState.ARCHIVED) return say(words.archived, 'neutral')
    if (course.state === CourseState.DRAFT) return say(words.draft, 'warn')
    return course.draftAhead ? say(words.ahead, 'info') : say(words.published, 'good')
  }
}
