import { CircleCheck, FileDown, FileText, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useMinutes, useMinutesChanges } from '@/api/minutes'
import { CommitteeRole } from '@/gen/hamgam/feedback/v1/committee_pb'
import type { Meeting } from '@/gen/hamgam/feedback/v1/meeting_pb'
import { type Minutes, MinutesFormat, MinutesState } from '@/gen/hamgam/feedback/v1/minutes_pb'
import { Language } from '@/gen/hamgam/localization/v1/localization_pb'
import { useFormats } from '@/i18n/formats'
import { languageNames, readingOf } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { leads } from '@/parts/committees'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/Dialog'
import { Markdown } from '@/ui/Markdown'
import { Menu, MenuItem } from '@/ui/Menu'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { saveFile } from '@/ui/saveFile'
import { toast, toastError } from '@/ui/Toast'
import styles from './Meetings.module.css'
import { MinutesEditor } from './MinutesEditor'

const languages = [Language.EN, Language.FA, Language.AR]

/** The minutes of a closed meeting: drafted, corrected, approved, taken along as a file. */
export function MinutesCard({ meeting }: { meeting: Meeting }) {
  const t = useText()
  const query = useMinutes(meeting.name)
  const minutes = query.data
  return (
    <Card
      title={t({ id: 'meetings.minutes', defaultMessage: 'Minutes' })}
      subtitle={
        minutes &&
        (minutes.state === MinutesState.APPROVED ? (
          <Badge tone="good" icon={CircleCheck}>
            {t({ id: 'meetings.approved', defaultMessage: 'Approved' })}
          </Badge>
        ) : (
          <Badge tone="warn">{t({ id: 'meetings.draft', defaultMessage: 'Draft' })}</Badge>
        ))
      }
      actions={minutes && <Downloads meeting={meeting.name} />}
    >
      <Query query={query} lines={4}>
        {(found) =>
          found ? (
            <Written meeting={meeting} minutes={found} />
          ) : (
            <EmptyState
              icon={FileText}
              title={t({ id: 'meetings.noMinutes', defaultMessage: 'There are no minutes yet' })}
              actions={leads(meeting.ownRole) && <DraftMenu meeting={meeting.name} />}
            >
              {t({
                id: 'meetings.noMinutesHint',
                defaultMessage:
                  'The chair or a secretary has them drafted from attendance, agenda, notes, polls and outcomes.',
              })}
            </EmptyState>
          )
        }
      </Query>
    </Card>
  )
}

/** Drafts the minutes in one of the organisation's languages. */
function DraftMenu({ meeting, again = false }: { meeting: string; again?: boolean }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { draft } = useMinutesChanges(meeting)
  const label = again
    ? t({ id: 'meetings.draftAgain', defaultMessage: 'Draft them anew' })
    : t({ id: 'meetings.draftMinutes', defaultMessage: 'Draft the minutes' })
  return (
    <Menu
      label={label}
      trigger={
        <Button
          variant={again ? 'quiet' : 'primary'}
          size={again ? 'small' : 'medium'}
          icon={FileText}
          isPending={draft.isPending}
        >
          {label}
        </Button>
      }
    >
      {languages.map((language) => (
        <MenuItem
          key={language}
          onAction={() => draft.mutate(language, { onError: (error) => toastError(sentence(error)) })}
        >
          {languageNames[readingOf({ language, calendar: 0, digits: 0 }).language]}
        </MenuItem>
      ))}
    </Menu>
  )
}

function Downloads({ meeting }: { meeting: string }) {
  const sentence = useErrorSentence()
  const { download } = useMinutesChanges(meeting)
  const take = (format: MinutesFormat) =>
    download.mutate(format, { onSuccess: saveFile, onError: (error) => toastError(sentence(error)) })
  return (
    <>
      <Button size="small" icon={FileDown} isDisabled={download.isPending} onPress={() => take(MinutesFormat.PDF)}>
        PDF
      </Button>
      <Button size="small" icon={FileDown} isDisabled={download.isPending} onPress={() => take(MinutesFormat.MARKDOWN)}>
        Markdown
      </Button>
    </>
  )
}

function Written({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const t = useText()
  const format = useFormats()
  const sentence = useErrorSentence()
  const { person } = useMe()
  const { approve } = useMinutesChanges(meeting.name)
  const [editing, setEditing] = useState(false)
  const [approving, setApproving] = useState(false)
  const isDraft = minutes.state === MinutesState.DRAFT
  const lead = leads(meeting.ownRole)
  const wasThere =
    meeting.ownRole !== CommitteeRole.UNSPECIFIED &&
    meeting.attendees.some((attendee) => attendee.person === person && attendee.present)
  const dir = minutes.language === Language.FA || minutes.language === Language.AR ? 'rtl' : 'ltr'
  if (editing)
    return <MinutesEditor meeting={meeting.name} minutes={minutes} dir={dir} onDone={() => setEditing(false)} />
  return (
    <>
      <section
        className={styles.minutes}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t({ id: 'meetings.minutesSay', defaultMessage: 'What the minutes say' })}
      >
        <Markdown source={minutes.text} dir={dir} />
      </section>
      {minutes.approverDisplayName && (
        <p className={styles.quiet}>
          {t(
            { id: 'meetings.approvedBy', defaultMessage: 'Approved by {name} on {day}' },
            { name: `\u2068${minutes.approverDisplayName}\u2069`, day: format.dayOf(minutes.approveTime) },
          )}
        </p>
      )}
      {minutes.corrections.length > 0 && (
        <details>
          <summary className={styles.quiet}>
            {t(
              {
                id: 'meetings.corrections',
                defaultMessage: '{count, plural, one {# correction} other {# corrections}}',
              },
              { count: minutes.corrections.length },
            )}
          </summary>
          <ul className={styles.stances}>
            {minutes.corrections.map((correction, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: corrections are only added at the end
              <li key={index}>
                <p className={styles.meta}>
                  <bdi>{correction.displayName}</bdi>
                  <span>{format.instant(correction.time)}</span>
                </p>
                {correction.note && <p dir="auto">{correction.note}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isDraft && (lead || wasThere) && (
        <div className={styles.buttons}>
          {meeting.ownRole === CommitteeRole.CHAIR && (
            <Button variant="primary" icon={CircleCheck} onPress={() => setApproving(true)}>
              {t({ id: 'meetings.approve', defaultMessage: 'Approve' })}
            </Button>
          )}
          <Button icon={PencilLine} onPress={() => setEditing(true)}>
            {t({ id: 'meetings.correct', defaultMessage: 'Correct' })}
          </Button>
          {lead && <DraftMenu meeting={meeting.name} again />}
        </div>
      )}
      <ConfirmDialog
        title={t({ id: 'meetings.approveTitle', defaultMessage: 'Approve these minutes?' })}
        isOpen={approving}
        onClose={() => setApproving(false)}
        isPending={approve.isPending}
        confirmLabel={t({ id: 'meetings.approve', defaultMessage: 'Approve' })}
        onConfirm={() =>
          approve.mutate(minutes.etag, {
            onSuccess: () => toast(t({ id: 'meetings.told', defaultMessage: 'Whoever was invited hears of it.' })),
            onError: (error) => toastError(sentence(error)),
            onSettled: () => setApproving(false),
          })
        }
      >
        <p>{t({ id: 'meetings.approveHint', defaultMessage: 'From now on they stay as they are.' })}</p>
      </ConfirmDialog>
    </>
  )
}
