import { LibraryBig, Unlink } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useArticleChanges, useCourseArticles } from '@/api/articles'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useArticleOptions } from '@/fields/options'
import type { Article } from '@/gen/hamgam/training/v1/article_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { ButtonLink, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow } from '@/ui/List'
import { Query } from '@/ui/Query'
import { ComboBox } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'

/** The articles that learners of a course find beside it, and before they ask for help. */
export function Articles({ course }: { course: string }) {
  const t = useText()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const query = useCourseArticles(course)
  const options = useArticleOptions()
  const { link } = useArticleChanges()
  // A new field after each choice, because the text of the last one would stand in it.
  const [turn, setTurn] = useState(0)
  const change = (name: string, on: boolean) =>
    link.mutate(
      { name, course, on },
      {
        onSuccess: (article: Article) => {
          setTurn(turn + 1)
          if (article.unpublishedChanges)
            toast(t({ id: 'courses.linkLater', defaultMessage: 'It shows when the article’s changes are published.' }))
        },
        onError: (error) => toastError(sentence(error)),
      },
    )
  return (
    <Card
      title={t({ id: 'courses.articlesTitle', defaultMessage: 'Articles beside the course' })}
      subtitle={t({
        id: 'courses.articlesHint',
        defaultMessage: 'Learners find them below each part, and before they send a question.',
      })}
      actions={
        <ButtonLink variant="quiet" icon={LibraryBig} href={paths.knowledge}>
          {t({ id: 'courses.toKnowledge', defaultMessage: 'Knowledge base' })}
        </ButtonLink>
      }
    >
      <Query query={query} lines={2}>
        {(articles) => (
          <>
            {articles.length === 0 ? (
              <EmptyState
                icon={LibraryBig}
                title={t({ id: 'courses.noArticles', defaultMessage: 'No article belongs to this course yet' })}
              />
            ) : (
              <List>
                {articles.map(({ name, title }) => (
                  <ListRow
                    key={name}
                    actions={
                      <IconButton
                        size="small"
                        icon={Unlink}
                        isDisabled={link.isPending}
                        label={t({ id: 'courses.unlink', defaultMessage: 'Take away from the course' })}
                        onPress={() => change(name, false)}
                      />
                    }
                  >
                    <Link href={paths.article(name)}>
                      <bdi>{read(title)}</bdi>
                    </Link>
                  </ListRow>
                ))}
              </List>
            )}
            <ComboBox
              key={turn}
              label={t({ id: 'courses.linkArticle', defaultMessage: 'Add a published article' })}
              options={options.filter(({ id }) => !articles.some(({ name }) => name === id))}
              value={null}
              isDisabled={link.isPending}
              onChange={(name) => name !== null && change(name, true)}
            />
          </>
        )}
      </Query>
    </Card>
  )
}
