import { CircleStop, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useCommittee, useCommitteeChanges } from '@/api/committees'
import { useErrorSentence } from '@/api/errors'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { InLanguages, LanguageSwitch } from '@/fields/Localized'
import { labelOf, useApplicationOptions } from '@/fields/options'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Committee, CommitteeRole, CommitteeSchema, CommitteeState } from '@/gen/hamgam/feedback/v1/committee_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, Facts, Split, Stack } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toastError } from '@/ui/Toast'
import { CommitteeFields, shownFields } from './CommitteeFields'
import styles from './Committees.module.css'
import { CompositionCard } from './CompositionCard'
import { useKindText } from './kinds'
import { MeetingsCard } from './MeetingsCard'
import { MembersCard } from './MembersCard'
import { OpenTasksCard } from './OpenTasksCard'

/** One committee: who sits in it for whom, when it meets, and what is still to be done. */
export function CommitteePage() {
  const t = useText()
  const read = useLocalized()
  const { organization, has } = useMe()
  const query = useCommittee(`${organization}/committees/${useId('committee')}`)
  const committee = query.data
  const isHr = has(Role.HR)
  return (
    <Page
      title={read(committee?.title) || t({ id: 'committees.one', defaultMessage: 'Committee' })}
      back={{ href: paths.committees, label: t({ id: 'committees.title', defaultMessage: 'Committees' }) }}
      badge={
        committee?.state === CommitteeState.ENDED && (
          <Badge>{t({ id: 'committees.ended', defaultMessage: 'Ended' })}</Badge>
        )
      }
      actions={committee?.state === CommitteeState.ACTIVE && isHr && <Actions committee={committee} />}
    >
      <Query query={query} lines={6}>
        {(found) => {
          const active = found.state === CommitteeState.ACTIVE
          const isMember = found.ownRole !== CommitteeRole.UNSPECIFIED
          const sees = isMember || has(Role.HR, Role.SPONSOR)
          return (
            <Split>
              <Stack>
                {sees && <CompositionCard committee={found} mayEdit={isHr && active} />}
                <MembersCard committee={found} mayEdit={isHr && active} />
                <MeetingsCard
                  committee={found.name}
                  maySchedule={active && (isHr || leads(found.ownRole))}
                  isInsider={sees}
                />
              </Stack>
              <Stack>
                <AboutCard committee={found} />
                {sees && <OpenTasksCard committee={found} />}
              </Stack>
            </Split>
          )
        }}
      </Query>
    </Page>
  )
}

function AboutCard({ committee }: { committee: Committee }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const kindText = useKindText()
  const applications = useApplicationOptions()
  const purpose = read(committee.purpose)
  return (
    <Card>
      {purpose && (
        <p className={styles.text} dir="auto">
          {purpose}
        </p>
      )}
      <Facts
        items={[
          { name: t({ id: 'committees.kind', defaultMessage: 'Kind' }), value: kindText(committee.kind) },
          {
            name: t(words.application),
            value: committee.application ? (
              <bdi>{labelOf(applications, committee.application)}</bdi>
            ) : (
              t({ id: 'committees.all', defaultMessage: 'All' })
            ),
          },
          {
            name: t({ id: 'committees.concerned', defaultMessage: 'Teams concerned' }),
            value: format.names(committee.teamDisplayNames),
          },
          {
            name: t({ id: 'committees.term', defaultMessage: 'Term' }),
            value: committee.endDay
              ? t(
                  { id: 'committees.fromTo', defaultMessage: '{from} to {to}' },
                  { from: format.day(committee.startDay), to: format.day(committee.endDay) },
                )
              : t({ id: 'committees.since', defaultMessage: 'since {from}' }, { from: format.day(committee.startDay) }),
          },
          {
            name: t({ id: 'committees.quorum', defaultMessage: 'Present to decide' }),
            value: t(
              { id: 'committees.ofMembers', defaultMessage: '{percent} of its members' },
              { percent: format.percent(committee.quorumPercent / 100) },
            ),
          },
        ]}
      />
    </Card>
  )
}

function Actions({ committee }: { committee: Committee }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { end } = useCommitteeChanges()
  const [open, setOpen] = useState<'edit' | 'end'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button icon={Pencil} onPress={() => setOpen('edit')}>
        {t(words.edit)}
      </Button>
      <Button variant="quiet" icon={CircleStop} onPress={() => setOpen('end')}>
        {t({ id: 'committees.end', defaultMessage: 'End it' })}
      </Button>
      {open === 'edit' && <EditDialog committee={committee} onClose={close} />}
      <ConfirmDialog
        title={t({ id: 'committees.endTitle', defaultMessage: 'End this committee?' })}
        isOpen={open === 'end'}
        danger
        onClose={close}
        isPending={end.isPending}
        confirmLabel={t({ id: 'committees.end', defaultMessage: 'End it' })}
        onConfirm={() =>
          end.mutate(committee.name, { onError: (error) => toastError(sentence(error)), onSettled: close })
        }
      >
        <p>
          {t({
            id: 'committees.endHint',
            defaultMessage:
              'It no longer meets; meetings to come are cancelled, and whoever was invited hears of it. What it decided stays. This cannot be taken back.',
          })}
        </p>
      </ConfirmDialog>
    </>
  )
}

function EditDialog({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const t = useText()
  const { update, reload } = useCommitteeChanges()
  const form = useDraft(CommitteeSchema, committee)
  return (
    <Dialog
      title={t({ id: 'committees.editTitle', defaultMessage: 'Change the committee' })}
      isOpen
      onClose={onClose}
      wide
    >
      <SavedForm
        form={form}
        source={committee}
        update={update}
        request={(draft) => ({ committee: draft, updateMask: { paths: shownFields } })}
        reload={() => reload(committee.name)}
        resource="committee"
        shown={shownFields}
      >
        <InLanguages>
          <LanguageSwitch />
          <CommitteeFields draft={form.draft} edit={form.edit} error={update.error} />
        </InLanguages>
      </SavedForm>
    </Dialog>
  )
}
