import { IdCard, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { usePositions } from '@/api/directory'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { usePositionChanges } from '@/api/sites'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { Position } from '@/gen/hamgam/identity/v1/position_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, NumberField, Switch, TextField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { toast } from '@/ui/Toast'

/** The jobs that people hold, and how often each should use the software. */
export function PositionsPage() {
  const t = useText()
  const format = useFormats()
  const query = usePositions()
  const [open, setOpen] = useState<Position | 'new'>()
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>
      {t({ id: 'positions.add', defaultMessage: 'Add a position' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'positions.title', defaultMessage: 'Positions and targets' })}
      lead={t({
        id: 'positions.lead',
        defaultMessage: 'A target finds positions in which everybody is low, which comparing teams cannot.',
      })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
      actions={query.data && query.data.length > 0 && add}
    >
      <Query query={query}>
        {(positions) => (
          <Card flush>
            {positions.length === 0 ? (
              <EmptyState
                icon={IdCard}
                title={t({ id: 'positions.none', defaultMessage: 'No position yet' })}
                actions={add}
              >
                {t({
                  id: 'positions.noneHint',
                  defaultMessage: 'An import of the directory creates the positions that it names.',
                })}
              </EmptyState>
            ) : (
              <Table
                label={t({ id: 'positions.title', defaultMessage: 'Positions and targets' })}
                rows={positions}
                rowId={({ name }) => name}
                columns={[
                  {
                    id: 'name',
                    name: t(words.position),
                    cell: (row) => <CellText main={row.displayName} />,
                    sortBy: (row) => row.displayName,
                  },
                  {
                    id: 'holders',
                    name: t({ id: 'positions.holders', defaultMessage: 'People' }),
                    numeric: true,
                    cell: (row) => format.number(row.holderCount),
                    sortBy: (row) => row.holderCount,
                  },
                  {
                    id: 'target',
                    name: t({ id: 'positions.target', defaultMessage: 'Target' }),
                    numeric: true,
                    cell: (row) =>
                      row.targetRate === undefined
                        ? '–'
                        : t(
                            { id: 'positions.targetOf', defaultMessage: '{rate} of working days' },
                            { rate: format.percent(row.targetRate) },
                          ),
                    sortBy: (row) => row.targetRate,
                  },
                  {
                    id: 'edit',
                    name: '',
                    numeric: true,
                    cell: (row) => (
                      <IconButton
                        size="small"
                        icon={Pencil}
                        label={`${t(words.edit)}: ${row.displayName}`}
                        onPress={() => setOpen(row)}
                      />
                    ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Query>
      {open && <PositionDialog position={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function PositionDialog({ position, onClose }: { position?: Position; onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create, update } = usePositionChanges()
  const [displayName, setDisplayName] = useState(position?.displayName ?? '')
  const [targetRate, setTargetRate] = useState(position?.targetRate)
  const [requestId] = useState(newRequestId)
  const save = position ? update : create
  const broken = brokenRules(save.error, 'position')
  const onSuccess = () => {
    toast(t(words.saved))
    onClose()
  }
  return (
    <Dialog
      title={position?.displayName ?? t({ id: 'positions.add', defaultMessage: 'Add a position' })}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          if (position)
            update.mutate(
              {
                position: { name: position.name, etag: position.etag, displayName, targetRate },
                updateMask: { paths: ['display_name', 'target_rate'] },
              },
              { onSuccess },
            )
          else create.mutate({ parent, position: { displayName, targetRate }, requestId }, { onSuccess })
        }}
      >
        <Problems error={save.error} resource="position" shown={['display_name', 'target_rate']} />
        <TextField
          label={t(words.name)}
          value={displayName}
          onChange={setDisplayName}
          error={broken.at('display_name')}
        />
        <Switch isSelected={targetRate !== undefined} onChange={(on) => setTargetRate(on ? 0.6 : undefined)}>
          {t({ id: 'positions.hasTarget', defaultMessage: 'It has a target' })}
        </Switch>
        {targetRate !== undefined && (
          <NumberField
            label={t({ id: 'positions.targetRate', defaultMessage: 'Working days with a core task' })}
            hint={t({
              id: 'positions.targetHint',
              defaultMessage: 'The share of a working person’s days on which at least one core task should be done.',
            })}
            value={targetRate}
            onChange={(rate) => setTargetRate(Number.isFinite(rate) ? rate : undefined)}
            minValue={0.05}
            maxValue={1}
            step={0.05}
            formatOptions={{ style: 'percent' }}
            error={broken.at('target_rate')}
          />
        )}
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t(words.save)}
        </Button>
      </Form>
    </Dialog>
  )
}
