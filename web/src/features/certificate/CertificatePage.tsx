import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { FileQuestion } from 'lucide-react'
import { useClient } from '@/api/client'
import { isNotFound } from '@/api/errors'
import { CertificateState, type VerifiedCertificate } from '@/gen/hamgam/training/v1/certificate_pb'
import { CertificateService } from '@/gen/hamgam/training/v1/certificate_service_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Logo } from '@/ui/Logo'
import { EmptyState, ErrorState, Loading } from '@/ui/State'
import styles from './Certificate.module.css'

/** What anybody who has the code sees of a certificate. */
export function CertificatePage() {
  const t = useText()
  const { code } = useParams({ from: '/certificates/$code' })
  const client = useClient(CertificateService)
  const query = useQuery({
    queryKey: ['certificate', code],
    queryFn: ({ signal }) => client.verifyCertificate({ code }, { signal }),
    retry: false,
  })
  return (
    <main className={styles.screen}>
      <title>{`${t({ id: 'certificate.title', defaultMessage: 'Certificate' })} · Hamgam`}</title>
      {query.data ? (
        <Sheet certificate={query.data} />
      ) : query.isError ? (
        isNotFound(query.error) ? (
          <EmptyState
            icon={FileQuestion}
            title={t({ id: 'certificate.unknown', defaultMessage: 'There is no such certificate' })}
          >
            {t({
              id: 'certificate.unknownHint',
              defaultMessage: 'Check the code letter by letter. This code was never given out.',
            })}
          </EmptyState>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )
      ) : (
        <Loading lines={1} height="20rem" />
      )}
    </main>
  )
}

function Sheet({ certificate }: { certificate: VerifiedCertificate }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  return (
    <article className={styles.sheet}>
      <Logo size={52} />
      <StateOf state={certificate.state} />
      <p className={styles.kicker}>
        {t(
          { id: 'certificate.says', defaultMessage: '{organization} certifies that' },
          { organization: certificate.organizationDisplayName },
        )}
      </p>
      <h1 className={styles.name} dir="auto">
        {certificate.personDisplayName}
      </h1>
      <p className={styles.kicker}>{t({ id: 'certificate.completed', defaultMessage: 'has completed the course' })}</p>
      <p className={styles.course}>{localized(certificate.courseTitle)}</p>
      <p className={styles.meta}>
        <span>
          {t({ id: 'certificate.issued', defaultMessage: 'Issued {day}' }, { day: format.day(certificate.issueDay) })}
        </span>
        {certificate.expireDay && (
          <span>
            {t(
              { id: 'certificate.until', defaultMessage: 'Valid until {day}' },
              { day: format.day(certificate.expireDay) },
            )}
          </span>
        )}
      </p>
      <span className={styles.code}>{certificate.code}</span>
    </article>
  )
}

function StateOf({ state }: { state: CertificateState }) {
  const t = useText()
  if (state === CertificateState.VALID) {
    return <Badge tone="good">{t({ id: 'certificate.valid', defaultMessage: 'It is real and it counts' })}</Badge>
  }
  if (state === CertificateState.RENEWED) {
    return (
      <Badge tone="info">{t({ id: 'certificate.renewed', defaultMessage: 'Real, and replaced by a newer one' })}</Badge>
    )
  }
  return <Badge tone="warn">{t({ id: 'certificate.lapsed', defaultMessage: 'Real, and lapsed' })}</Badge>
}
