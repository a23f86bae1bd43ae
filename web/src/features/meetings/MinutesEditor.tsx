import { useState } from 'react'
import { useMinutesChanges } from '@/api/minutes'
import { brokenRules } from '@/fields/broken'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { words } from '@/fields/words'
import type { Minutes } from '@/gen/hamgam/feedback/v1/minutes_pb'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Markdown } from '@/ui/Markdown'
import { toast } from '@/ui/Toast'
import styles from './Meetings.module.css'

/** Corrects a draft of minutes, with what it looks like below; nothing is lost when somebody else saved first. */
export function MinutesEditor({
  meeting,
  minutes,
  dir,
  onDone,
}: {
  meeting: string
  minutes: Minutes
  dir: 'ltr' | 'rtl'
  onDone: () => void
}) {
  const t = useText()
  const { update, reload } = useMinutesChanges(meeting)
  const [text, setText] = useState(minutes.text)
  const [note, setNote] = useState('')
  // What was read when the writing began: a save on top of somebody else's is refused.
  const [{ base, etag }, setRead] = useState({ base: minutes.text, etag: minutes.etag })
  const broken = brokenRules(update.error, 'minutes')
  const dirty = text !== base
  const save = (over: string) =>
    update.mutate(
      { minutes: { name: minutes.name, text, etag: over }, note },
      {
        onSuccess: () => {
          toast(t(words.saved))
          onDone()
        },
      },
    )
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        save(etag)
      }}
    >
      {isConflict(update.error) ? (
        <Conflict
          isPending={update.isPending}
          onTheirs={() =>
            void reload().then((now) => {
              setText(now.text)
              setRead({ base: now.text, etag: now.etag })
              update.reset()
            })
          }
          onMine={() => void reload().then((now) => save(now.etag))}
        />
      ) : (
        <Problems error={update.error} resource="minutes" shown={['text', 'note']} />
      )}
      <TextField
        label={t({ id: 'meetings.minutesText', defaultMessage: 'The text, in Markdown' })}
        value={text}
        onChange={setText}
        multiline
        rows={18}
        maxLength={60_000}
        error={broken.at('text')}
      />
      <TextField
        label={t({ id: 'meetings.note', defaultMessage: 'What was corrected, and why' })}
        value={note}
        onChange={setNote}
        maxLength={300}
        error={broken.at('note')}
        optional
      />
      <FormActions>
        <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
          {t(words.save)}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {t(words.discard)}
        </Button>
      </FormActions>
      <section
        className={styles.minutes}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t({ id: 'meetings.preview', defaultMessage: 'Preview' })}
      >
        <Markdown source={text} dir={dir} />
      </section>
      <Unsaved when={dirty && !update.isSuccess} />
    </Form>
  )
}
