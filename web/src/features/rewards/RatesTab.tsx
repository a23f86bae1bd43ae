import { create } from '@bufbuild/protobuf'
import { useState } from 'react'
import { newRequestId } from '@/api/names'
import { useBudgetChanges, useRates } from '@/api/rewards'
import { brokenRules } from '@/fields/broken'
import { CurrencyField } from '@/fields/MoneyField'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type ExchangeRate, ExchangeRateSchema } from '@/gen/hamgam/incentives/v1/budget_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { Form, FormActions, FormRow, TextField } from '@/ui/Field'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { Table } from '@/ui/Table'
import { toast } from '@/ui/Toast'

/** What currencies are worth, each rate from a day on. A rate stays, so that what was paid can be explained. HR adds
 * them; sponsors read. */
export function RatesTab() {
  const t = useText()
  const format = useFormats()
  const isHr = useMe().has(Role.HR)
  const query = useRates()
  const rate = t({ id: 'rewards.rate', defaultMessage: 'Rate' })
  return (
    <Stack>
      {isHr && <AddRate />}
      <Query query={query} lines={3}>
        {({ pages }) => {
          const rates = pages.flatMap((page) => page.exchangeRates)
          return (
            <Card flush>
              <Table<ExchangeRate>
                label={t({ id: 'rewards.rates', defaultMessage: 'Exchange rates' })}
                rows={rates}
                rowId={({ name }) => name}
                empty={
                  <EmptyState title={t({ id: 'rewards.noRate', defaultMessage: 'No rate yet' })}>
                    {t({
                      id: 'rewards.noRateHint',
                      defaultMessage: 'One is needed only when prizes, rewards and budgets differ in currency.',
                    })}
                  </EmptyState>
                }
                columns={[
                  {
                    id: 'pair',
                    name: t({ id: 'rewards.pair', defaultMessage: 'Currencies' }),
                    cell: (row) => <bdi>{`${row.fromCurrencyCode} → ${row.toCurrencyCode}`}</bdi>,
                  },
                  {
                    id: 'rate',
                    name: rate,
                    numeric: true,
                    cell: (row) => format.number(Number(row.rate), { maximumSignificantDigits: 15 }),
                  },
                  {
                    id: 'day',
                    name: t({ id: 'rewards.from', defaultMessage: 'From' }),
                    cell: (row) => format.day(row.startDay),
                  },
                ]}
              />
              <More query={query} />
            </Card>
          )
        }}
      </Query>
    </Stack>
  )
}

function AddRate() {
  const t = useText()
  const today = useToday()
  const { addRate } = useBudgetChanges()
  const [start] = useState(() => create(ExchangeRateSchema, { startDay: today }))
  const { draft, edit, reset } = useDraft(ExchangeRateSchema, start)
  const [requestId, setRequestId] = useState(newRequestId)
  const broken = brokenRules(addRate.error, 'exchange_rate')
  return (
    <Card title={t({ id: 'rewards.addRate', defaultMessage: 'Add a rate' })}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          addRate.mutate(
            { exchangeRate: draft, requestId },
            {
              onSuccess: () => {
                toast(t(words.saved))
                reset(start)
                setRequestId(newRequestId())
              },
            },
          )
        }}
      >
        <Problems
          error={addRate.error}
          resource="exchange_rate"
          shown={['from_currency_code', 'to_currency_code', 'rate', 'start_day']}
        />
        <FormRow>
          <CurrencyField
            label={t({ id: 'rewards.one', defaultMessage: 'One of' })}
            value={draft.fromCurrencyCode}
            onChange={(code) =>
              edit((next) => {
                next.fromCurrencyCode = code
              })
            }
            error={broken.at('from_currency_code')}
          />
          <TextField
            label={t({ id: 'rewards.isWorth', defaultMessage: 'is worth so many' })}
            hint={t({ id: 'rewards.isWorthHint', defaultMessage: 'With a point, such as 0.0000215.' })}
            value={draft.rate}
            onChange={(rate) =>
              edit((next) => {
                next.rate = rate
              })
            }
            mono
            inputMode="decimal"
            maxLength={26}
            error={broken.at('rate')}
          />
          <CurrencyField
            label={t({ id: 'rewards.of', defaultMessage: 'of' })}
            value={draft.toCurrencyCode}
            onChange={(code) =>
              edit((next) => {
                next.toCurrencyCode = code
              })
            }
            error={broken.at('to_currency_code')}
          />
          <DatePicker
            label={t({ id: 'rewards.from', defaultMessage: 'From' })}
            value={draft.startDay || null}
            onChange={(day) =>
              edit((next) => {
                next.startDay = day ?? ''
              })
            }
            error={broken.at('start_day')}
          />
        </FormRow>
        <FormActions>
          <Button type="submit" isPending={addRate.isPending}>
            {t(words.add)}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}
