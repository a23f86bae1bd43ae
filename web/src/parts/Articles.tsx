import { BookOpenText, Plus } from 'lucide-react'
import { type ReactNode, useDeferredValue } from 'react'
import { Link } from 'react-aria-components'
import { useArticleTitles, useCourseArticles, useFoundArticles } from '@/api/articles'
import { paths } from '@/api/paths'
import { Many } from '@/fields/Many'
import { useArticleOptions } from '@/fields/options'
import type { LocalizedText } from '@/gen/hamgam/localization/v1/localization_pb'
import { useReading } from '@/i18n/LocaleProvider'
import { languageOf } from '@/i18n/locale'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Highlighted } from '@/ui/Highlighted'
import styles from './Articles.module.css'

/** Articles that one answer can name. */
const most = 5
/** Articles that are held out to somebody who is typing. */
const few = 3
/** Letters of a question before articles are looked for. */
const least = 3

interface Line {
  name: string
  title?: LocalizedText
  excerpt?: string
}

/** Articles one below the other; `apart` opens them beside what is being written, so that nothing of it is lost. */
function Lines({ articles, query = '', apart }: { articles: Line[]; query?: string; apart?: boolean }) {
  const read = useLocalized()
  return (
    <ul className={styles.lines}>
      {articles.map(({ name, title, excerpt }) => (
        <li key={name}>
          <BookOpenText size={16} aria-hidden />
          <span>
            <Link href={paths.article(name)} target={apart ? '_blank' : undefined}>
              <bdi>
                <Highlighted text={read(title)} query={query} />
              </bdi>
            </Link>
            {excerpt && (
              <small dir="auto">
                <Highlighted text={excerpt} query={query} />
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The articles that an answer names. */
export function NamedArticles({ names }: { names: string[] }) {
  const articles = useArticleTitles(names)
  return articles.length > 0 && <Lines articles={articles} />
}

/** The articles that a course leads to; nothing when there are none. `children` frames them. */
export function CourseArticles({ course, children }: { course: string; children: (articles: ReactNode) => ReactNode }) {
  const { data } = useCourseArticles(course)
  return data && data.length > 0 ? children(<Lines articles={data} />) : null
}

/** What may answer a question while it is being typed: what fits to the words, before that what the course leads to. */
export function ArticleHints({ question, course }: { question: string; course: string }) {
  const t = useText()
  const query = useDeferredValue(question.trim()).slice(0, 200)
  const language = languageOf[useReading().reading.language]
  const asked = query.length >= least
  const found = useFoundArticles(asked ? query : '', language, course)
  const linked = useCourseArticles(course)
  const articles: Line[] = asked
    ? (found.data ?? []).map(({ article, title, excerpt }) => ({ name: article, title, excerpt }))
    : (linked.data ?? [])
  return (
    <div role="status" className={styles.hints}>
      {articles.length > 0 && (
        <>
          <strong>{t({ id: 'knowledge.maybe', defaultMessage: 'Perhaps this helps already' })}</strong>
          <Lines articles={articles.slice(0, few)} query={asked ? query : ''} apart />
        </>
      )}
    </div>
  )
}

/** Chooses the articles that an answer names; those that fit to the question stand ready. */
export function ArticleChoice({
  question,
  course = '',
  isAnswering = true,
  values,
  onChange,
  error,
}: {
  question: string
  course?: string
  /** Whether somebody is at it; a page full of questions does not look for all of them at once. */
  isAnswering?: boolean
  values: string[]
  onChange: (names: string[]) => void
  error?: string
}) {
  const t = useText()
  const read = useLocalized()
  const options = useArticleOptions()
  const language = languageOf[useReading().reading.language]
  const found = useFoundArticles(isAnswering ? question.trim().slice(0, 200) : '', language, course)
  const fitting = (isAnswering ? (found.data ?? []) : [])
    .filter(({ article }) => !values.includes(article))
    .slice(0, few)
  if (options.length === 0) return null
  return (
    <div className={styles.choice}>
      <Many
        label={t({ id: 'knowledge.nameArticles', defaultMessage: 'Articles that help' })}
        options={options}
        values={values}
        onChange={(names) => onChange(names.slice(0, most))}
        error={error}
        optional
      />
      {fitting.length > 0 && values.length < most && (
        <div className={styles.fitting}>
          <span>{t({ id: 'knowledge.fitting', defaultMessage: 'They fit to the question:' })}</span>
          {fitting.map(({ article, title }) => (
            <Button
              key={article}
              size="small"
              variant="soft"
              icon={Plus}
              onPress={() => onChange([...values, article])}
            >
              <bdi>{read(title)}</bdi>
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
