import { Code, ConnectError } from '@connectrpc/connect'
import { useEffect } from 'react'
import { useErrorText } from '@/api/errors'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { brokenRules } from './broken'
import styles from './fields.module.css'

/**
 * What stands above a form that was refused: that entries need a correction, with those that no field of the form shows
 * (`shown` names the ones that do), or why the server could not do it. The first wrong field takes the focus.
 */
export function Problems({ error, resource, shown = [] }: { error: unknown; resource?: string; shown?: string[] }) {
  const errorText = useErrorText()
  useEffect(() => {
    if (error)
      document.querySelector<HTMLElement>('main [aria-invalid="true"], [role="dialog"] [aria-invalid="true"]')?.focus()
  }, [error])
  if (!error) return null
  const text = errorText(error)
  const broken = brokenRules(error, resource)
  if (broken.count === 0) {
    return (
      <Banner tone="bad" title={text.title}>
        {text.detail}
      </Banner>
    )
  }
  const others = broken.except(shown)
  return (
    <Banner tone="bad" title={text.title}>
      {others.length > 0 && (
        <ul className={styles.problems}>
          {others.map(({ field, description }) => (
            <li key={field}>
              <code dir="ltr">{field}</code> {description}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}

/** Whether a save was refused because somebody else saved first. */
export function isConflict(error: unknown): boolean {
  return error !== null && error !== undefined && ConnectError.from(error).code === Code.Aborted
}

/** Somebody else saved first: take theirs, or save over it. Nothing is lost without being asked. */
export function Conflict({
  onTheirs,
  onMine,
  isPending,
}: {
  onTheirs: () => void
  onMine: () => void
  isPending: boolean
}) {
  const t = useText()
  return (
    <Banner
      tone="warn"
      title={t({ id: 'fields.conflict', defaultMessage: 'Somebody else saved this while you were editing' })}
    >
      <p>
        {t({
          id: 'fields.conflictHint',
          defaultMessage: 'Your entries are still here. Take over what was saved, or save yours in its place.',
        })}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onPress={onTheirs} isPending={isPending}>
          {t({ id: 'fields.theirs', defaultMessage: 'Discard mine and show theirs' })}
        </Button>
        <Button size="small" variant="quiet" onPress={onMine} isPending={isPending}>
          {t({ id: 'fields.mine', defaultMessage: 'Save mine in its place' })}
        </Button>
      </div>
    </Banner>
  )
}
