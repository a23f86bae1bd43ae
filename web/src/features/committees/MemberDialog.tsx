import { create } from '@bufbuild/protobuf'
import { useEffect, useState } from 'react'
import { useCommitteeChanges, useMemberCandidates } from '@/api/committees'
import { brokenRules } from '@/fields/broken'
import { useTeamOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { type CommitteeMember, CommitteeMemberSchema, CommitteeRole } from '@/gen/hamgam/feedback/v1/committee_pb'
import { useText } from '@/i18n/text'
import { useRoleText } from '@/parts/committees'
import { Button } from '@/ui/Button'
import { DatePicker } from '@/ui/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, FormRow, RadioGroup, TextField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { ComboBox, Select } from '@/ui/Select'
import styles from './Committees.module.css'

const roles = [CommitteeRole.CHAIR, CommitteeRole.SECRETARY, CommitteeRole.MEMBER]
const shown = ['role', 'start_day', 'end_day']

/** Finds somebody of a team concerned and makes the person a member. */
export function AddMemberDialog({
  committee,
  team: first = '',
  teams,
  onClose,
}: {
  committee: string
  /** The team to look in at first; all that are concerned when empty. */
  team?: string
  /** The teams concerned. */
  teams: string[]
  onClose: () => void
}) {
  const t = useText()
  const { addMember } = useCommitteeChanges()
  const [start] = useState(() => create(CommitteeMemberSchema, { role: CommitteeRole.MEMBER }))
  const { draft, edit } = useDraft(CommitteeMemberSchema, start)
  const [team, setTeam] = useState(first)
  const [typed, setTyped] = useState('')
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const query = useMemberCandidates(committee, team, rested)
  const options = useTeamOptions()
  // The teams concerned come first; any other can be looked in as well.
  const sorted = [...options].sort((a, b) => Number(teams.includes(b.id)) - Number(teams.includes(a.id)))
  return (
    <Dialog title={t({ id: 'committees.addMember', defaultMessage: 'Add a member' })} isOpen onClose={onClose} wide>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          addMember.mutate({ name: committee, member: draft }, { onSuccess: onClose })
        }}
      >
        <Problems error={addMember.error} resource="member" shown={shown} />
        <FormRow>
          <ComboBox
            label={t(words.team)}
            hint={t({ id: 'committees.emptyTeam', defaultMessage: 'Empty: all teams concerned.' })}
            options={sorted}
            value={team || null}
            onChange={(id) => setTeam(id ?? '')}
            optional
          />
          <TextField label={t(words.name)} value={typed} onChange={setTyped} maxLength={200} optional />
        </FormRow>
        <Query query={query} lines={3}>
          {({ candidates, more }) => (
            <div className={styles.candidates}>
              {candidates.length === 0 ? (
                <p className={styles.quiet} role="status">
                  {t({ id: 'committees.noCandidates', defaultMessage: 'Nobody matches who is not in it already.' })}
                </p>
              ) : (
                <RadioGroup
                  cards
                  label={t({ id: 'committees.who', defaultMessage: 'Who' })}
                  value={draft.person || null}
                  onChange={(person) =>
                    edit((next) => {
                      next.person = person
                    })
                  }
                  options={candidates.map((each) => ({
                    value: each.person,
                    label: <bdi>{each.displayName}</bdi>,
                    hint: (
                      <>
                        <bdi>{each.teamDisplayName}</bdi> · <bdi>{each.positionDisplayName}</bdi>
                      </>
                    ),
                  }))}
                />
              )}
              {more && (
                <p className={styles.quiet}>
                  {t({ id: 'committees.moreCandidates', defaultMessage: 'There are more: type a part of the name.' })}
                </p>
              )}
            </div>
          )}
        </Query>
        <TermFields draft={draft} edit={edit} error={addMember.error} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={addMember.isPending} isDisabled={!draft.person}>
            {t(words.add)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Changes what a member does, and until when. */
export function EditMemberDialog({
  committee,
  member,
  onClose,
}: {
  committee: string
  member: CommitteeMember
  onClose: () => void
}) {
  const t = useText()
  const { updateMember } = useCommitteeChanges()
  const { draft, edit, dirty } = useDraft(CommitteeMemberSchema, member)
  return (
    <Dialog title={member.displayName} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          updateMember.mutate({ name: committee, member: draft }, { onSuccess: onClose })
        }}
      >
        <Problems error={updateMember.error} resource="member" shown={shown} />
        <TermFields draft={draft} edit={edit} error={updateMember.error} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={updateMember.isPending} isDisabled={!dirty}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function TermFields({
  draft,
  edit,
  error,
}: {
  draft: CommitteeMember
  edit: (change: (member: CommitteeMember) => void) => void
  error: unknown
}) {
  const t = useText()
  const roleText = useRoleText()
  const broken = brokenRules(error, 'member')
  return (
    <FormRow>
      <Select
        label={t({ id: 'committees.role', defaultMessage: 'Role' })}
        hint={
          draft.role === CommitteeRole.CHAIR
            ? t({ id: 'committees.chairHint', defaultMessage: 'Whoever chairs it now stays as a member.' })
            : undefined
        }
        options={roles.map((role) => ({ id: String(role), label: roleText(role) }))}
        value={String(draft.role)}
        onChange={(role) =>
          edit((next) => {
            next.role = Number(role)
          })
        }
        error={broken.at('role')}
      />
      <DatePicker
        label={t({ id: 'committees.firstDay', defaultMessage: 'First day' })}
        hint={t({ id: 'committees.firstDayHint', defaultMessage: 'Empty: today.' })}
        value={draft.startDay || null}
        onChange={(day) =>
          edit((next) => {
            next.startDay = day ?? ''
          })
        }
        error={broken.at('start_day')}
        optional
      />
      <DatePicker
        label={t({ id: 'committees.lastDay', defaultMessage: 'Last day' })}
        hint={t({ id: 'committees.memberLastDayHint', defaultMessage: 'Empty: as long as the committee.' })}
        value={draft.endDay || null}
        onChange={(day) =>
          edit((next) => {
            next.endDay = day ?? ''
          })
        }
        error={broken.at('end_day')}
        optional
      />
    </FormRow>
  )
}
