import { History } from 'lucide-react'
import { useState } from 'react'
import { useArticleChanges, useArticleVersions } from '@/api/articles'
import { useErrorSentence } from '@/api/errors'
import type { Article, ArticleVersion } from '@/gen/hamgam/training/v1/article_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { List, ListRow, Quiet } from '@/ui/List'
import { Markdown } from '@/ui/Markdown'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'
import styles from './Knowledge.module.css'

/** What readers found when; an older version can be read, and taken into the draft again. */
export function Versions({ article, onTaken }: { article: Article; onTaken: () => void }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const query = useArticleVersions(article.name)
  const [open, setOpen] = useState<ArticleVersion>()
  return (
    <Card title={t({ id: 'knowledge.versions', defaultMessage: 'Versions' })}>
      <Query query={query} lines={3}>
        {({ pages }) => {
          const versions = pages.flatMap((page) => page.versions)
          return versions.length === 0 ? (
            <EmptyState
              icon={History}
              title={t({ id: 'knowledge.noVersion', defaultMessage: 'Nothing is published yet' })}
            >
              {t({ id: 'knowledge.noVersionHint', defaultMessage: 'Each time you publish, a version is kept here.' })}
            </EmptyState>
          ) : (
            <>
              <List>
                {versions.map((version) => (
                  <ListRow
                    key={version.name}
                    actions={
                      <Button size="small" variant="quiet" onPress={() => setOpen(version)}>
                        {t({ id: 'knowledge.show', defaultMessage: 'Show' })}
                      </Button>
                    }
                  >
                    <span className={styles.head}>
                      <strong>
                        {t(
                          { id: 'knowledge.version', defaultMessage: 'Version {number}' },
                          { number: format.number(version.version) },
                        )}
                      </strong>
                      {version.version === article.publishedVersion && (
                        <Badge tone="good">{t({ id: 'knowledge.readNow', defaultMessage: 'What readers find' })}</Badge>
                      )}
                    </span>
                    <bdi>{read(version.title)}</bdi>
                    <Quiet>{format.instant(version.publishTime)}</Quiet>
                  </ListRow>
                ))}
              </List>
              <More query={query} />
            </>
          )
        }}
      </Query>
      {open && <VersionDialog article={article} version={open} onClose={() => setOpen(undefined)} onTaken={onTaken} />}
    </Card>
  )
}

function VersionDialog({
  article,
  version,
  onClose,
  onTaken,
}: {
  article: Article
  version: ArticleVersion
  onClose: () => void
  onTaken: () => void
}) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { update } = useArticleChanges()
  const current = version.version === article.publishedVersion && !article.unpublishedChanges
  return (
    <Dialog
      title={t(
        { id: 'knowledge.version', defaultMessage: 'Version {number}' },
        { number: format.number(version.version) },
      )}
      isOpen
      onClose={onClose}
      wide
      footer={
        !current && (
          <Button
            isPending={update.isPending}
            onPress={() =>
              update.mutate(
                {
                  article: { name: article.name, etag: article.etag, title: version.title, body: version.body },
                  updateMask: { paths: ['title', 'body'] },
                },
                {
                  onSuccess: () => {
                    toast(
                      t({
                        id: 'knowledge.taken',
                        defaultMessage: 'It is the draft now. Publish it to let readers find it.',
                      }),
                    )
                    onClose()
                    onTaken()
                  },
                  onError: (error) => toastError(sentence(error)),
                },
              )
            }
          >
            {t({ id: 'knowledge.take', defaultMessage: 'Take it into the draft' })}
          </Button>
        )
      }
    >
      <h3 dir="auto">{read(version.title)}</h3>
      <Markdown source={read(version.body)} />
    </Dialog>
  )
}
