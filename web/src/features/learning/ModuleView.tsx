import { ArrowRight, Check, ExternalLink } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useSaveProgress } from '@/api/training'
import type { LearnerModule } from '@/gen/hamgam/training/v1/enrollment_pb'
import { useReading } from '@/i18n/LocaleProvider'
import { directionOf } from '@/i18n/locale'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, ButtonLink } from '@/ui/Button'
import { Markdown } from '@/ui/Markdown'
import { toastError } from '@/ui/Toast'
import styles from './Player.module.css'

/** A text, a video or a file; remembers how far the learner has come. */
export function ModuleView({
  enrollment,
  module,
  onNext,
}: {
  enrollment: string
  module: LearnerModule
  onNext?: () => void
}) {
  const t = useText()
  const save = useSaveProgress()
  const sentence = useErrorSentence()
  const { mutate } = save
  const done = module.completeTime !== undefined
  useEffect(() => {
    // Opening a module is what "where I stopped" means; its completion is said by the button.
    if (!done) mutate({ name: enrollment, module: module.id, position: module.position })
  }, [mutate, enrollment, module.id, module.position, done])
  const complete = () =>
    save.mutate(
      { name: enrollment, module: module.id, position: module.position, completed: true },
      { onSuccess: () => onNext?.(), onError: (error) => toastError(sentence(error)) },
    )
  return (
    <>
      <Content enrollment={enrollment} module={module} />
      <div className={styles.footGroup}>
        {done ? (
          onNext && (
            <Button variant="primary" icon={ArrowRight} iconDirectional onPress={onNext}>
              {t({ id: 'learning.next', defaultMessage: 'Next' })}
            </Button>
          )
        ) : (
          <Button variant="primary" icon={Check} isPending={save.isPending} onPress={complete}>
            {onNext
              ? t({ id: 'learning.doneNext', defaultMessage: 'Done, go on' })
              : t({ id: 'learning.markDone', defaultMessage: 'Done' })}
          </Button>
        )}
      </div>
    </>
  )
}

function Content({ enrollment, module }: { enrollment: string; module: LearnerModule }) {
  const t = useText()
  const localized = useLocalized()
  const { language } = useReading().reading
  const { content } = module
  if (content.case === 'text') {
    const own = content.value.markdown?.[language]
    return <Markdown source={localized(content.value.markdown)} dir={own ? directionOf(language) : 'auto'} />
  }
  if (content.case === 'video') {
    const transcript = localized(content.value.transcript)
    return (
      <>
        <Video enrollment={enrollment} module={module} url={content.value.url} />
        {transcript && (
          <details>
            <summary>{t({ id: 'learning.transcript', defaultMessage: 'What it says, as text' })}</summary>
            <Markdown source={transcript} />
          </details>
        )}
      </>
    )
  }
  if (content.case === 'file') {
    return (
      <p>
        <ButtonLink href={content.value.url} target="_blank" rel="noopener noreferrer" icon={ExternalLink}>
          {localized(content.value.label) || t({ id: 'learning.openFile', defaultMessage: 'Open the file' })}
        </ButtonLink>
      </p>
    )
  }
  return null
}

const playable = /\.(mp4|webm|ogv|m4v)(\?|$)/i

function Video({ enrollment, module, url }: { enrollment: string; module: LearnerModule; url: string }) {
  const t = useText()
  const { mutate } = useSaveProgress()
  const ref = useRef<HTMLVideoElement>(null)
  const saved = useRef(module.position)
  if (!playable.test(url)) {
    return (
      <p>
        <ButtonLink href={url} target="_blank" rel="noopener noreferrer" icon={ExternalLink}>
          {t({ id: 'learning.openVideo', defaultMessage: 'Watch the video' })}
        </ButtonLink>
      </p>
    )
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: captions are part of the file that the trainer links
    <video
      ref={ref}
      className={styles.video}
      src={url}
      controls
      preload="metadata"
      onLoadedMetadata={() => {
        if (ref.current) ref.current.currentTime = module.position
      }}
      onTimeUpdate={() => {
        const position = ref.current?.currentTime ?? 0
        if (Math.abs(position - saved.current) < 10) return
        saved.current = position
        mutate({ name: enrollment, module: module.id, position })
      }}
    />
  )
}
