import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useModeration, useSimilarProposals } from '@/api/proposals'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { Proposal } from '@/gen/hamgam/feedback/v1/proposal_pb'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, RadioGroup, TextField } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { toast, toastError } from '@/ui/Toast'
import styles from './Feedback.module.css'
import { settable, useProposalWords } from './kinds'

/** What a moderator does with a proposal: answer, file, merge, hide. */
export function ModerateCard({ proposal }: { proposal: Proposal }) {
  const t = useText()
  const look = useProposalWords()
  const sentence = useErrorSentence()
  const { setStatus, setTags, restore } = useModeration()
  const [status, choose] = useState(String(proposal.status))
  const [answer, setAnswer] = useState('')
  const [tags, typeTags] = useState(proposal.tags.join(', '))
  const [open, setOpen] = useState<'merge' | 'hide'>()
  const broken = brokenRules(setStatus.error)
  const onError = (error: unknown) => toastError(sentence(error))
  return (
    <Card title={t({ id: 'feedback.moderate', defaultMessage: 'Answer and file' })}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          setStatus.mutate(
            { name: proposal.name, status: Number(status), answer, etag: proposal.etag },
            { onSuccess: () => toast(t({ id: 'feedback.told', defaultMessage: 'Whoever it concerns is told.' })) },
          )
        }}
      >
        <Problems error={setStatus.error} shown={['status', 'answer']} />
        <Select
          label={t(words.state)}
          value={status}
          onChange={choose}
          options={settable.map((id) => ({ id: String(id), label: look.status(id) }))}
          error={broken.at('status')}
        />
        <TextField
          label={t({ id: 'feedback.answer', defaultMessage: 'What you say to it' })}
          hint={t({
            id: 'feedback.answerHint',
            defaultMessage: 'Whoever proposed, voted, commented or follows reads it.',
          })}
          value={answer}
          onChange={setAnswer}
          multiline
          rows={3}
          maxLength={2000}
          error={broken.at('answer')}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={setStatus.isPending}>
            {t({ id: 'feedback.sendAnswer', defaultMessage: 'Answer' })}
          </Button>
        </FormActions>
      </Form>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          const list = tags.split(/[,،]/u).map((tag) => tag.trim())
          setTags.mutate(
            { name: proposal.name, tags: list.filter(Boolean) },
            { onSuccess: () => toast(t(words.saved)), onError },
          )
        }}
      >
        <TextField
          label={t({ id: 'feedback.tags', defaultMessage: 'Tags' })}
          hint={t({ id: 'feedback.tagsHint', defaultMessage: 'With commas between.' })}
          value={tags}
          onChange={typeTags}
          optional
        />
        <FormActions>
          <Button type="submit" isPending={setTags.isPending}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => setOpen('merge')}>
          {t({ id: 'feedback.merge', defaultMessage: 'Merge into another one' })}
        </Button>
        {proposal.hidden ? (
          <Button size="small" isPending={restore.isPending} onPress={() => restore.mutate(proposal.name, { onError })}>
            {t({ id: 'feedback.restore', defaultMessage: 'Show again' })}
          </Button>
        ) : (
          <Button size="small" variant="quiet" onPress={() => setOpen('hide')}>
            {t({ id: 'feedback.hide', defaultMessage: 'Hide' })}
          </Button>
        )}
      </div>
      {open === 'merge' && <MergeDialog proposal={proposal} onClose={() => setOpen(undefined)} />}
      {open === 'hide' && <HideDialog name={proposal.name} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}

function MergeDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { merge } = useModeration()
  const [text, setText] = useState(proposal.title)
  const [into, setInto] = useState('')
  const { data } = useSimilarProposals(text, proposal.application)
  const others = (data?.proposals ?? []).filter(({ name }) => name !== proposal.name)
  return (
    <ConfirmDialog
      title={t({ id: 'feedback.mergeTitle', defaultMessage: 'Which one says the same?' })}
      isOpen
      onClose={onClose}
      isPending={merge.isPending}
      confirmLabel={t({ id: 'feedback.mergeNow', defaultMessage: 'Merge' })}
      onConfirm={() => {
        if (!into) return
        merge.mutate(
          { name: proposal.name, destination: into },
          { onSuccess: onClose, onError: (error) => toastError(sentence(error)) },
        )
      }}
    >
      <TextField
        label={t({ id: 'feedback.search', defaultMessage: 'Search' })}
        value={text}
        onChange={setText}
        maxLength={200}
      />
      {others.length > 0 ? (
        <RadioGroup
          cards
          label={t({ id: 'feedback.mergeInto', defaultMessage: 'Votes and followers move there' })}
          value={into}
          onChange={setInto}
          options={others.map(({ name, title }) => ({ value: name, label: <bdi>{title}</bdi> }))}
        />
      ) : (
        <p className={styles.quiet}>{t({ id: 'feedback.noneAlike', defaultMessage: 'Nothing alike was found.' })}</p>
      )}
    </ConfirmDialog>
  )
}

/** Hides a proposal or a comment, with a reason that its writer reads. */
export function HideDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { hide } = useModeration()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={t({ id: 'feedback.hideTitle', defaultMessage: 'Hide this?' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          hide.mutate({ name, reason }, { onSuccess: onClose, onError: (error) => toastError(sentence(error)) })
        }}
      >
        <TextField
          label={t({ id: 'feedback.hideReason', defaultMessage: 'The reason; whoever wrote it reads it' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <Button type="submit" variant="danger" isPending={hide.isPending} isDisabled={reason.trim() === ''}>
            {t({ id: 'feedback.hide', defaultMessage: 'Hide' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
