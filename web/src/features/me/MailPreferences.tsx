import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from '@/api/client'
import { useErrorSentence } from '@/api/errors'
import { idOf } from '@/api/names'
import { type KindPreference, MailMode } from '@/gen/hamgam/notifications/v1/preferences_pb'
import { PreferencesService } from '@/gen/hamgam/notifications/v1/preferences_service_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { toastError } from '@/ui/Toast'
import { kindGroups } from './kinds'
import styles from './Me.module.css'

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
          <div className={styles.groups}>
            {kindGroups.map(({ id, head, kinds }) => {
              const told = kinds.flatMap(({ kind, words }) => {
                const preference = preferences.kinds.find((each) => each.kind === kind)
                return preference ? [{ preference, label: t(words) }] : []
              })
              return (
                told.length > 0 && (
                  <section key={id} aria-labelledby={`told-${id}`}>
                    <h3 id={`told-${id}`}>{t(head)}</h3>
                    <ul className={styles.kinds}>
                      {told.map(({ preference, label }) => (
                        <li key={preference.kind} className={styles.kind}>
                          <span>{label}</span>
                          <Switch
                            isSelected={preference.inbox}
                            onChange={(inbox) => update.mutate({ ...preference, inbox })}
                            aria-label={t(
                              { id: 'me.inInbox', defaultMessage: 'In the inbox: {what}' },
                              { what: label },
                            )}
                          >
                            {t({ id: 'me.inbox', defaultMessage: 'Inbox' })}
                          </Switch>
                          <Select
                            labelHidden
                            label={t({ id: 'me.byMail', defaultMessage: 'By mail: {what}' }, { what: label })}
                            value={String(preference.mail)}
                            onChange={(mail) => update.mutate({ ...preference, mail: Number(mail) })}
                            options={modes}
                          />
                        </li>
                      ))}
                    </ul>
                  </section>
                )
              )
            })}
          </div>
        )}
      </Query>
    </Card>
  )
}
