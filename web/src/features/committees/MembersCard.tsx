import { Pencil, UserMinus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useCommitteeChanges } from '@/api/committees'
import { useErrorSentence } from '@/api/errors'
import { words } from '@/fields/words'
import { type Committee, type CommitteeMember, CommitteeRole } from '@/gen/hamgam/feedback/v1/committee_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useRoleText } from '@/parts/committees'
import { Avatar } from '@/ui/Avatar'
import { Badge } from '@/ui/Badge'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { EmptyState } from '@/ui/State'
import { toastError } from '@/ui/Toast'
import styles from './Committees.module.css'
import { AddMemberDialog, EditMemberDialog } from './MemberDialog'

/** Who sits in a committee, and who did. */
export function MembersCard({ committee, mayEdit }: { committee: Committee; mayEdit: boolean }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const current = committee.members.filter((member) => member.current)
  const former = committee.members.filter((member) => !member.current)
  const add = mayEdit && (
    <Button size="small" icon={UserPlus} onPress={() => setAdding(true)}>
      {t({ id: 'committees.addMember', defaultMessage: 'Add a member' })}
    </Button>
  )
  return (
    <Card title={t({ id: 'committees.members', defaultMessage: 'Members' })} actions={current.length > 0 && add}>
      {current.length === 0 && (
        <EmptyState title={t({ id: 'committees.noMembers', defaultMessage: 'Nobody is in it yet' })} actions={add}>
          {t({
            id: 'committees.noMembersHint',
            defaultMessage: 'Without a chair it cannot meet. Choose people from the teams concerned.',
          })}
        </EmptyState>
      )}
      <ul className={styles.people}>
        {current.map((member) => (
          <Row key={member.person} committee={committee.name} member={member} mayEdit={mayEdit} />
        ))}
      </ul>
      {former.length > 0 && (
        <details>
          <summary className={styles.quiet}>
            {t(
              {
                id: 'committees.former',
                defaultMessage: '{count, plural, one {# who is no member today} other {# who are no members today}}',
              },
              { count: former.length },
            )}
          </summary>
          <ul className={styles.people}>
            {former.map((member) => (
              <Row
                key={`${member.person}${member.startDay}`}
                committee={committee.name}
                member={member}
                mayEdit={false}
              />
            ))}
          </ul>
        </details>
      )}
      {adding && (
        <AddMemberDialog committee={committee.name} teams={committee.teams} onClose={() => setAdding(false)} />
      )}
    </Card>
  )
}

function Row({ committee, member, mayEdit }: { committee: string; member: CommitteeMember; mayEdit: boolean }) {
  const t = useText()
  const format = useFormats()
  const roleText = useRoleText()
  const sentence = useErrorSentence()
  const { removeMember } = useCommitteeChanges()
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const close = () => setOpen(undefined)
  const name = member.displayName
  return (
    <li className={styles.person}>
      <Avatar name={name} />
      <div className={styles.personBody}>
        <p className={styles.meta}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <Badge tone={member.role === CommitteeRole.MEMBER ? 'neutral' : 'brand'}>{roleText(member.role)}</Badge>
        </p>
        <p className={styles.quiet}>
          {member.teamDisplayName ? (
            <>
              <bdi>{member.teamDisplayName}</bdi> · <bdi>{member.positionDisplayName}</bdi>
            </>
          ) : (
            t({ id: 'committees.left', defaultMessage: 'Left the organization' })
          )}
        </p>
        <p className={styles.quiet}>
          {member.endDay
            ? t(
                { id: 'committees.fromTo', defaultMessage: '{from} to {to}' },
                { from: format.day(member.startDay), to: format.day(member.endDay) },
              )
            : t({ id: 'committees.since', defaultMessage: 'since {from}' }, { from: format.day(member.startDay) })}
        </p>
      </div>
      {mayEdit && (
        <span className={styles.tools}>
          <IconButton size="small" icon={Pencil} label={`${t(words.edit)}: ${name}`} onPress={() => setOpen('edit')} />
          <IconButton
            size="small"
            icon={UserMinus}
            label={`${t(words.remove)}: ${name}`}
            onPress={() => setOpen('remove')}
          />
        </span>
      )}
      {open === 'edit' && <EditMemberDialog committee={committee} member={member} onClose={close} />}
      <ConfirmDialog
        title={t(
          { id: 'committees.removeTitle', defaultMessage: 'End the term of {name}?' },
          { name: `\u2068${name}\u2069` },
        )}
        isOpen={open === 'remove'}
        danger
        onClose={close}
        isPending={removeMember.isPending}
        confirmLabel={t({ id: 'committees.removeNow', defaultMessage: 'End the term' })}
        onConfirm={() =>
          removeMember.mutate(
            { name: committee, person: member.person },
            { onError: (error) => toastError(sentence(error)), onSettled: close },
          )
        }
      >
        <p>
          {t({
            id: 'committees.removeHint',
            defaultMessage: 'Invitations to meetings to come are taken back. What was said and decided stays.',
          })}
        </p>
      </ConfirmDialog>
    </li>
  )
}
