import { paths } from '@/api/paths'
import { useSite, useSiteChanges } from '@/api/sites'
import { useId } from '@/fields/go'
import { Conflict, isConflict, Problems } from '@/fields/Problems'
import { Unsaved } from '@/fields/Unsaved'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Site, SiteSchema } from '@/gen/hamgam/identity/v1/site_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormActions } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { toast } from '@/ui/Toast'
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
            <SiteForm key={site.name} site={site} onReload={() => query.refetch()} />
            <Holidays site={site} />
          </>
        )}
      </Query>
    </Page>
  )
}

function SiteForm({ site, onReload }: { site: Site; onReload: () => Promise<{ data?: Site }> }) {
  const t = useText()
  const { has } = useMe()
  const { update } = useSiteChanges()
  const { draft, edit, dirty, reset } = useDraft(SiteSchema, site)
  const mayEdit = has(Role.ADMIN)
  const save = (etag: string) =>
    update.mutate(
      { site: { ...draft, etag }, updateMask: { paths: ['display_name', 'time_zone', 'work_weeks'] } },
      {
        onSuccess: (saved) => {
          reset(saved)
          toast(t(words.saved))
        },
      },
    )
  return (
    <Card
      title={t({ id: 'sites.calendar', defaultMessage: 'Time zone and work week' })}
      subtitle={mayEdit ? undefined : t({ id: 'sites.adminOnly', defaultMessage: 'Administrators may change this.' })}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save(draft.etag)
        }}
      >
        {isConflict(update.error) ? (
          <Conflict
            isPending={update.isPending}
            onTheirs={() =>
              void onReload().then(({ data }) => {
                if (data) reset(data)
                update.reset()
              })
            }
            onMine={() => void onReload().then(({ data }) => save(data?.etag ?? ''))}
          />
        ) : (
          <Problems error={update.error} resource="site" shown={['display_name', 'time_zone', 'work_weeks']} />
        )}
        <SiteFields draft={draft} edit={edit} error={update.error} isDisabled={!mayEdit} />
        {mayEdit && (
          <FormActions>
            <Button type="submit" variant="primary" isPending={update.isPending} isDisabled={!dirty}>
              {t(words.save)}
            </Button>
            {dirty && (
              <Button variant="quiet" onPress={() => reset(site)}>
                {t(words.discard)}
              </Button>
            )}
          </FormActions>
        )}
      </Form>
      <Unsaved when={dirty} />
    </Card>
  )
}
