import { create } from '@bufbuild/protobuf'
import { MapPin, Plus } from 'lucide-react'
import { useState } from 'react'
import { paths } from '@/api/paths'
import { useSiteChanges, useSites } from '@/api/sites'
import { AddDialog } from '@/fields/AddDialog'
import { useToday } from '@/fields/today'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Site, SiteSchema } from '@/gen/hamgam/identity/v1/site_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { SiteFields } from './SiteFields'
import { useWorkDaysText, weekOn } from './weeks'

/** The places of work, whose calendars decide what a working day is. */
export function SitesPage() {
  const t = useText()
  const format = useFormats()
  const today = useToday()
  const workDays = useWorkDaysText()
  const { has } = useMe()
  const query = useSites()
  const [adding, setAdding] = useState(false)
  const add = has(Role.ADMIN) && (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t({ id: 'sites.add', defaultMessage: 'Add a site' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'sites.title', defaultMessage: 'Sites and calendar' })}
      lead={t({
        id: 'sites.lead',
        defaultMessage:
          'Each site has its time zone, its work week and its holidays. Nobody is expected to use software on a day off.',
      })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
      actions={query.data && query.data.length > 0 && add}
    >
      <Query query={query}>
        {(sites) => (
          <Card flush>
            {sites.length === 0 ? (
              <EmptyState icon={MapPin} title={t({ id: 'sites.none', defaultMessage: 'No site yet' })} actions={add}>
                {t({
                  id: 'sites.noneHint',
                  defaultMessage: 'An import of the directory creates the sites that it names.',
                })}
              </EmptyState>
            ) : (
              <Table<Site>
                label={t({ id: 'sites.title', defaultMessage: 'Sites and calendar' })}
                rows={sites}
                rowId={({ name }) => name}
                href={({ name }) => paths.site(name)}
                columns={[
                  {
                    id: 'name',
                    name: t(words.site),
                    cell: (row) => <CellText main={row.displayName} sub={<bdi>{row.timeZone}</bdi>} />,
                    sortBy: (row) => row.displayName,
                  },
                  {
                    id: 'week',
                    name: t({ id: 'sites.workWeek', defaultMessage: 'Work week' }),
                    cell: (row) => workDays(weekOn(row, today)?.workDays ?? []),
                  },
                  {
                    id: 'next',
                    name: t({ id: 'sites.nextHoliday', defaultMessage: 'Next holiday' }),
                    wideOnly: true,
                    cell: (row) => {
                      const next = row.holidays.find(({ day }) => day >= today)
                      return next ? format.day(next.day) : '–'
                    },
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Query>
      {adding && <AddSite onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AddSite({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { organization: parent } = useMe()
  const { create: save } = useSiteChanges()
  const [start] = useState(() => create(SiteSchema, { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }))
  const { draft, edit } = useDraft(SiteSchema, start)
  return (
    <AddDialog
      title={t({ id: 'sites.add', defaultMessage: 'Add a site' })}
      save={save}
      request={(requestId) => ({ parent, site: draft, requestId })}
      page={paths.site}
      resource="site"
      shown={['display_name', 'time_zone', 'work_weeks']}
      inLanguages={false}
      onClose={onClose}
    >
      <SiteFields draft={draft} edit={edit} error={save.error} />
    </AddDialog>
  )
}
