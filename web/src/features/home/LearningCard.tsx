import { ArrowRight } from 'lucide-react'
import { paths } from '@/api/paths'
import { useMyEnrollments } from '@/api/training'
import { EnrollmentState } from '@/gen/hamgam/training/v1/enrollment_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ProgressRing } from '@/ui/Progress'
import { Query } from '@/ui/Query'
import styles from './Home.module.css'

/** What the person learns next. */
export function LearningCard() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const query = useMyEnrollments()
  return (
    <Card
      title={t({ id: 'home.learning', defaultMessage: 'Your learning' })}
      actions={
        <ButtonLink size="small" variant="soft" href={paths.learning}>
          {t({ id: 'home.allLearning', defaultMessage: 'All of it' })}
        </ButtonLink>
      }
    >
      <Query query={query} lines={1}>
        {(enrollments) => {
          const open = enrollments
            .filter(({ state, locked }) => state !== EnrollmentState.COMPLETED && !locked)
            .slice(0, 3)
          if (open.length === 0) {
            return (
              <p className={styles.sub}>
                {t({ id: 'home.nothingToLearn', defaultMessage: 'Nothing is waiting. Well done.' })}
              </p>
            )
          }
          return open.map((enrollment) => (
            <div key={enrollment.name} className={styles.learn}>
              <ProgressRing
                label={t({ id: 'learning.progress', defaultMessage: 'Progress' })}
                part={enrollment.moduleCount === 0 ? 0 : enrollment.modulesCompleted / enrollment.moduleCount}
              />
              <div>
                <strong>{localized(enrollment.courseTitle)}</strong>
                <p className={styles.sub}>
                  {enrollment.overdue ? (
                    <Badge tone="bad">
                      {t(
                        { id: 'learning.overdue', defaultMessage: 'Was due {day}' },
                        { day: format.day(enrollment.dueDay) },
                      )}
                    </Badge>
                  ) : (
                    t({ id: 'learning.due', defaultMessage: 'Due {day}' }, { day: format.day(enrollment.dueDay) })
                  )}
                </p>
              </div>
              <ButtonLink
                href={paths.enrollment(enrollment.name)}
                size="small"
                variant="primary"
                icon={ArrowRight}
                iconDirectional
              >
                {enrollment.state === EnrollmentState.STARTED
                  ? t({ id: 'learning.continue', defaultMessage: 'Continue' })
                  : t({ id: 'learning.start', defaultMessage: 'Start' })}
              </ButtonLink>
            </div>
          ))
        }}
      </Query>
    </Card>
  )
}
