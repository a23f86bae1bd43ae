import { create } from '@bufbuild/protobuf'
import { Pencil, Plus, Wallet } from 'lucide-react'
import { useState } from 'react'
import { useBudgetChanges, useBudgets } from '@/api/rewards'
import { brokenRules } from '@/fields/broken'
import { EditDialog } from '@/fields/EditDialog'
import { LocalizedField } from '@/fields/Localized'
import { MoneyField } from '@/fields/MoneyField'
import { useMoney } from '@/fields/money'
import { useToday } from '@/fields/today'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Budget, BudgetSchema } from '@/gen/hamgam/incentives/v1/budget_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card, Facts, Grid, Stack } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'

/** Money that prizes are paid from. HR keeps it; sponsors read. */
export function BudgetsTab() {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const money = useMoney()
  const today = useToday()
  const isHr = useMe().has(Role.HR)
  const query = useBudgets()
  const [editing, setEditing] = useState<Budget>()
  const add = isHr && (
    <Button icon={Plus} onPress={() => setEditing(create(BudgetSchema, { startDay: today }))}>
      {t({ id: 'rewards.addBudget', defaultMessage: 'Add a budget' })}
    </Button>
  )
  return (
    <Stack>
      <Query query={query} lines={3}>
        {(budgets) =>
          budgets.length === 0 ? (
            <Card>
              <EmptyState
                icon={Wallet}
                title={t({ id: 'rewards.noBudget', defaultMessage: 'No budget yet' })}
                actions={add}
              >
                {t({ id: 'rewards.noBudgetHint', defaultMessage: 'A challenge promises its prize from a budget.' })}
              </EmptyState>
            </Card>
          ) : (
            <>
              {add && <div>{add}</div>}
              <Grid least="20rem">
                {budgets.map((budget) => (
                  <Card
                    key={budget.name}
                    title={<bdi>{read(budget.title)}</bdi>}
                    subtitle={`${format.day(budget.startDay)} – ${format.day(budget.endDay)}`}
                    actions={
                      isHr && (
                        <Button size="small" variant="quiet" icon={Pencil} onPress={() => setEditing(budget)}>
                          {t(words.edit)}
                        </Button>
                      )
                    }
                  >
                    <Facts
                      items={[
                        { name: t({ id: 'rewards.amount', defaultMessage: 'Amount' }), value: money(budget.amount) },
                        {
                          name: t({ id: 'rewards.spent', defaultMessage: 'Spent' }),
                          value: money(budget.spent) || '–',
                        },
                        {
                          name: t({ id: 'rewards.promised', defaultMessage: 'Promised' }),
                          value: money(budget.promised) || '–',
                        },
                        {
                          name: t({ id: 'rewards.left', defaultMessage: 'Left' }),
                          value: money(budget.remaining) || '–',
                        },
                      ]}
                    />
                  </Card>
                ))}
              </Grid>
            </>
          )
        }
      </Query>
      {editing && <BudgetDialog source={editing} onClose={() => setEditing(undefined)} />}
    </Stack>
  )
}

function BudgetDialog({ source, onClose }: { source: Budget; onClose: () => void }) {
  const t = useText()
  const budgets = useBudgets()
  const { save } = useBudgetChanges()
  const form = useDraft(BudgetSchema, source)
  const { draft, edit } = form
  const broken = brokenRules(save.error, 'budget')
  return (
    <EditDialog
      title={
        source.name
          ? t({ id: 'rewards.editBudget', defaultMessage: 'Change a budget' })
          : t({ id: 'rewards.addBudget', defaultMessage: 'Add a budget' })
      }
      form={form}
      save={save}
      request={(budget, requestId) => ({ budget, requestId })}
      reload={async () => (await budgets.refetch()).data?.find(({ name }) => name === source.name)}
      resource="budget"
      shown={['title', 'amount', 'start_day', 'end_day']}
      onClose={onClose}
    >
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
      <MoneyField
        label={t({ id: 'rewards.amount', defaultMessage: 'Amount' })}
        value={draft.amount}
        onChange={(amount) =>
          edit((next) => {
            next.amount = amount
          })
        }
        error={broken.at('amount')}
      />
      <FormRow>
        <DatePicker
          label={t({ id: 'rewards.startDay', defaultMessage: 'First day' })}
          value={draft.startDay || null}
          onChange={(day) =>
            edit((next) => {
              next.startDay = day ?? ''
            })
          }
          error={broken.at('start_day')}
        />
        <DatePicker
          label={t({ id: 'rewards.endDay', defaultMessage: 'Last day' })}
          value={draft.endDay || null}
          min={draft.startDay || undefined}
          onChange={(day) =>
            edit((next) => {
              next.endDay = day ?? ''
            })
          }
          error={broken.at('end_day')}
        />
      </FormRow>
    </EditDialog>
  )
}
