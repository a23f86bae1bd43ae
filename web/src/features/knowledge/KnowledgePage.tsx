import { create } from '@bufbuild/protobuf'
import { LibraryBig, Plus, SearchX, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-aria-components'
import { useArticleChanges, useArticles, useFoundArticles } from '@/api/articles'
import { paths } from '@/api/paths'
import { AddDialog } from '@/fields/AddDialog'
import { useApplicationOptions } from '@/fields/options'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Article, ArticleSchema, ArticleState } from '@/gen/hamgam/training/v1/article_pb'
import { useFormats } from '@/i18n/formats'
import { useReading } from '@/i18n/LocaleProvider'
import { languageOf } from '@/i18n/locale'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { SearchField } from '@/ui/Field'
import { Highlighted } from '@/ui/Highlighted'
import { List, ListRow, Quiet } from '@/ui/List'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { ArticleFields, shownFields } from './ArticleFields'
import styles from './Knowledge.module.css'
import { useArticleState } from './states'

const any = 'any'

/** Answers and tips that everybody finds. */
export function KnowledgePage() {
  const t = useText()
  const look = useArticleState()
  const { has } = useMe()
  const writes = has(Role.HR, Role.TRAINER)
  const applications = useApplicationOptions()
  const [typed, setTyped] = useState('')
  const [application, setApplication] = useState(any)
  const [state, setState] = useState(any)
  const [adding, setAdding] = useState(false)
  const query = useDeferredValue(typed.trim())
  const either = { id: any, label: t(words.any) }
  const add = writes && (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'knowledge.add', defaultMessage: 'Write an article' })}
    </Button>
  )
  const states = [ArticleState.PROPOSED, ArticleState.DRAFT, ArticleState.PUBLISHED, ArticleState.ARCHIVED]
  return (
    <Page
      title={t({ id: 'knowledge.title', defaultMessage: 'Knowledge base' })}
      lead={t({ id: 'knowledge.lead', defaultMessage: 'Answers and tips from those who have done it.' })}
      actions={add}
    >
      <div className={styles.bar}>
        <SearchField
          label={t({ id: 'knowledge.search', defaultMessage: 'What would you like to know?' })}
          value={typed}
          onChange={setTyped}
          maxLength={200}
        />
        {query.length < 2 && applications.length > 1 && (
          <Select
            label={t(words.application)}
            value={application}
            onChange={setApplication}
            options={[either, ...applications]}
          />
        )}
        {query.length < 2 && writes && (
          <Select
            label={t(words.state)}
            value={state}
            onChange={setState}
            options={[either, ...states.map((each) => ({ id: String(each), label: look(each).text }))]}
          />
        )}
      </div>
      <Card>
        {query.length < 2 ? (
          <Articles
            application={application === any ? '' : application}
            states={state === any ? [] : [Number(state)]}
            writes={writes}
          />
        ) : (
          <Found query={query} />
        )}
      </Card>
      {adding && <AddArticle onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Found({ query }: { query: string }) {
  const t = useText()
  const read = useLocalized()
  const found = useFoundArticles(query, languageOf[useReading().reading.language])
  return (
    <Query query={found} lines={4}>
      {(hits) =>
        hits.length === 0 ? (
          <EmptyState icon={SearchX} title={t({ id: 'knowledge.notFound', defaultMessage: 'Nothing found' })}>
            {t({ id: 'knowledge.notFoundHint', defaultMessage: 'Try other words, or ask a champion of your team.' })}
          </EmptyState>
        ) : (
          <List>
            {hits.map((hit) => (
              <ListRow key={hit.article}>
                <Link href={paths.article(hit.article)}>
                  <bdi>
                    <Highlighted text={read(hit.title)} query={query} />
                  </bdi>
                </Link>
                <span className={styles.excerpt} dir="auto">
                  <Highlighted text={hit.excerpt} query={query} />
                </span>
              </ListRow>
            ))}
          </List>
        )
      }
    </Query>
  )
}

function Articles({ application, states, writes }: { application: string; states: ArticleState[]; writes: boolean }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const look = useArticleState()
  const query = useArticles({ application, states })
  return (
    <Query query={query} lines={4}>
      {({ pages }) => {
        const articles = pages.flatMap((page) => page.articles)
        return articles.length === 0 ? (
          <EmptyState icon={LibraryBig} title={t({ id: 'knowledge.none', defaultMessage: 'No article here yet' })}>
            {t({
              id: 'knowledge.noneHint',
              defaultMessage: 'Trainers write them, and good answers among champions become some.',
            })}
          </EmptyState>
        ) : (
          <>
            <List>
              {articles.map((article) => (
                <ListRow key={article.name} actions={writes && <Helped article={article} />}>
                  <span className={styles.head}>
                    <Link href={paths.article(article.name)}>
                      <bdi>{read(article.title)}</bdi>
                    </Link>
                    {writes && <Badge tone={look(article.state).tone}>{look(article.state).text}</Badge>}
                    {writes && article.unpublishedChanges && article.publishedVersion > 0 && (
                      <Badge tone="warn">{t({ id: 'knowledge.ahead', defaultMessage: 'Unpublished changes' })}</Badge>
                    )}
                  </span>
                  <Quiet>
                    {format.dayOf(article.updateTime)}
                    {article.tags.length > 0 && <> · {format.names(article.tags)}</>}
                  </Quiet>
                </ListRow>
              ))}
            </List>
            <More query={query} />
          </>
        )
      }}
    </Query>
  )
}

/** How often it helped, and how often it did not; for who writes. */
function Helped({ article: { helped, notHelped } }: { article: Article }) {
  const t = useText()
  const format = useFormats()
  if (helped + notHelped === 0) return null
  return (
    <span
      className={styles.counts}
      role="img"
      aria-label={t(
        {
          id: 'knowledge.counts',
          defaultMessage:
            'It helped {yes, plural, one {# reader} other {# readers}} and did not help {no, plural, one {# reader} other {# readers}}.',
        },
        { yes: helped, no: notHelped },
      )}
    >
      <ThumbsUp size={15} aria-hidden /> {format.number(helped)}
      <ThumbsDown size={15} aria-hidden /> {format.number(notHelped)}
    </span>
  )
}

function AddArticle({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create: save } = useArticleChanges()
  const [start] = useState(() => create(ArticleSchema))
  const { draft, edit } = useDraft(ArticleSchema, start)
  return (
    <AddDialog
      title={t({ id: 'knowledge.add', defaultMessage: 'Write an article' })}
      save={save}
      request={(requestId) => ({ parent, article: draft, requestId })}
      page={paths.article}
      resource="article"
      shown={shownFields}
      onClose={onClose}
    >
      <ArticleFields draft={draft} edit={edit} error={save.error} />
    </AddDialog>
  )
}
