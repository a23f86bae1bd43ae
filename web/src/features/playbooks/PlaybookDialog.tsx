import { create } from '@bufbuild/protobuf'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { adoptionKeys, usePlaybooks } from '@/api/adoption'
import { useUpdatePlaybook } from '@/api/playbooks'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import { type Playbook, PlaybookSchema, PlaybookStepSchema } from '@/gen/hamgam/adoption/v1/playbook_pb'
import { useText } from '@/i18n/text'
import { useBarrierText } from '@/parts/barriers'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form } from '@/ui/Field'
import { toast } from '@/ui/Toast'
import styles from './Playbooks.module.css'
import { StepEditor } from './StepEditor'
import { type NewStep, type StepKind, stepKinds, useStepText } from './steps'

const shown = ['barrier_label', 'summary', 'steps']

/** Edits what happens for a barrier. Interventions that have started keep the steps they had. */
export function PlaybookDialog({ playbook, onClose }: { playbook: Playbook; onClose: () => void }) {
  const t = useText()
  const barrier = useBarrierText()
  const text = useStepText()
  const update = useUpdatePlaybook()
  const playbooks = usePlaybooks()
  const queries = useQueryClient()
  const { draft, edit, dirty, reset } = useDraft(PlaybookSchema, playbook)
  const broken = brokenRules(update.error, 'playbook')
  const trains = playbook.barrier !== Barrier.TOOL && playbook.barrier !== Barrier.WILLINGNESS
  const save = (etag: string) =>
    update.mutate(
      { playbook: { ...draft, etag }, updateMask: { paths: shown } },
      {
        onSuccess: () => {
          toast(t(words.saved))
          onClose()
        },
      },
    )
  const newest = async () => {
    await queries.invalidateQueries({ queryKey: adoptionKeys.playbooks() })
    return (await playbooks.refetch()).data?.find(({ name }) => name === playbook.name)
  }
  const add = (step: NewStep) => edit((next) => void next.steps.push(create(PlaybookStepSchema, { step })))
  return (
    <Dialog title={barrier.name(playbook.barrier)} isOpen onClose={onClose} wide>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save(draft.etag)
        }}
      >
        {isConflict(update.error) ? (
          <Conflict
            isPending={update.isPending}
            onTheirs={() =>
              void newest().then((now) => {
                if (now) reset(now)
                update.reset()
              })
            }
            onMine={() => void newest().then((now) => save(now?.etag ?? ''))}
          />
        ) : (
          <Problems error={update.error} resource="playbook" shown={shown} />
        )}
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t({ id: 'playbooks.label', defaultMessage: 'What you call this barrier' })}
            value={draft.barrierLabel}
            onChange={(label) =>
              edit((next) => {
                next.barrierLabel = label
              })
            }
            error={broken.at('barrier_label')}
            optional
          />
          <LocalizedField
            label={t({ id: 'playbooks.summary', defaultMessage: 'What the playbook does, in a sentence' })}
            value={draft.summary}
            onChange={(summary) =>
              edit((next) => {
                next.summary = summary
              })
            }
            error={broken.at('summary')}
            multiline
            rows={2}
          />
          <fieldset className={styles.editor}>
            <legend>{t({ id: 'playbooks.steps', defaultMessage: 'Steps' })}</legend>
            {draft.steps.length === 0 && broken.at('steps') && (
              <p className={styles.wrong} role="alert">
                {broken.at('steps')}
              </p>
            )}
            {draft.steps.map((step, index) => (
              <StepEditor
                // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other key
                key={index}
                step={step}
                index={index}
                count={draft.steps.length}
                edit={edit}
                broken={broken}
              />
            ))}
            {draft.steps.length < 10 && (
              <div className={styles.adders}>
                {(Object.keys(stepKinds) as StepKind[])
                  .filter((kind) => kind !== 'assignTraining' || trains)
                  .filter((kind) => kind === 'assignTask' || draft.steps.every(({ step }) => step.case !== kind))
                  .map((kind) => (
                    <Button key={kind} size="small" icon={Plus} onPress={() => add(stepKinds[kind].fresh())}>
                      {text.add(kind)}
                    </Button>
                  ))}
              </div>
            )}
          </fieldset>
        </InLanguages>
        <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
          {t(words.save)}
        </Button>
      </Form>
    </Dialog>
  )
}
