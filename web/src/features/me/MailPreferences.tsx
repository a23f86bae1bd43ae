import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { defineMessages } from 'react-intl'
import { useClient } from '@/api/client'
import { useErrorSentence } from '@/api/errors'
import { idOf } from '@/api/names'
import { NotificationKind } from '@/gen/hamgam/notifications/v1/notification_pb'
import { type KindPreference, MailMode } from '@/gen/hamgam/notifications/v1/preferences_pb'
import { PreferencesService } from '@/gen/hamgam/notifications/v1/preferences_service_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { toastError } from '@/ui/Toast'
import styles from './Me.module.css'

const words = defineMessages({
  assigned: { id: 'me.kind.assigned', defaultMessage: 'A course is given to me' },
  reminded: { id: 'me.kind.reminded', defaultMessage: 'A course is due soon or overdue' },
  escalated: { id: 'me.kind.escalated', defaultMessage: 'One of my people is long overdue' },
  completed: { id: 'me.kind.completed', defaultMessage: 'I have completed something' },
  help: { id: 'me.kind.help', defaultMessage: 'A learner asks for help' },
  answered: { id: 'me.kind.answered', defaultMessage: 'My question is answered' },
  raised: { id: 'me.kind.raised', defaultMessage: 'A team of mine is flagged' },
  cleared: { id: 'me.kind.cleared', defaultMessage: 'A flag of a team of mine is cleared' },
  started: { id: 'me.kind.started', defaultMessage: 'Help for a team of mine begins' },
  task: { id: 'me.kind.task', defaultMessage: 'There is something for me to do' },
})

const kinds: Partial<Record<NotificationKind, (typeof words)[keyof typeof words]>> = {
  [NotificationKind.ENROLLMENT_ASSIGNED]: words.assigned,
  [NotificationKind.ENROLLMENT_REMINDED]: words.reminded,
  [NotificationKind.ENROLLMENT_ESCALATED]: words.escalated,
  [NotificationKind.ENROLLMENT_COMPLETED]: words.completed,
  [NotificationKind.HELP_REQUESTED]: words.help,
  [NotificationKind.HELP_ANSWERED]: words.answered,
  [NotificationKind.FLAG_RAISED]: words.raised,
  [NotificationKind.FLAG_CLEARED]: words.cleared,
  [NotificationKind.INTERVENTION_STARTED]: words.started,
  [NotificationKind.TASK_ASSIGNED]: words.task,
}

/** How the person wants to be told about what. */
export function MailPreferences() {
  const t = useText()
  const client = useClient(PreferencesService)
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const { organization, person } = useMe()
  const name = `${organization}/preferences/${idOf(person)}`
  const key = ['preferences', name]
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => client.getPreferences({ name }, { signal }) })
  const update = useMutation({
    mutationFn: ({ kind, mail, inbox }: KindPreference) =>
      client.updatePreferences({ preferences: { name, kinds: [{ kind, mail, inbox }] } }),
    onSuccess: (preferences) => queries.setQueryData(key, preferences),
    onError: (error) => toastError(sentence(error)),
  })
  const modes = [
    { id: String(MailMode.NOW), label: t({ id: 'me.mail.now', defaultMessage: 'Mail at once' }) },
    { id: String(MailMode.DIGEST), label: t({ id: 'me.mail.digest', defaultMessage: 'In the daily digest' }) },
    { id: String(MailMode.OFF), label: t({ id: 'me.mail.off', defaultMessage: 'No mail' }) },
  ]
  return (
    <Card
      title={t({ id: 'me.telling', defaultMessage: 'How you are told' })}
      subtitle={t({
        id: 'me.tellingHint',
        defaultMessage: 'The digest comes on the morning of a working day, and only when something waits in it.',
      })}
    >
      <Query query={query} lines={3}>
        {(preferences) => (
          <ul className={styles.kinds}>
            {preferences.kinds
              .filter(({ kind, fixed }) => kinds[kind] && !fixed)
              .map((preference) => {
                const label = kinds[preference.kind]
                return (
                  label && (
                    <li key={preference.kind} className={styles.kind}>
                      <span>{t(label)}</span>
                      <Switch
                        isSelected={preference.inbox}
                        onChange={(inbox) => update.mutate({ ...preference, inbox })}
                        aria-label={t({ id: 'me.inInbox', defaultMessage: 'In the inbox: {what}' }, { what: t(label) })}
                      >
                        {t({ id: 'me.inbox', defaultMessage: 'Inbox' })}
                      </Switch>
                      <Select
                        labelHidden
                        label={t({ id: 'me.byMail', defaultMessage: 'By mail: {what}' }, { what: t(label) })}
                        value={String(preference.mail)}
                        onChange={(mail) => update.mutate({ ...preference, mail: Number(mail) })}
                        options={modes}
                      />
                    </li>
                  )
                )
              })}
          </ul>
        )}
      </Query>
    </Card>
  )
}
