import { create } from '@bufbuild/protobuf'
import { Archive, Megaphone, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useNominationChanges, useProgrammeChanges, useProgrammes } from '@/api/champions'
import { useCurricula } from '@/api/curricula'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { brokenRules } from '@/fields/broken'
import { type Chosen, Colleagues } from '@/fields/Colleagues'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { useApplicationOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Programme, ProgrammeSchema } from '@/gen/hamgam/champions/v1/programme_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, NumberField, Switch, TextField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'
import styles from './Champions.module.css'

/** What champions are looked for: everybody nominates, HR writes. */
export function ProgrammesTab() {
  const t = useText()
  const read = useLocalized()
  const sentence = useErrorSentence()
  const { has } = useMe()
  const isHr = has(Role.HR)
  const query = useProgrammes()
  const { archive } = useProgrammeChanges()
  const [editing, setEditing] = useState<Programme>()
  const [nominating, setNominating] = useState<Programme>()
  const [leaving, setLeaving] = useState<Programme>()
  const add = isHr && (
    <Button icon={Plus} onPress={() => setEditing(create(ProgrammeSchema, { termDays: 365 }))}>
      {t({ id: 'champions.addProgramme', defaultMessage: 'Add a programme' })}
    </Button>
  )
  return (
    <Card title={t({ id: 'champions.programmes', defaultMessage: 'Programmes' })} actions={add}>
      <Query query={query} lines={3}>
        {(programmes) =>
          programmes.length === 0 ? (
            <EmptyState
              icon={Megaphone}
              title={t({ id: 'champions.noProgramme', defaultMessage: 'No champions are looked for at the moment' })}
            />
          ) : (
            <ul className={styles.list}>
              {programmes.map((programme) => (
                <li key={programme.name} className={styles.row}>
                  <span className={styles.what}>
                    <strong>
                      <bdi>{read(programme.title)}</bdi>
                    </strong>
                    <span className={styles.text} dir="auto">
                      {read(programme.description)}
                    </span>
                  </span>
                  <span className={styles.buttons}>
                    <Button size="small" variant="primary" onPress={() => setNominating(programme)}>
                      {t({ id: 'champions.nominate', defaultMessage: 'Nominate' })}
                    </Button>
                    {isHr && (
                      <>
                        <IconButton
                          size="small"
                          icon={Pencil}
                          label={t(words.edit)}
                          onPress={() => setEditing(programme)}
                        />
                        <IconButton
                          size="small"
                          icon={Archive}
                          label={t({ id: 'champions.archive', defaultMessage: 'End nominations' })}
                          onPress={() => setLeaving(programme)}
                        />
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Query>
      {editing && <ProgrammeDialog source={editing} onClose={() => setEditing(undefined)} />}
      {nominating && <NominateDialog programme={nominating} onClose={() => setNominating(undefined)} />}
      <ConfirmDialog
        title={t({ id: 'champions.archiveTitle', defaultMessage: 'End nominations for this programme?' })}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        isPending={archive.isPending}
        confirmLabel={t({ id: 'champions.archive', defaultMessage: 'End nominations' })}
        onConfirm={() =>
          leaving &&
          archive.mutate(leaving.name, {
            onError: (error) => toastError(sentence(error)),
            onSettled: () => setLeaving(undefined),
          })
        }
      >
        <p>
          {t({
            id: 'champions.archiveHint',
            defaultMessage: 'Open nominations are closed; champions keep their terms.',
          })}
        </p>
      </ConfirmDialog>
    </Card>
  )
}

function NominateDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { nominate } = useNominationChanges()
  const [myself, setMyself] = useState(false)
  const [people, setPeople] = useState<Chosen[]>([])
  const [reason, setReason] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const broken = brokenRules(nominate.error)
  return (
    <Dialog title={t({ id: 'champions.nominate', defaultMessage: 'Nominate' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          nominate.mutate(
            {
              parent,
              programme: programme.name,
              nominee: myself ? '' : (people[0]?.person ?? ''),
              reason,
              requestId,
            },
            {
              onSuccess: () => {
                toast(t({ id: 'champions.nominated', defaultMessage: 'Whoever has to say yes is asked.' }))
                onClose()
              },
              onError: () => setRequestId(newRequestId()),
            },
          )
        }}
      >
        <Problems error={nominate.error} shown={['nominee', 'reason']} />
        <Switch isSelected={myself} onChange={setMyself}>
          {t({ id: 'champions.myself', defaultMessage: 'I would like to do it myself' })}
        </Switch>
        {!myself && (
          <Colleagues
            label={t({ id: 'champions.whom', defaultMessage: 'Whom do colleagues ask anyway?' })}
            hint={t({
              id: 'champions.whomHint',
              defaultMessage: 'The person is asked first, then the manager. Nobody becomes a champion without both.',
            })}
            chosen={people}
            most={1}
            onChange={setPeople}
            error={broken.at('nominee')}
          />
        )}
        <TextField
          label={t({ id: 'champions.why', defaultMessage: 'Why' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={1000}
          error={broken.at('reason')}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            isPending={nominate.isPending}
            isDisabled={reason.trim() === '' || (!myself && people.length === 0)}
          >
            {t({ id: 'champions.nominate', defaultMessage: 'Nominate' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function ProgrammeDialog({ source, onClose }: { source: Programme; onClose: () => void }) {
  const t = useText()
  const read = useLocalized()
  const { save } = useProgrammeChanges()
  const applications = useApplicationOptions()
  const curricula = useCurricula().data ?? []
  const { draft, edit } = useDraft(ProgrammeSchema, source)
  const [requestId] = useState(newRequestId)
  const broken = brokenRules(save.error, 'programme')
  const none = { id: 'none', label: t(words.none) }
  return (
    <Dialog
      title={
        source.name
          ? t({ id: 'champions.editProgramme', defaultMessage: 'Change a programme' })
          : t({ id: 'champions.addProgramme', defaultMessage: 'Add a programme' })
      }
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(
            { programme: draft, requestId },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems
          error={save.error}
          resource="programme"
          shown={['title', 'description', 'application', 'curriculum', 'term_days']}
        />
        <InLanguages>
          <LanguageSwitch />
          <LocalizedField
            label={t(words.title)}
            value={draft.title}
            onChange={(title) =>
              edit((next) => {
                next.title = title
              })
            }
            error={broken.at('title')}
          />
          <LocalizedField
            label={t({ id: 'champions.does', defaultMessage: 'What a champion does in it' })}
            value={draft.description}
            onChange={(description) =>
              edit((next) => {
                next.description = description
              })
            }
            multiline
            rows={4}
            optional
            error={broken.at('description')}
          />
        </InLanguages>
        <Select
          label={t(words.application)}
          options={[none, ...applications]}
          value={draft.application || 'none'}
          onChange={(id) =>
            edit((next) => {
              next.application = id === 'none' ? '' : id
            })
          }
          error={broken.at('application')}
        />
        <Select
          label={t({ id: 'champions.learnsFirst', defaultMessage: 'What a champion learns first' })}
          options={[none, ...curricula.map(({ name, title }) => ({ id: name, label: read(title) }))]}
          value={draft.curriculum || 'none'}
          onChange={(id) =>
            edit((next) => {
              next.curriculum = id === 'none' ? '' : id
            })
          }
          error={broken.at('curriculum')}
        />
        <NumberField
          label={t({ id: 'champions.termDays', defaultMessage: 'Days that a term lasts' })}
          value={draft.termDays || 365}
          minValue={30}
          maxValue={1095}
          onChange={(days) =>
            edit((next) => {
              next.termDays = days || 365
            })
          }
          error={broken.at('term_days')}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
