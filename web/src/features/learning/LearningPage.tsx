import { ArrowRight, Award, GraduationCap, Lock } from 'lucide-react'
import { Link } from 'react-aria-components'
import { paths } from '@/api/paths'
import { useMyCertificates, useMyEnrollments, useMyHelpRequests } from '@/api/training'
import { type Certificate, CertificateState } from '@/gen/hamgam/training/v1/certificate_pb'
import { type Enrollment, EnrollmentState } from '@/gen/hamgam/training/v1/enrollment_pb'
import { HelpState } from '@/gen/hamgam/training/v1/help_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { NamedArticles } from '@/parts/Articles'
import { Badge } from '@/ui/Badge'
import { ButtonLink } from '@/ui/Button'
import { Card, CardLink, Grid, Split, Stack } from '@/ui/Card'
import { Markdown } from '@/ui/Markdown'
import { Page } from '@/ui/Page'
import { ProgressRing } from '@/ui/Progress'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Learning.module.css'

/** What the person learns: where to go on, what is due, what is done, certificates and questions. */
export function LearningPage() {
  const t = useText()
  const query = useMyEnrollments()
  return (
    <Page title={t({ id: 'learning.title', defaultMessage: 'My learning' })}>
      <Query query={query} lines={3} height="7rem">
        {(enrollments) => <Known enrollments={enrollments} />}
      </Query>
    </Page>
  )
}

function partOf(enrollment: Enrollment): number {
  return enrollment.moduleCount === 0 ? 0 : enrollment.modulesCompleted / enrollment.moduleCount
}

function Known({ enrollments }: { enrollments: Enrollment[] }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const open = enrollments.filter(
    ({ state }) => state === EnrollmentState.ASSIGNED || state === EnrollmentState.STARTED,
  )
  const done = enrollments.filter(({ state }) => state === EnrollmentState.COMPLETED)
  const next =
    open.find(({ state, locked }) => state === EnrollmentState.STARTED && !locked) ?? open.find(({ locked }) => !locked)
  return (
    <>
      {next && (
        <section className={styles.next}>
          <span className={styles.nextRing}>
            <ProgressRing
              label={t({ id: 'learning.progress', defaultMessage: 'Progress' })}
              part={partOf(next)}
              size={68}
            />
          </span>
          <div>
            <p>
              {next.state === EnrollmentState.STARTED
                ? t({ id: 'learning.goOn', defaultMessage: 'Go on where you stopped' })
                : t({ id: 'learning.nextUp', defaultMessage: 'Next for you' })}
            </p>
            <h2>{localized(next.courseTitle)}</h2>
            <p>
              {t(
                {
                  id: 'learning.meta',
                  defaultMessage: '{done, number} of {all, number} parts · {minutes} · due {day}',
                },
                {
                  done: next.modulesCompleted,
                  all: next.moduleCount,
                  minutes: format.minutes(next.minutes),
                  day: format.day(next.dueDay),
                },
              )}
            </p>
          </div>
          <ButtonLink href={paths.enrollment(next.name)} size="large" icon={ArrowRight} iconDirectional>
            {next.state === EnrollmentState.STARTED
              ? t({ id: 'learning.continue', defaultMessage: 'Continue' })
              : t({ id: 'learning.start', defaultMessage: 'Start' })}
          </ButtonLink>
        </section>
      )}
      <Split>
        <Stack>
          {open.length > 1 && (
            <Grid least="20rem">
              {open
                .filter((enrollment) => enrollment !== next)
                .map((enrollment) => (
                  <EnrollmentCard key={enrollment.name} enrollment={enrollment} />
                ))}
            </Grid>
          )}
          {open.length === 0 && (
            <Card>
              <EmptyState
                icon={GraduationCap}
                title={t({ id: 'learning.nothing', defaultMessage: 'Nothing to learn right now' })}
              >
                {t({ id: 'learning.nothingHint', defaultMessage: 'When a course is given to you, it waits here.' })}
              </EmptyState>
            </Card>
          )}
          {done.length > 0 && (
            <>
              <h2>{t({ id: 'learning.done', defaultMessage: 'Completed' })}</h2>
              <Grid least="20rem">
                {done.map((enrollment) => (
                  <EnrollmentCard key={enrollment.name} enrollment={enrollment} />
                ))}
              </Grid>
            </>
          )}
        </Stack>
        <Stack>
          <Certificates />
          <Questions />
        </Stack>
      </Split>
    </>
  )
}

function EnrollmentCard({ enrollment }: { enrollment: Enrollment }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const body = (
    <div className={styles.enrollment}>
      <ProgressRing label={t({ id: 'learning.progress', defaultMessage: 'Progress' })} part={partOf(enrollment)} />
      <div>
        <h2>{localized(enrollment.courseTitle)}</h2>
        <p className={styles.sub}>
          {[localized(enrollment.curriculumTitle), format.minutes(enrollment.minutes)].filter(Boolean).join(' · ')}
        </p>
        <div className={styles.badges}>
          {enrollment.locked && (
            <Badge icon={Lock}>{t({ id: 'learning.locked', defaultMessage: 'After the step before' })}</Badge>
          )}
          {enrollment.overdue && (
            <Badge tone="bad">
              {t({ id: 'learning.overdue', defaultMessage: 'Was due {day}' }, { day: format.day(enrollment.dueDay) })}
            </Badge>
          )}
          {!enrollment.overdue && enrollment.dueDay && enrollment.state !== EnrollmentState.COMPLETED && (
            <Badge tone="info">
              {t({ id: 'learning.due', defaultMessage: 'Due {day}' }, { day: format.day(enrollment.dueDay) })}
            </Badge>
          )}
          {enrollment.recertification && (
            <Badge tone="plum">{t({ id: 'learning.recertification', defaultMessage: 'Renews a certificate' })}</Badge>
          )}
          {enrollment.state === EnrollmentState.COMPLETED && (
            <Badge tone="good">
              {t(
                { id: 'learning.completedOn', defaultMessage: 'Completed {day}' },
                { day: format.dayOf(enrollment.completeTime) },
              )}
            </Badge>
          )}
        </div>
      </div>
    </div>
  )
  return enrollment.locked ? <Card>{body}</Card> : <CardLink href={paths.enrollment(enrollment.name)}>{body}</CardLink>
}

function Certificates() {
  const t = useText()
  const query = useMyCertificates()
  const certificates = query.data ?? []
  if (certificates.length === 0) return null
  return (
    <Card title={t({ id: 'learning.certificates', defaultMessage: 'Certificates' })}>
      <ul className={styles.certificates}>
        {certificates.map((certificate) => (
          <CertificateLine key={certificate.name} certificate={certificate} />
        ))}
      </ul>
    </Card>
  )
}

function CertificateLine({ certificate }: { certificate: Certificate }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  return (
    <li className={styles.certificate}>
      <span className={styles.seal}>
        <Award size={20} aria-hidden />
      </span>
      <span>
        <Link href={paths.certificate(certificate.code)}>{localized(certificate.courseTitle)}</Link>
        <br />
        <span className={styles.sub}>
          {certificate.expireDay
            ? t(
                { id: 'learning.validUntil', defaultMessage: 'Valid until {day}' },
                { day: format.day(certificate.expireDay) },
              )
            : t(
                { id: 'learning.issued', defaultMessage: 'Issued {day}' },
                { day: format.dayOf(certificate.issueTime) },
              )}
        </span>
      </span>
      {certificate.state === CertificateState.LAPSED && (
        <Badge tone="warn">{t({ id: 'learning.lapsed', defaultMessage: 'Lapsed' })}</Badge>
      )}
    </li>
  )
}

function Questions() {
  const t = useText()
  const localized = useLocalized()
  const requests = useMyHelpRequests().data ?? []
  if (requests.length === 0) return null
  return (
    <Card title={t({ id: 'learning.questions', defaultMessage: 'My questions' })}>
      {requests.map((request) => (
        <div key={request.name} className={styles.question}>
          <span className={styles.sub}>{localized(request.moduleTitle) || localized(request.courseTitle)}</span>
          <p dir="auto">{request.question}</p>
          {request.state === HelpState.ANSWERED ? (
            <div className={styles.answer}>
              <strong dir="auto">{request.answererDisplayName}</strong>
              <Markdown source={request.answer} />
              <NamedArticles names={request.articles} />
            </div>
          ) : (
            <Badge tone="info">{t({ id: 'learning.waiting', defaultMessage: 'Waits for an answer' })}</Badge>
          )}
        </div>
      ))}
    </Card>
  )
}
