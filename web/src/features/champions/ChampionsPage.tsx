import { Heart, House, MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useChampionChanges, useMyChampions, useMyNominations } from '@/api/champions'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { Problems } from '@/fields/Problems'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import type { Champion } from '@/gen/hamgam/champions/v1/champion_pb'
import { isolate, useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Stack } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, TextField } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { type TabSpec, Tabs } from '@/ui/Tabs'
import { toast } from '@/ui/Toast'
import { AppointedTab } from './AppointedTab'
import styles from './Champions.module.css'
import { CheckInsTab } from './CheckInsTab'
import { CoverageTab } from './CoverageTab'
import { EffectTab } from './EffectTab'
import { MaterialsTab } from './MaterialsTab'
import { NominationList, NominationsTab } from './Nominations'
import { OwnTerms } from './OwnTerms'
import { ProgrammesTab } from './ProgrammesTab'
import { VisitsTab } from './VisitsTab'

/** Who advises whom, how one becomes a champion, and for HR which teams have none. */
export function ChampionsPage() {
  const t = useText()
  const { has } = useMe()
  const [tab, setTab] = useState(() => new URLSearchParams(window.location.search).get('tab'))
  const title = t({ id: 'champions.title', defaultMessage: 'Champions' })
  const tabs: TabSpec[] = [
    { id: 'mine', label: t({ id: 'champions.mine', defaultMessage: 'For you' }), content: <Mine /> },
    {
      id: 'programmes',
      label: t({ id: 'champions.programmes', defaultMessage: 'Programmes' }),
      content: <ProgrammesTab />,
    },
  ]
  if (has(Role.HR)) {
    tabs.push({
      id: 'nominations',
      label: t({ id: 'champions.nominations', defaultMessage: 'Nominations' }),
      content: <NominationsTab />,
    })
  }
  if (has(Role.HR, Role.ADMIN, Role.SPONSOR)) {
    tabs.push(
      {
        id: 'appointed',
        label: t({ id: 'champions.terms', defaultMessage: 'In their terms' }),
        content: <AppointedTab />,
      },
      { id: 'coverage', label: t({ id: 'champions.coverage', defaultMessage: 'Coverage' }), content: <CoverageTab /> },
    )
  }
  if (has(Role.HR)) {
    tabs.push(
      { id: 'visits', label: t({ id: 'champions.visits', defaultMessage: 'Visits' }), content: <VisitsTab /> },
      {
        id: 'checkIns',
        label: t({ id: 'champions.checkIns', defaultMessage: 'Check-ins' }),
        content: <CheckInsTab />,
      },
    )
  }
  if (has(Role.HR, Role.ADMIN, Role.SPONSOR, Role.CHAMPION)) {
    tabs.push({ id: 'effect', label: t({ id: 'champions.effect', defaultMessage: 'Effect' }), content: <EffectTab /> })
  }
  if (has(Role.HR, Role.TRAINER)) {
    tabs.push({
      id: 'materials',
      label: t({ id: 'champions.materials', defaultMessage: 'Material' }),
      content: <MaterialsTab />,
    })
  }
  return (
    <Page
      title={title}
      lead={t({
        id: 'champions.lead',
        defaultMessage: 'Colleagues who help their teams beside the day job. Nobody is compared with anybody.',
      })}
      actions={
        <>
          {has(Role.CHAMPION, Role.HR) && (
            <ButtonLink icon={MessagesSquare} href={paths.space}>
              {t({ id: 'champions.space', defaultMessage: 'Among champions' })}
            </ButtonLink>
          )}
          {has(Role.CHAMPION) && (
            <ButtonLink variant="primary" icon={House} href={paths.championHome}>
              {t({ id: 'champions.home', defaultMessage: 'My teams' })}
            </ButtonLink>
          )}
        </>
      }
    >
      <Tabs
        label={title}
        tabs={tabs}
        selected={tabs.some(({ id }) => id === tab) ? (tab ?? undefined) : 'mine'}
        onSelect={setTab}
      />
    </Page>
  )
}

function Mine() {
  const t = useText()
  const champions = useMyChampions()
  const nominations = useMyNominations()
  // Who looks after the own team alone has nobody to ask, and is no gap.
  const alone = champions.data?.champions.length === 0 && champions.data.own.length > 0
  const whom = t({ id: 'champions.yours', defaultMessage: 'Whom you can ask' })
  return (
    <Stack>
      {!alone && (
        <Card title={whom}>
          <Query query={champions} lines={2}>
            {(found) =>
              found.champions.length === 0 ? (
                <p className={styles.quiet}>
                  {t({
                    id: 'champions.noneYet',
                    defaultMessage: 'Your team has no champion yet. Nominate somebody, or yourself.',
                  })}
                </p>
              ) : (
                <ul className={styles.list}>
                  {found.champions.map((champion) => (
                    <One key={champion.name} champion={champion} />
                  ))}
                </ul>
              )
            }
          </Query>
        </Card>
      )}
      {champions.data && champions.data.own.length > 0 && <OwnTerms terms={champions.data.own} />}
      <Card title={t({ id: 'champions.myNominations', defaultMessage: 'Nominations that concern you' })}>
        <Query query={nominations} lines={2}>
          {(found) => <NominationList nominations={found} />}
        </Query>
      </Card>
    </Stack>
  )
}

function One({ champion }: { champion: Champion }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const { person } = useMe()
  const [thanking, setThanking] = useState(false)
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <strong>
          <bdi>{champion.personDisplayName}</bdi>
        </strong>
        <span className={styles.quiet}>
          <bdi>{read(champion.programmeTitle)}</bdi>
        </span>
        {champion.focusAreas.length > 0 && <span dir="auto">{format.list(champion.focusAreas)}</span>}
      </span>
      {champion.person !== person && (
        <Button size="small" icon={Heart} onPress={() => setThanking(true)}>
          {t({ id: 'champions.thankYou', defaultMessage: 'Thank you' })}
        </Button>
      )}
      {thanking && <ThankDialog champion={champion} onClose={() => setThanking(false)} />}
    </li>
  )
}

function ThankDialog({ champion, onClose }: { champion: Champion; onClose: () => void }) {
  const t = useText()
  const { thank } = useChampionChanges()
  const [text, setText] = useState('')
  const [requestId] = useState(newRequestId)
  return (
    <Dialog
      title={t(
        { id: 'champions.thankTitle', defaultMessage: 'Thank {name}' },
        { name: isolate(champion.personDisplayName) },
      )}
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          thank.mutate(
            { name: champion.name, text, requestId },
            {
              onSuccess: () => {
                toast(t({ id: 'champions.thankSent', defaultMessage: 'Sent. Only the champion reads it.' }))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={thank.error} />
        <TextField
          label={t({ id: 'champions.whatFor', defaultMessage: 'What for' })}
          value={text}
          onChange={setText}
          multiline
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={thank.isPending} isDisabled={text.trim() === ''}>
            {t({ id: 'champions.send', defaultMessage: 'Send' })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
