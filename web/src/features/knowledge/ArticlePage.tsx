import { Archive, Send, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { useArticle, useArticleChanges } from '@/api/articles'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Article, ArticleSchema, ArticleState } from '@/gen/hamgam/training/v1/article_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Markdown } from '@/ui/Markdown'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { toast, toastError } from '@/ui/Toast'
import { ArticleFields, shownFields } from './ArticleFields'
import styles from './Knowledge.module.css'
import { useArticleState } from './states'
import { Versions } from './Versions'

/** One article: read by everybody, written by trainers and HR. */
export function ArticlePage() {
  const t = useText()
  const read = useLocalized()
  const look = useArticleState()
  const { organization, has } = useMe()
  const writes = has(Role.HR, Role.TRAINER)
  const query = useArticle(`${organization}/articles/${useId('article')}`)
  const [view, setView] = useState<'read' | 'write' | 'versions'>('read')
  const article = query.data
  return (
    <Page
      title={read(article?.title) || t({ id: 'knowledge.one', defaultMessage: 'Article' })}
      back={{ href: paths.knowledge, label: t({ id: 'knowledge.title', defaultMessage: 'Knowledge base' }) }}
      badge={article && writes && <Badge tone={look(article.state).tone}>{look(article.state).text}</Badge>}
      actions={article && writes && <Actions article={article} />}
    >
      <Query query={query} lines={6}>
        {(found) => (
          <Stack>
            {writes && (
              <Segmented
                label={t({ id: 'knowledge.view', defaultMessage: 'View' })}
                value={view}
                onChange={setView}
                options={[
                  { value: 'read', label: t({ id: 'knowledge.read', defaultMessage: 'Read' }) },
                  { value: 'write', label: t({ id: 'knowledge.write', defaultMessage: 'Write' }) },
                  { value: 'versions', label: t({ id: 'knowledge.versions', defaultMessage: 'Versions' }) },
                ]}
              />
            )}
            {writes && found.unpublishedChanges && found.publishedVersion > 0 && (
              <Banner tone="warn" title={t({ id: 'knowledge.ahead', defaultMessage: 'Unpublished changes' })}>
                {t({
                  id: 'knowledge.aheadHint',
                  defaultMessage: 'You see the draft; readers see what was published before.',
                })}
              </Banner>
            )}
            {view === 'write' && <Editor key={found.name} article={found} />}
            {view === 'versions' && <Versions article={found} onTaken={() => setView('read')} />}
            {view === 'read' && <Reading article={found} />}
          </Stack>
        )}
      </Query>
    </Page>
  )
}

function Reading({ article }: { article: Article }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const application = labelOf(useApplicationOptions(), article.application)
  return (
    <>
      <Card>
        <Markdown source={read(article.body)} />
        <p className={styles.head}>
          <span className={styles.quiet}>
            {t({ id: 'knowledge.asOf', defaultMessage: 'As of {day}' }, { day: format.dayOf(article.updateTime) })}
          </span>
          {application && (
            <Badge tone="brand">
              <bdi>{application}</bdi>
            </Badge>
          )}
          {article.tags.map((tag) => (
            <Badge key={tag}>
              <bdi>{tag}</bdi>
            </Badge>
          ))}
        </p>
      </Card>
      {article.state === ArticleState.PUBLISHED && <Helped article={article} />}
    </>
  )
}

/** Asks whether it helped; who writes articles sees how often it did. */
function Helped({ article }: { article: Article }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { has } = useMe()
  const { helped } = useArticleChanges()
  const say = (yes: boolean) =>
    helped.mutate(
      { name: article.name, helped: yes },
      {
        onSuccess: () => toast(t({ id: 'knowledge.thanks', defaultMessage: 'Thank you for telling.' })),
        onError: (error) => toastError(sentence(error)),
      },
    )
  return (
    <Card title={t({ id: 'knowledge.helped', defaultMessage: 'Did this help?' })}>
      <div className={styles.helped}>
        <Button
          icon={ThumbsUp}
          variant={article.ownFeedback === true ? 'soft' : 'secondary'}
          aria-pressed={article.ownFeedback === true}
          isDisabled={helped.isPending}
          onPress={() => say(true)}
        >
          {t({ id: 'knowledge.yes', defaultMessage: 'Yes' })}
        </Button>
        <Button
          icon={ThumbsDown}
          variant={article.ownFeedback === false ? 'soft' : 'secondary'}
          aria-pressed={article.ownFeedback === false}
          isDisabled={helped.isPending}
          onPress={() => say(false)}
        >
          {t({ id: 'knowledge.no', defaultMessage: 'No' })}
        </Button>
        {has(Role.HR, Role.TRAINER) && (
          <span className={styles.quiet}>
            {t(
              {
                id: 'knowledge.counts',
                defaultMessage:
                  'It helped {yes, plural, one {# reader} other {# readers}} and did not help {no, plural, one {# reader} other {# readers}}.',
              },
              { yes: article.helped, no: article.notHelped },
            )}
          </span>
        )}
      </div>
    </Card>
  )
}

function Editor({ article }: { article: Article }) {
  const { update, reload } = useArticleChanges()
  const form = useDraft(ArticleSchema, article)
  return (
    <Card>
      <SavedForm
        form={form}
        source={article}
        update={update}
        request={(draft) => ({ article: draft, updateMask: { paths: shownFields } })}
        reload={() => reload(article.name)}
        resource="article"
        shown={shownFields}
      >
        <InLanguages>
          <LanguageSwitch />
          <ArticleFields draft={form.draft} edit={form.edit} error={update.error} />
        </InLanguages>
      </SavedForm>
    </Card>
  )
}

function Actions({ article }: { article: Article }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { publish, archive } = useArticleChanges()
  const [leaving, setLeaving] = useState(false)
  const onError = (error: unknown) => toastError(sentence(error))
  const published = article.state === ArticleState.PUBLISHED
  return (
    <>
      {(!published || article.unpublishedChanges) && (
        <Button
          variant="primary"
          icon={Send}
          isPending={publish.isPending}
          onPress={() =>
            publish.mutate(article, {
              onSuccess: () => toast(t({ id: 'knowledge.isOut', defaultMessage: 'Everybody finds it now.' })),
              onError,
            })
          }
        >
          {t({ id: 'knowledge.publish', defaultMessage: 'Publish' })}
        </Button>
      )}
      {article.state !== ArticleState.ARCHIVED && (
        <Button variant="quiet" icon={Archive} onPress={() => setLeaving(true)}>
          {t({ id: 'knowledge.archive', defaultMessage: 'Take away' })}
        </Button>
      )}
      <ConfirmDialog
        title={t({ id: 'knowledge.archiveTitle', defaultMessage: 'Take this article away from readers?' })}
        isOpen={leaving}
        onClose={() => setLeaving(false)}
        isPending={archive.isPending}
        confirmLabel={t({ id: 'knowledge.archive', defaultMessage: 'Take away' })}
        onConfirm={() => archive.mutate(article.name, { onError, onSettled: () => setLeaving(false) })}
      >
        <p>{t({ id: 'knowledge.archiveHint', defaultMessage: 'Publishing brings it back.' })}</p>
      </ConfirmDialog>
    </>
  )
}
