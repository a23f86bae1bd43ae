import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { Many } from '@/fields/Many'
import { MarkdownField } from '@/fields/MarkdownField'
import { useApplicationOptions, useCourseOptions } from '@/fields/options'
import { WordsField } from '@/fields/WordsField'
import { words } from '@/fields/words'
import type { Article } from '@/gen/hamgam/training/v1/article_pb'
import { useText } from '@/i18n/text'
import { FormRow } from '@/ui/Field'
import { Select } from '@/ui/Select'

/** The fields that the form shows, as the contract names them. */
export const shownFields = ['title', 'body', 'application', 'courses', 'tags']

/** What a trainer writes. Below an `InLanguages`. */
export function ArticleFields({
  draft,
  edit,
  error,
}: {
  draft: Article
  edit: (change: (article: Article) => void) => void
  error: unknown
}) {
  const t = useText()
  const applications = useApplicationOptions()
  const courses = useCourseOptions()
  const broken = brokenRules(error, 'article')
  return (
    <>
      <LocalizedField
        label={t(words.title)}
        value={draft.title}
        onChange={(title) =>
          edit((next) => {
            next.title = title
          })
        }
        error={broken.at('title')}
      />
      <MarkdownField
        label={t({ id: 'knowledge.text', defaultMessage: 'Text' })}
        value={draft.body}
        onChange={(body) =>
          edit((next) => {
            next.body = body
          })
        }
        error={broken.at('body')}
      />
      <FormRow>
        <Select
          label={t(words.application)}
          options={[{ id: 'any', label: t(words.any) }, ...applications]}
          value={draft.application || 'any'}
          onChange={(id) =>
            edit((next) => {
              next.application = id === 'any' ? '' : id
            })
          }
          error={broken.at('application')}
        />
        <WordsField
          label={t({ id: 'knowledge.tags', defaultMessage: 'Words to find it by' })}
          values={draft.tags}
          onChange={(tags) =>
            edit((next) => {
              next.tags = tags
            })
          }
          error={broken.at('tags')}
        />
      </FormRow>
      <Many
        label={t({ id: 'knowledge.courses', defaultMessage: 'Courses that lead to it' })}
        options={courses}
        values={draft.courses}
        onChange={(names) =>
          edit((next) => {
            next.courses = names
          })
        }
        optional
        error={broken.at('courses')}
      />
    </>
  )
}
