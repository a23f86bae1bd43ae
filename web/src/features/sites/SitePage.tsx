import { paths } from '@/api/paths'
import { useSite, useSiteChanges } from '@/api/sites'
import { useId } from '@/fields/go'
import { SavedForm } from '@/fields/SavedForm'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Site, SiteSchema } from '@/gen/hamgam/identity/v1/site_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { Holidays } from './Holidays'
import { SiteFields } from './SiteFields'

/** One site: its name, time zone, work weeks and holidays. */
export function SitePage() {
  const t = useText()
  const { organization } = useMe()
  const query = useSite(`${organization}/sites/${useId('site')}`)
  return (
    <Page
      title={query.data?.displayName ?? t(words.site)}
      back={{ href: paths.sites, label: t({ id: 'sites.title', defaultMessage: 'Sites and calendar' }) }}
    >
      <Query query={query}>
        {(site) => (
          <>
            <SiteForm key={site.name} site={site} onReload={async () => (await query.refetch()).data} />
            <Holidays site={site} />
          </>
        )}
      </Query>
    </Page>
  )
}

const shown = ['display_name', 'time_zone', 'work_weeks']

function SiteForm({ site, onReload }: { site: Site; onReload: () => Promise<Site | undefined> }) {
  const t = useText()
  const { has } = useMe()
  const { update } = useSiteChanges()
  const form = useDraft(SiteSchema, site)
  const mayEdit = has(Role.ADMIN)
  return (
    <Card
      title={t({ id: 'sites.calendar', defaultMessage: 'Time zone and work week' })}
      subtitle={mayEdit ? undefined : t({ id: 'sites.adminOnly', defaultMessage: 'Administrators may change this.' })}
    >
      <SavedForm
        form={form}
        source={site}
        update={update}
        request={(draft) => ({ site: draft, updateMask: { paths: shown } })}
        reload={onReload}
        resource="site"
        shown={shown}
        mayEdit={mayEdit}
      >
        <SiteFields draft={form.draft} edit={form.edit} error={update.error} isDisabled={!mayEdit} />
      </SavedForm>
    </Card>
  )
}
