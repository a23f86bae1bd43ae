import { create } from '@bufbuild/protobuf'
import { CircleHelp, FileText, type LucideIcon, Paperclip, Play } from 'lucide-react'
import { defineMessages, type MessageDescriptor } from 'react-intl'
import { type Module, ModuleSchema } from '@/gen/hamgam/training/v1/course_pb'
import { newQuestion } from './questions'

/** What a module consists of. */
export type ModuleKind = 'text' | 'video' | 'file' | 'quiz'

const words = defineMessages({
  text: { id: 'courses.kind.text', defaultMessage: 'Text' },
  video: { id: 'courses.kind.video', defaultMessage: 'Video' },
  file: { id: 'courses.kind.file', defaultMessage: 'File' },
  quiz: { id: 'courses.kind.quiz', defaultMessage: 'Quiz' },
})

/** The kinds of modules with their pictures and words. */
export const moduleKinds: { kind: ModuleKind; icon: LucideIcon; label: MessageDescriptor }[] = [
  { kind: 'text', icon: FileText, label: words.text },
  { kind: 'video', icon: Play, label: words.video },
  { kind: 'file', icon: Paperclip, label: words.file },
  { kind: 'quiz', icon: CircleHelp, label: words.quiz },
]

/** A short id that the contract takes for a module or a question. */
export function newShortId(): string {
  return crypto.randomUUID().slice(0, 8)
}

/** An empty module of a kind; a quiz begins with a question. */
export function newModule(kind: ModuleKind): Module {
  const base = { id: newShortId(), minutes: 5 }
  switch (kind) {
    case 'text':
      return create(ModuleSchema, { ...base, content: { case: 'text', value: {} } })
    case 'video':
      return create(ModuleSchema, { ...base, content: { case: 'video', value: {} } })
    case 'file':
      return create(ModuleSchema, { ...base, content: { case: 'file', value: {} } })
    case 'quiz':
      return create(ModuleSchema, {
        ...base,
        content: { case: 'quiz', value: { passPercent: 70, questions: [newQuestion('singleChoice', newShortId())] } },
      })
  }
}
