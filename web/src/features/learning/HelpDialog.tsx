import { useState } from 'react'
import { fieldErrors, useErrorText } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { useRequestHelp } from '@/api/training'
import { useText } from '@/i18n/text'
import { ArticleHints } from '@/parts/Articles'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { TextField } from '@/ui/Field'
import { toast } from '@/ui/Toast'

/** A question to the trainers about one module. */
export function HelpDialog({
  enrollment,
  course,
  module,
  onClose,
}: {
  enrollment: string
  course: string
  module: string
  onClose: () => void
}) {
  const t = useText()
  const ask = useRequestHelp()
  const errorText = useErrorText()
  const [question, setQuestion] = useState('')
  const [requestId] = useState(newRequestId)
  const errors = fieldErrors(ask.error)
  return (
    <Dialog
      isOpen
      title={t({ id: 'learning.ask', defaultMessage: 'Ask for help' })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t({ id: 'ui.cancel', defaultMessage: 'Cancel' })}</Button>
          <Button
            variant="primary"
            isPending={ask.isPending}
            onPress={() =>
              ask.mutate(
                { name: enrollment, module, question, requestId },
                {
                  onSuccess: () => {
                    toast(t({ id: 'learning.asked', defaultMessage: 'Sent. The answer comes to your inbox.' }))
                    onClose()
                  },
                },
              )
            }
          >
            {t({ id: 'learning.send', defaultMessage: 'Send' })}
          </Button>
        </>
      }
    >
      {ask.isError && !errors.question && (
        <Banner tone="bad" title={errorText(ask.error).title}>
          {errorText(ask.error).detail}
        </Banner>
      )}
      <TextField
        multiline
        autoFocus
        rows={5}
        maxLength={4000}
        label={t({ id: 'learning.question', defaultMessage: 'What is not clear?' })}
        hint={t({ id: 'learning.questionHint', defaultMessage: 'The trainers read it with your name, to answer you.' })}
        value={question}
        onChange={setQuestion}
        error={errors.question}
      />
      <ArticleHints question={question} course={course} />
    </Dialog>
  )
}
