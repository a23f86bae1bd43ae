import { Gift, Ticket } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useRedemptionChanges, useRedemptions } from '@/api/rewards'
import { useMoney } from '@/fields/money'
import { Problems } from '@/fields/Problems'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Redemption, RedemptionState as State } from '@/gen/hamgam/incentives/v1/award_pb'
import { isolate, useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { List, ListRow, Quiet } from '@/ui/List'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'

/** What teams have chosen: for HR to approve, then to hand over against the voucher; for sponsors to read. */
export function RedemptionsTab() {
  const t = useText()
  const [state, setState] = useState(String(State.REQUESTED))
  const isHr = useMe().has(Role.HR)
  const query = useRedemptions(Number(state))
  const label = t({ id: 'rewards.redemptionState', defaultMessage: 'How far' })
  return (
    <Stack>
      {isHr && <Voucher />}
      <Card>
        <Segmented
          label={label}
          value={state}
          onChange={setState}
          options={[
            { value: String(State.REQUESTED), label: t({ id: 'rewards.requested', defaultMessage: 'Waiting' }) },
            { value: String(State.APPROVED), label: t({ id: 'rewards.approved', defaultMessage: 'Approved' }) },
            { value: String(State.USED), label: t({ id: 'rewards.used', defaultMessage: 'Used' }) },
            { value: String(State.REJECTED), label: t({ id: 'rewards.rejected', defaultMessage: 'Rejected' }) },
          ]}
        />
        <Query query={query} lines={3}>
          {({ pages }) => {
            const redemptions = pages.flatMap((page) => page.redemptions)
            return redemptions.length === 0 ? (
              <EmptyState icon={Gift} title={t({ id: 'rewards.noRedemptions', defaultMessage: 'Nothing here' })}>
                {t({
                  id: 'rewards.noRedemptionsHint',
                  defaultMessage: 'When a team has reached a challenge and chosen its reward, it stands here.',
                })}
              </EmptyState>
            ) : (
              <>
                <List>
                  {redemptions.map((redemption) => (
                    <Row key={redemption.name} redemption={redemption} />
                  ))}
                </List>
                <More query={query} />
              </>
            )
          }}
        </Query>
      </Card>
    </Stack>
  )
}

function Row({ redemption }: { redemption: Redemption }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const money = useMoney()
  const sentence = useErrorSentence()
  const isHr = useMe().has(Role.HR)
  const { approve } = useRedemptionChanges()
  const [asking, setAsking] = useState<'approve' | 'reject'>()
  const title = read(redemption.rewardTitle)
  return (
    <ListRow
      actions={
        isHr &&
        redemption.state === State.REQUESTED && (
          <>
            <Button size="small" variant="primary" onPress={() => setAsking('approve')}>
              {t({ id: 'rewards.approve', defaultMessage: 'Approve' })}
            </Button>
            <Button size="small" variant="quiet" onPress={() => setAsking('reject')}>
              {t({ id: 'rewards.reject', defaultMessage: 'Reject' })}
            </Button>
          </>
        )
      }
    >
      <strong>
        <bdi>{title}</bdi>
      </strong>
      <span>{format.names(redemption.teamDisplayNames)}</span>
      <Quiet>
        {money(redemption.cost)} · <bdi>{format.dayOf(redemption.requestTime)}</bdi>
      </Quiet>
      {redemption.budgetCost && (
        <Quiet>
          {t(
            { id: 'rewards.fromBudget', defaultMessage: 'From the budget: {money}' },
            { money: money(redemption.budgetCost) },
          )}
        </Quiet>
      )}
      {redemption.rejectReason && (
        <Quiet>
          <bdi>{redemption.rejectReason}</bdi>
        </Quiet>
      )}
      <ConfirmDialog
        title={t({ id: 'rewards.approveTitle', defaultMessage: 'Approve “{title}”?' }, { title: isolate(title) })}
        isOpen={asking === 'approve'}
        onClose={() => setAsking(undefined)}
        isPending={approve.isPending}
        confirmLabel={t({ id: 'rewards.approve', defaultMessage: 'Approve' })}
        onConfirm={() =>
          approve.mutate(redemption, {
            onError: (error) => toastError(sentence(error)),
            onSettled: () => setAsking(undefined),
          })
        }
      >
        <p>
          {t(
            {
              id: 'rewards.approveHint',
              defaultMessage: '{money} are taken from the budget at today’s rate, and the team gets a voucher.',
            },
            { money: money(redemption.cost) },
          )}
        </p>
      </ConfirmDialog>
      {asking === 'reject' && <RejectDialog redemption={redemption} onClose={() => setAsking(undefined)} />}
    </ListRow>
  )
}

function RejectDialog({ redemption: { name, etag }, onClose }: { redemption: Redemption; onClose: () => void }) {
  const t = useText()
  const { reject } = useRedemptionChanges()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={t({ id: 'rewards.rejectTitle', defaultMessage: 'Reject this choice?' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          reject.mutate({ name, etag, reason }, { onSuccess: onClose })
        }}
      >
        <Problems error={reject.error} />
        <TextField
          label={t({ id: 'rewards.rejectWhy', defaultMessage: 'Why; the team reads this and chooses again' })}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <Button type="submit" variant="danger" isPending={reject.isPending} isDisabled={reason.trim() === ''}>
            {t({ id: 'rewards.reject', defaultMessage: 'Reject' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Takes a voucher that a team shows. */
function Voucher() {
  const t = useText()
  const read = useLocalized()
  const { use } = useRedemptionChanges()
  const [code, setCode] = useState('')
  return (
    <Card title={t({ id: 'rewards.voucher', defaultMessage: 'A team shows a voucher' })}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          use.mutate(code, {
            onSuccess: ({ rewardTitle }) => {
              toast(
                t(
                  { id: 'rewards.handOver', defaultMessage: 'It is good: {title}. It cannot be used again.' },
                  { title: isolate(read(rewardTitle)) },
                ),
              )
              setCode('')
            },
          })
        }}
      >
        <Problems error={use.error} />
        <TextField
          label={t({ id: 'rewards.code', defaultMessage: 'Code' })}
          hint={t({ id: 'rewards.codeHint', defaultMessage: 'Hyphens and blanks do not matter.' })}
          value={code}
          onChange={setCode}
          mono
          maxLength={40}
          autoComplete="off"
        />
        <FormActions>
          <Button type="submit" icon={Ticket} isPending={use.isPending} isDisabled={code.trim() === ''}>
            {t({ id: 'rewards.use', defaultMessage: 'Use it' })}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}
