import { create } from '@bufbuild/protobuf'
import { HeartPulse, Plus } from 'lucide-react'
import { useState } from 'react'
import { paths } from '@/api/paths'
import { usePulseChanges, usePulses } from '@/api/pulses'
import { AddDialog } from '@/fields/AddDialog'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Pulse, PulseQuestionKind, PulseSchema } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { usePulseState } from './kinds'
import { PulseFields, shownFields } from './PulseFields'
import { SettingsCard } from './SettingsCard'

/** Short surveys, and what became of them. */
export function PulsesPage() {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const look = usePulseState()
  const { has } = useMe()
  const query = usePulses()
  const [adding, setAdding] = useState(false)
  const isHr = has(Role.HR)
  const add = isHr && (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'pulses.add', defaultMessage: 'Write a pulse' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'pulses.title', defaultMessage: 'Pulses' })}
      lead={t({
        id: 'pulses.lead',
        defaultMessage: 'A few short questions. Answers are kept without names and are shown from five people on.',
      })}
      actions={add}
    >
      <Query query={query} lines={5}>
        {({ pages }) => {
          const pulses = pages.flatMap((page) => page.pulses)
          return (
            <Card flush>
              {pulses.length === 0 ? (
                <EmptyState
                  icon={HeartPulse}
                  title={t({ id: 'pulses.none', defaultMessage: 'Nobody was asked yet' })}
                  actions={add}
                >
                  {t({
                    id: 'pulses.noneHint',
                    defaultMessage: 'Two questions a month tell early whether people know, want and can.',
                  })}
                </EmptyState>
              ) : (
                <Table<Pulse>
                  label={t({ id: 'pulses.title', defaultMessage: 'Pulses' })}
                  rows={pulses}
                  rowId={({ name }) => name}
                  href={({ name }) => paths.pulse(name)}
                  columns={[
                    {
                      id: 'title',
                      name: t(words.title),
                      cell: (row) => <CellText main={read(row.title)} sub={format.dayOf(row.createTime)} />,
                    },
                    {
                      id: 'asked',
                      name: t({ id: 'pulses.asked', defaultMessage: 'Asked' }),
                      numeric: true,
                      wideOnly: true,
                      cell: (row) => format.number(row.rounds[0]?.asked ?? 0),
                    },
                    {
                      id: 'answered',
                      name: t({ id: 'pulses.answered', defaultMessage: 'Answered' }),
                      numeric: true,
                      wideOnly: true,
                      cell: (row) => <Answered pulse={row} />,
                    },
                    {
                      id: 'state',
                      name: t(words.state),
                      cell: (row) => <Badge tone={look(row.state).tone}>{look(row.state).text}</Badge>,
                    },
                  ]}
                />
              )}
              <More query={query} />
            </Card>
          )
        }}
      </Query>
      {isHr && <SettingsCard />}
      {adding && <AddPulse onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** How many answered the latest round; small numbers stay unsaid. */
function Answered({ pulse }: { pulse: Pulse }) {
  const t = useText()
  const format = useFormats()
  const latest = pulse.rounds[0]
  if (!latest) return null
  // A number that grows by one person at a time would tell of that person.
  if (latest.open) return t({ id: 'pulses.whileOpen', defaultMessage: 'told afterwards' })
  return latest.answered === undefined
    ? t({ id: 'pulses.fewer', defaultMessage: 'fewer than 5' })
    : format.number(latest.answered)
}

function AddPulse({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create: save } = usePulseChanges()
  const [start] = useState(() =>
    create(PulseSchema, {
      questions: [
        { kind: PulseQuestionKind.WILLINGNESS, required: true },
        { kind: PulseQuestionKind.ABILITY, required: true },
      ],
      audience: {},
      schedule: { openDays: 7, rounds: 1 },
    }),
  )
  const { draft, edit } = useDraft(PulseSchema, start)
  return (
    <AddDialog
      title={t({ id: 'pulses.add', defaultMessage: 'Write a pulse' })}
      save={save}
      request={(requestId) => ({ parent, pulse: draft, requestId })}
      page={paths.pulse}
      resource="pulse"
      shown={shownFields}
      onClose={onClose}
    >
      <PulseFields draft={draft} edit={edit} error={save.error} />
    </AddDialog>
  )
}
