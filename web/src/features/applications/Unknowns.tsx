import type { UseQueryResult } from '@tanstack/react-query'
import { CircleCheck, Plus } from 'lucide-react'
import { useState } from 'react'
import { paths } from '@/api/paths'
import type { Unknown } from '@/gen/hamgam/telemetry/v1/usage_pb'
import type { ListUnknownsResponse } from '@/gen/hamgam/telemetry/v1/usage_service_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { Table } from '@/ui/Table'
import styles from './Applications.module.css'
import { FeatureDialog } from './Features'

/** What events name and nobody entered: their acts are kept aside and count once it is. */
export function Unknowns({ application, query }: { application: string; query: UseQueryResult<ListUnknownsResponse> }) {
  const t = useText()
  const [entering, setEntering] = useState<string>()
  return (
    <Query query={query}>
      {({ people, features, peopleCount, featureCount }) =>
        people.length === 0 && features.length === 0 ? (
          <Card>
            <EmptyState
              icon={CircleCheck}
              title={t({ id: 'applications.allKnown', defaultMessage: 'Everything is known' })}
            >
              {t({
                id: 'applications.allKnownHint',
                defaultMessage: 'Every person and feature that usage named is in Hamgam.',
              })}
            </EmptyState>
          </Card>
        ) : (
          <Stack>
            {features.length > 0 && (
              <Card
                flush
                title={t(
                  {
                    id: 'applications.unknownFeatures',
                    defaultMessage: '{count, plural, one {# unknown feature} other {# unknown features}}',
                  },
                  { count: Number(featureCount) },
                )}
                subtitle={t({
                  id: 'applications.unknownFeaturesHint',
                  defaultMessage:
                    'Enter those that are real; what people did with them counts from then on, as far back as it is kept.',
                })}
              >
                <Values
                  label={t({ id: 'applications.features', defaultMessage: 'Features' })}
                  rows={features}
                  action={(value) => (
                    <Button size="small" icon={Plus} onPress={() => setEntering(value)}>
                      {t({ id: 'applications.enter', defaultMessage: 'Enter' })}
                    </Button>
                  )}
                />
              </Card>
            )}
            {people.length > 0 && (
              <Card
                flush
                title={t(
                  {
                    id: 'applications.unknownPeople',
                    defaultMessage: '{count, plural, one {# unknown person} other {# unknown people}}',
                  },
                  { count: Number(peopleCount) },
                )}
                subtitle={t({
                  id: 'applications.unknownPeopleHint',
                  defaultMessage:
                    'Personnel numbers that the directory does not have. Import a newer directory, or enter the person.',
                })}
                actions={
                  <ButtonLink size="small" href={paths.imports}>
                    {t({ id: 'applications.toImports', defaultMessage: 'To the imports' })}
                  </ButtonLink>
                }
              >
                <Values label={t({ id: 'applications.people', defaultMessage: 'People' })} rows={people} />
              </Card>
            )}
            {entering !== undefined && (
              <FeatureDialog application={application} code={entering} onClose={() => setEntering(undefined)} />
            )}
          </Stack>
        )
      }
    </Query>
  )
}

function Values({
  label,
  rows,
  action,
}: {
  label: string
  rows: Unknown[]
  action?: (value: string) => React.ReactNode
}) {
  const t = useText()
  const format = useFormats()
  return (
    <Table
      label={label}
      rows={rows}
      rowId={({ value }) => value}
      columns={[
        { id: 'value', name: label, cell: (row) => <code className={styles.code}>{row.value}</code> },
        {
          id: 'events',
          name: t({ id: 'applications.events', defaultMessage: 'Acts' }),
          numeric: true,
          cell: (row) => format.number(row.eventCount),
          sortBy: (row) => Number(row.eventCount),
        },
        {
          id: 'first',
          name: t({ id: 'applications.first', defaultMessage: 'First' }),
          wideOnly: true,
          cell: (row) => format.dayOf(row.firstTime),
        },
        {
          id: 'last',
          name: t({ id: 'applications.last', defaultMessage: 'Last' }),
          wideOnly: true,
          cell: (row) => format.dayOf(row.lastTime),
        },
        ...(action ? [{ id: 'action', name: '', numeric: true, cell: (row: Unknown) => action(row.value) }] : []),
      ]}
    />
  )
}
