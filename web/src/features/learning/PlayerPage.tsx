import { useParams } from '@tanstack/react-router'
import { Award, BookOpenText, Circle, CircleCheck, FileText, LifeBuoy, ListChecks, PlayCircle } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { paths } from '@/api/paths'
import { useEnrollment } from '@/api/training'
import { type Enrollment, EnrollmentState, type LearnerModule } from '@/gen/hamgam/training/v1/enrollment_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { CourseArticles } from '@/parts/Articles'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Progress } from '@/ui/Progress'
import { Query } from '@/ui/Query'
import { HelpDialog } from './HelpDialog'
import { ModuleView } from './ModuleView'
import styles from './Player.module.css'
import { QuizView } from './QuizView'
import { Rating } from './Rating'

/** The player: opens where the learner stopped. */
export function PlayerPage() {
  const t = useText()
  const localized = useLocalized()
  const { enrollment: id } = useParams({ from: '/signed-in/learning/enrollments/$enrollment' })
  const { organization } = useMe()
  const query = useEnrollment(`${organization}/enrollments/${id}`)
  return (
    <Page
      title={localized(query.data?.courseTitle) || t({ id: 'learning.course', defaultMessage: 'Course' })}
      back={{ href: paths.learning, label: t({ id: 'learning.title', defaultMessage: 'My learning' }) }}
      lead={localized(query.data?.courseSummary) || undefined}
    >
      <Query query={query} lines={2} height="14rem">
        {(enrollment) => <Player enrollment={enrollment} />}
      </Query>
    </Page>
  )
}

const icons = { text: BookOpenText, video: PlayCircle, file: FileText, quiz: ListChecks } as const

function useKindText() {
  const t = useText()
  return (module: LearnerModule) => {
    switch (module.content.case) {
      case 'video':
        return t({ id: 'learning.kind.video', defaultMessage: 'Video' })
      case 'file':
        return t({ id: 'learning.kind.file', defaultMessage: 'File' })
      case 'quiz':
        return t({ id: 'learning.kind.quiz', defaultMessage: 'Quiz' })
      default:
        return t({ id: 'learning.kind.text', defaultMessage: 'To read' })
    }
  }
}

function Player({ enrollment }: { enrollment: Enrollment }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const kind = useKindText()
  const { modules } = enrollment
  const [shown, setShown] = useState(
    () =>
      modules.find(({ id }) => id === enrollment.currentModule)?.id ??
      modules.find(({ completeTime }) => !completeTime)?.id ??
      modules[0]?.id ??
      '',
  )
  const [asking, setAsking] = useState(false)
  const index = Math.max(
    0,
    modules.findIndex(({ id }) => id === shown),
  )
  const module = modules[index]
  const next = modules[index + 1]
  const completed = enrollment.state === EnrollmentState.COMPLETED
  if (!module) return null
  const goNext = next ? () => setShown(next.id) : undefined
  return (
    <div className={styles.player}>
      <nav className={styles.contents} aria-label={t({ id: 'learning.contents', defaultMessage: 'Contents' })}>
        <Progress
          label={t({ id: 'learning.progress', defaultMessage: 'Progress' })}
          value={enrollment.modulesCompleted}
          max={enrollment.moduleCount}
          note={t(
            { id: 'learning.parts', defaultMessage: '{done, number} of {all, number}' },
            { done: enrollment.modulesCompleted, all: enrollment.moduleCount },
          )}
        />
        {modules.map((each) => (
          <AriaButton
            key={each.id}
            className={styles.module}
            aria-current={each.id === module.id ? 'step' : undefined}
            onPress={() => setShown(each.id)}
          >
            {each.completeTime ? (
              <CircleCheck
                size={19}
                className={styles.done}
                aria-label={t({ id: 'learning.complete', defaultMessage: 'Complete' })}
              />
            ) : (
              <Circle size={19} aria-hidden />
            )}
            <span>
              {localized(each.title)}
              <small>
                {kind(each)} · {format.minutes(each.minutes)}
              </small>
            </span>
          </AriaButton>
        ))}
      </nav>
      <div className={styles.body}>
        {completed && (
          <section className={styles.finished}>
            <Award size={40} aria-hidden />
            <h2>{t({ id: 'learning.finished', defaultMessage: 'You have completed this course' })}</h2>
            <p>
              {t(
                { id: 'learning.finishedOn', defaultMessage: 'on {day}' },
                { day: format.dayOf(enrollment.completeTime) },
              )}
            </p>
            {enrollment.certificate && (
              <ButtonLink href={paths.learning}>
                {t({ id: 'learning.toCertificate', defaultMessage: 'To the certificate' })}
              </ButtonLink>
            )}
          </section>
        )}
        <Card key={module.id}>
          <ModuleHead module={module} kind={kind(module)} />
          {module.content.case === 'quiz' ? (
            <QuizView enrollment={enrollment.name} module={module} quiz={module.content.value} onNext={goNext} />
          ) : (
            <ModuleView enrollment={enrollment.name} module={module} onNext={goNext} />
          )}
          <div className={styles.foot}>
            <Rating enrollment={enrollment.name} module={module} />
            <Button variant="quiet" icon={LifeBuoy} onPress={() => setAsking(true)}>
              {t({ id: 'learning.ask', defaultMessage: 'Ask for help' })}
            </Button>
          </div>
        </Card>
        <CourseArticles course={enrollment.course}>
          {(articles) => (
            <Card title={t({ id: 'learning.articles', defaultMessage: 'To look things up' })}>{articles}</Card>
          )}
        </CourseArticles>
      </div>
      {asking && (
        <HelpDialog
          enrollment={enrollment.name}
          course={enrollment.course}
          module={module.id}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function ModuleHead({ module, kind }: { module: LearnerModule; kind: string }) {
  const format = useFormats()
  const localized = useLocalized()
  const Icon = icons[module.content.case ?? 'text']
  return (
    <header className={styles.head}>
      <span className={styles.kind}>
        <Icon size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {kind} · {format.minutes(module.minutes)}
      </span>
      <h2>{localized(module.title)}</h2>
    </header>
  )
}
