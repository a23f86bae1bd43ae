import { defineMessages } from 'react-intl'
import { ArticleState as State } from '@/gen/hamgam/training/v1/article_pb'
import { useText } from '@/i18n/text'
import type { Tone } from '@/ui/Badge'

const words = defineMessages({
  draft: { id: 'knowledge.draft', defaultMessage: 'Draft' },
  published: { id: 'knowledge.published', defaultMessage: 'Published' },
  archived: { id: 'knowledge.archived', defaultMessage: 'Taken away' },
  proposed: { id: 'knowledge.proposed', defaultMessage: 'Proposed' },
})
const looks: Record<State, { word: keyof typeof words; tone: Tone }> = {
  [State.UNSPECIFIED]: { word: 'draft', tone: 'neutral' },
  [State.DRAFT]: { word: 'draft', tone: 'neutral' },
  [State.PUBLISHED]: { word: 'published', tone: 'good' },
  [State.ARCHIVED]: { word: 'archived', tone: 'plum' },
  [State.PROPOSED]: { word: 'proposed', tone: 'info' },
}

/** Puts the state of an article into words. */
export function useArticleState() {
  const t = useText()
  return (state: State) => ({ text: t(words[looks[state].word]), tone: looks[state].tone })
}
