import {
  AtSign,
  CalendarDays,
  CalendarX,
  CheckCheck,
  CircleCheck,
  Eye,
  FileCheck,
  Flag,
  Gift,
  GraduationCap,
  HandHelping,
  Handshake,
  HeartHandshake,
  LifeBuoy,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  MailCheck,
  Megaphone,
  MessageCircleQuestion,
  MessagesSquare,
  Target,
  TriangleAlert,
} from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useMarkAllRead, useMarkRead, useNotifications } from '@/api/notifications'
import { type Notification, NotificationKind } from '@/gen/hamgam/notifications/v1/notification_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { cx } from '@/ui/cx'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import styles from './Inbox.module.css'

const icons: Partial<Record<NotificationKind, [LucideIcon, string]>> = {
  [NotificationKind.ENROLLMENT_ASSIGNED]: [GraduationCap, 'brand'],
  [NotificationKind.ENROLLMENT_REMINDED]: [GraduationCap, 'warn'],
  [NotificationKind.ENROLLMENT_ESCALATED]: [TriangleAlert, 'warn'],
  [NotificationKind.ENROLLMENT_COMPLETED]: [CircleCheck, 'good'],
  [NotificationKind.HELP_REQUESTED]: [LifeBuoy, 'brand'],
  [NotificationKind.HELP_ANSWERED]: [LifeBuoy, 'good'],
  [NotificationKind.FLAG_RAISED]: [Flag, 'warn'],
  [NotificationKind.FLAG_CLEARED]: [Flag, 'good'],
  [NotificationKind.INTERVENTION_STARTED]: [HandHelping, 'brand'],
  [NotificationKind.TASK_ASSIGNED]: [ListChecks, 'warn'],
  [NotificationKind.PULSE_OPENED]: [MessageCircleQuestion, 'brand'],
  [NotificationKind.PROPOSAL_ANSWERED]: [Lightbulb, 'good'],
  [NotificationKind.PROPOSAL_COMMENTED]: [MessagesSquare, 'brand'],
  [NotificationKind.PERSON_MENTIONED]: [AtSign, 'brand'],
  [NotificationKind.MEETING_INVITED]: [CalendarDays, 'brand'],
  [NotificationKind.MEETING_UPDATED]: [CalendarDays, 'warn'],
  [NotificationKind.MEETING_CANCELLED]: [CalendarX, 'warn'],
  [NotificationKind.MINUTES_APPROVED]: [FileCheck, 'good'],
  [NotificationKind.OUTCOME_TASK_ASSIGNED]: [ListChecks, 'brand'],
  [NotificationKind.OUTCOME_TASK_OVERDUE]: [ListChecks, 'warn'],
  [NotificationKind.NOMINATION_REQUESTED]: [Megaphone, 'brand'],
  [NotificationKind.NOMINATION_DECIDED]: [Megaphone, 'brand'],
  [NotificationKind.CHAMPION_APPOINTED]: [Megaphone, 'good'],
  [NotificationKind.CHAMPION_TERM_ENDED]: [Megaphone, 'warn'],
  [NotificationKind.COVERAGE_LOST]: [TriangleAlert, 'warn'],
  [NotificationKind.VISIT_REQUESTED]: [Handshake, 'warn'],
  [NotificationKind.FOLLOW_UP_DUE]: [Eye, 'brand'],
  [NotificationKind.HELP_FORWARDED]: [LifeBuoy, 'brand'],
  [NotificationKind.POST_ANSWERED]: [MessagesSquare, 'good'],
  [NotificationKind.CHAMPION_THANKED]: [HeartHandshake, 'good'],
  [NotificationKind.CHALLENGE_STARTED]: [Target, 'brand'],
  [NotificationKind.CHALLENGE_ENDED]: [Target, 'good'],
  [NotificationKind.AWARD_DECIDED]: [Gift, 'good'],
  [NotificationKind.REDEMPTION_REQUESTED]: [Gift, 'warn'],
  [NotificationKind.REDEMPTION_DECIDED]: [Gift, 'brand'],
  [NotificationKind.THANKS_GIVEN]: [HeartHandshake, 'good'],
}

/** What came for the person, newest first. */
export function InboxPage() {
  const t = useText()
  const [unreadOnly, setUnreadOnly] = useState(false)
  const query = useNotifications(unreadOnly)
  const markAll = useMarkAllRead()
  const newest = query.data?.pages[0]?.notifications[0]
  return (
    <Page
      title={t({ id: 'inbox.title', defaultMessage: 'Inbox' })}
      actions={
        <>
          <Segmented
            label={t({ id: 'inbox.filter', defaultMessage: 'Which' })}
            value={unreadOnly ? 'unread' : 'all'}
            onChange={(value) => setUnreadOnly(value === 'unread')}
            options={[
              { value: 'all', label: t({ id: 'inbox.all', defaultMessage: 'All' }) },
              { value: 'unread', label: t({ id: 'inbox.unread', defaultMessage: 'Unread' }) },
            ]}
          />
          <Button
            icon={CheckCheck}
            isPending={markAll.isPending}
            isDisabled={!newest}
            onPress={() => markAll.mutate(newest?.createTime)}
          >
            {t({ id: 'inbox.markAll', defaultMessage: 'Mark all as read' })}
          </Button>
        </>
      }
    >
      <Query query={query}>
        {({ pages }) => {
          const entries = pages.flatMap(({ notifications }) => notifications)
          if (entries.length === 0) {
            return (
              <Card>
                <EmptyState icon={MailCheck} title={t({ id: 'inbox.empty', defaultMessage: 'Nothing waits for you' })}>
                  {t({
                    id: 'inbox.emptyHint',
                    defaultMessage:
                      'Courses given to you, answers to your questions and what happens in your teams arrive here.',
                  })}
                </EmptyState>
              </Card>
            )
          }
          return (
            <Card flush>
              <div className={styles.list}>
                {entries.map((entry) => (
                  <Entry key={entry.name} entry={entry} />
                ))}
              </div>
              <More query={query} />
            </Card>
          )
        }}
      </Query>
    </Page>
  )
}

function Entry({ entry }: { entry: Notification }) {
  const t = useText()
  const format = useFormats()
  const markRead = useMarkRead()
  const [Icon, tone] = icons[entry.kind] ?? [MailCheck, 'neutral']
  const unread = entry.readTime === undefined
  return (
    <Link
      href={entry.link.startsWith('/') ? entry.link : undefined}
      className={cx(styles.entry, unread && styles.unread)}
      onPress={() => unread && markRead.mutate(entry.name)}
    >
      <span className={styles.icon} data-tone={tone}>
        <Icon size={19} aria-hidden />
      </span>
      <span>
        <span className={styles.title}>{entry.title}</span>
        {entry.body && <p className={styles.body}>{entry.body}</p>}
      </span>
      <span className={styles.time}>
        {format.instant(entry.createTime)}
        {unread && (
          <span className={styles.dot}>
            <span className="visually-hidden">{t({ id: 'inbox.isUnread', defaultMessage: 'Unread' })}</span>
          </span>
        )}
      </span>
    </Link>
  )
}
