import { Link } from 'react-aria-components'
import { useNotifications } from '@/api/notifications'
import { paths } from '@/api/paths'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { cx } from '@/ui/cx'
import { Query } from '@/ui/Query'
import styles from './Home.module.css'

/** The newest of the inbox. */
export function NewsCard() {
  const t = useText()
  const format = useFormats()
  const query = useNotifications(false)
  return (
    <Card
      title={t({ id: 'home.news', defaultMessage: 'Latest' })}
      actions={
        <ButtonLink size="small" variant="soft" href={paths.inbox}>
          {t({ id: 'shell.inbox', defaultMessage: 'Inbox' })}
        </ButtonLink>
      }
    >
      <Query query={query} lines={3} height="2rem">
        {({ pages }) => {
          const entries = pages[0]?.notifications.slice(0, 4) ?? []
          if (entries.length === 0) {
            return <p className={styles.sub}>{t({ id: 'home.noNews', defaultMessage: 'Nothing new.' })}</p>
          }
          return (
            <ul className={styles.news}>
              {entries.map((entry) => (
                <li key={entry.name}>
                  <Link
                    href={entry.link.startsWith('/') ? entry.link : paths.inbox}
                    className={cx(styles.entry, entry.readTime === undefined && styles.unread)}
                  >
                    {entry.title}
                    <br />
                    <span className={styles.sub}>{format.instant(entry.createTime)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Query>
    </Card>
  )
}
