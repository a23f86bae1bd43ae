import { useQuery } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { defineMessages } from 'react-intl'
import { useClient } from '@/api/client'
import { paths } from '@/api/paths'
import { useApplications, useMyUsage } from '@/api/telemetry'
import { useMyLearning } from '@/api/training'
import { HeldDataKind } from '@/gen/hamgam/identity/v1/me_pb'
import { MeService } from '@/gen/hamgam/identity/v1/me_service_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Card, Facts, Split, Stack } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { HeldKinds } from './HeldKinds'
import styles from './Me.module.css'

const words = defineMessages({
  directory: { id: 'me.held.directory', defaultMessage: 'Directory entry' },
  memberships: { id: 'me.held.memberships', defaultMessage: 'Teams and positions' },
  roles: { id: 'me.held.roles', defaultMessage: 'Roles' },
  preferences: { id: 'me.held.preferences', defaultMessage: 'Preferences' },
  password: { id: 'me.held.password', defaultMessage: 'Password, as a hash' },
  sessions: { id: 'me.held.sessions', defaultMessage: 'Sessions' },
  passwordLink: { id: 'me.held.passwordLink', defaultMessage: 'A link to choose a password' },
  attempts: { id: 'me.held.attempts', defaultMessage: 'Attempts to sign in' },
  imports: { id: 'me.held.imports', defaultMessage: 'Files imported' },
  managed: { id: 'me.held.managed', defaultMessage: 'People whose manager you are' },
})

const kinds: Partial<Record<HeldDataKind, (typeof words)[keyof typeof words]>> = {
  [HeldDataKind.DIRECTORY]: words.directory,
  [HeldDataKind.MEMBERSHIPS]: words.memberships,
  [HeldDataKind.ROLES]: words.roles,
  [HeldDataKind.PREFERENCES]: words.preferences,
  [HeldDataKind.PASSWORD]: words.password,
  [HeldDataKind.SESSIONS]: words.sessions,
  [HeldDataKind.PASSWORD_LINK]: words.passwordLink,
  [HeldDataKind.ATTEMPTS]: words.attempts,
  [HeldDataKind.IMPORTS]: words.imports,
  [HeldDataKind.MANAGED]: words.managed,
}

/** Everything that is held about the person, why, and for how long. */
export function HeldDataPage() {
  const t = useText()
  return (
    <Page
      title={t({ id: 'shell.held', defaultMessage: 'What is held about me' })}
      lead={t({
        id: 'me.heldLead',
        defaultMessage: 'All of it, on one page. Nobody else can open this page, whatever their role.',
      })}
      back={{ href: paths.me, label: t({ id: 'shell.profile', defaultMessage: 'Profile and preferences' }) }}
    >
      <Banner icon={EyeOff} title={t({ id: 'me.promise', defaultMessage: 'Hamgam watches software, not people' })}>
        {t({
          id: 'me.promiseText',
          defaultMessage:
            'Colleagues, managers and HR see figures of teams of five people or more, never yours. Single acts are deleted after 35 days, day marks after 13 weeks. No list of persons by use exists anywhere in it.',
        })}
      </Banner>
      <Split>
        <Stack>
          <Usage />
          <Learning />
          <Card title={t({ id: 'me.said', defaultMessage: 'What you said and decided' })}>
            <HeldKinds of="feedback" />
          </Card>
        </Stack>
        <Stack>
          <Identity />
          <Card title={t({ id: 'me.championing', defaultMessage: 'Champions' })}>
            <HeldKinds of="champions" />
          </Card>
          <Card title={t({ id: 'me.together', defaultMessage: 'Challenges and thanks' })}>
            <HeldKinds of="incentives" />
          </Card>
          <Card title={t({ id: 'me.told', defaultMessage: 'What you were told' })}>
            <HeldKinds of="notifications" />
          </Card>
        </Stack>
      </Split>
    </Page>
  )
}

function Usage() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const query = useMyUsage()
  const applications = useApplications().data
  return (
    <Card
      title={t({ id: 'me.usage', defaultMessage: 'Your use of applications' })}
      subtitle={t({ id: 'me.usageHint', defaultMessage: 'It is added to the figures of your team, then deleted.' })}
    >
      <Query query={query} lines={3}>
        {({ applications: used }) =>
          used.length === 0 ? (
            <p className={styles.hint}>{t({ id: 'me.noUsage', defaultMessage: 'Nothing is held.' })}</p>
          ) : (
            used.map((usage) => (
              <div key={usage.application} className={styles.held}>
                <h3>{localized(applications?.find(({ name }) => name === usage.application)?.title)}</h3>
                <Facts
                  items={[
                    {
                      name: t({ id: 'me.acts', defaultMessage: 'Single acts' }),
                      value: t(
                        { id: 'me.actsValue', defaultMessage: '{count, number}, from {first} to {last}' },
                        {
                          count: Number(usage.eventCount),
                          first: format.dayOf(usage.firstEventTime),
                          last: format.dayOf(usage.lastEventTime),
                        },
                      ),
                    },
                    {
                      name: t({ id: 'me.features', defaultMessage: 'Features' }),
                      value: usage.features
                        .map(({ feature, eventCount }) => `${feature} (${format.number(eventCount)})`)
                        .join(' · '),
                    },
                    {
                      name: t({ id: 'me.activeDays', defaultMessage: 'Active days' }),
                      value: (
                        <details>
                          <summary>{format.number(usage.activeDays.length)}</summary>
                          <span className={styles.days}>
                            {usage.activeDays.map((day) => (
                              <Badge key={day}>{format.day(day, 'dayMonth')}</Badge>
                            ))}
                          </span>
                        </details>
                      ),
                    },
                  ]}
                />
              </div>
            ))
          )
        }
      </Query>
      <HeldKinds of="telemetry" empty={null} />
    </Card>
  )
}

function Learning() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const query = useMyLearning()
  return (
    <Card
      title={t({ id: 'me.learning', defaultMessage: 'Your learning' })}
      subtitle={t({
        id: 'me.learningHint',
        defaultMessage: 'Trainers and HR see whether you have completed what was given to you, not your answers.',
      })}
    >
      <Query query={query} lines={3}>
        {({ enrollments, certificates, helpRequests }) => (
          <>
            <Facts
              items={[
                {
                  name: t({ id: 'me.enrollments', defaultMessage: 'Courses' }),
                  value: format.number(enrollments.length),
                },
                {
                  name: t({ id: 'me.certificates', defaultMessage: 'Certificates' }),
                  value: format.number(certificates.length),
                },
                {
                  name: t({ id: 'me.questions', defaultMessage: 'Questions asked' }),
                  value: format.number(helpRequests.length),
                },
              ]}
            />
            <details>
              <summary>{t({ id: 'me.showAll', defaultMessage: 'Show every record' })}</summary>
              {enrollments.map((enrollment) => {
                const attempts = enrollment.modules.flatMap(({ content }) =>
                  content.case === 'quiz' ? content.value.attempts : [],
                )
                const ratings = enrollment.modules.filter(({ stars }) => stars > 0).length
                return (
                  <div key={enrollment.name} className={styles.held}>
                    <strong>{localized(enrollment.courseTitle)}</strong>
                    <span className={styles.hint}>
                      {t(
                        {
                          id: 'me.enrollmentRecord',
                          defaultMessage:
                            'Enrolled {day}; {done, number} of {all, number} parts; {attempts, plural, one {# quiz attempt} other {# quiz attempts}}; {ratings, plural, one {# rating} other {# ratings}}',
                        },
                        {
                          day: format.dayOf(enrollment.enrollTime),
                          done: enrollment.modulesCompleted,
                          all: enrollment.moduleCount,
                          attempts: attempts.length,
                          ratings,
                        },
                      )}
                    </span>
                  </div>
                )
              })}
            </details>
          </>
        )}
      </Query>
      <HeldKinds of="training" empty={null} />
    </Card>
  )
}

function Identity() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const client = useClient(MeService)
  const { person } = useMe()
  const query = useQuery({
    queryKey: ['heldData', person],
    queryFn: ({ signal }) => client.getHeldData({}, { signal }),
  })
  return (
    <Card title={t({ id: 'me.directory', defaultMessage: 'In the directory' })}>
      <Query query={query} lines={5}>
        {({ heldData, sessions, person: entry }) => (
          <>
            <Facts
              items={[
                {
                  name: t({ id: 'me.externalId', defaultMessage: 'Personnel number' }),
                  value: <bdi>{entry?.externalId}</bdi>,
                },
                { name: t({ id: 'me.email', defaultMessage: 'Work address' }), value: <bdi>{entry?.email}</bdi> },
                {
                  name: t({ id: 'me.employedSince', defaultMessage: 'Employed since' }),
                  value: format.day(entry?.employmentStartDay ?? ''),
                },
              ]}
            />
            <div>
              {heldData.map((data) => {
                const name = kinds[data.kind]
                return (
                  <div key={data.kind} className={styles.held}>
                    <div className={styles.heldHead}>
                      <strong>{name && t(name)}</strong>
                      <span className={styles.hint}>
                        {data.keptDays === 0
                          ? t({ id: 'me.keptLong', defaultMessage: 'while you are in the directory' })
                          : t(
                              { id: 'me.keptDays', defaultMessage: 'kept {days, plural, one {# day} other {# days}}' },
                              { days: data.keptDays },
                            )}
                      </span>
                    </div>
                    <p className={styles.hint}>{localized(data.purpose)}</p>
                  </div>
                )
              })}
            </div>
            {sessions.map((session) => (
              <p key={String(session.createTime?.seconds)} className={styles.hint}>
                {t(
                  { id: 'me.session', defaultMessage: 'Signed in {time}, ends {end}' },
                  { time: format.instant(session.createTime), end: format.instant(session.expireTime) },
                )}
              </p>
            ))}
          </>
        )}
      </Query>
    </Card>
  )
}
