import { Undo2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useChampionHome, useCheckInChanges } from '@/api/championHome'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { paths } from '@/api/paths'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import { type CheckIn, CheckInKind } from '@/gen/hamgam/champions/v1/check_in_pb'
import type { HomeTeam } from '@/gen/hamgam/champions/v1/home_service_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { Switch, TextField } from '@/ui/Field'
import { Arrived } from '@/ui/Focus'
import { Page } from '@/ui/Page'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { toastError } from '@/ui/Toast'
import styles from './Champions.module.css'
import { checkInKinds, useChampionWords } from './kinds'

/** Says what was done with a team: one tap for what, one for whom. */
export function CheckInPage() {
  const t = useText()
  const query = useChampionHome()
  const [saved, setSaved] = useState<CheckIn>()
  const [asked, setAsked] = useState(() => new URLSearchParams(window.location.search))
  const [back, setBack] = useState(false)
  const comeBack = () => {
    setBack(true)
    setSaved(undefined)
  }
  return (
    <Page
      title={t({ id: 'champions.checkIn', defaultMessage: 'Check in' })}
      back={{ href: paths.championHome, label: t({ id: 'champions.home', defaultMessage: 'My teams' }) }}
    >
      {saved ? (
        <Arrived>
          <Saved
            checkIn={saved}
            onUndone={comeBack}
            onAgain={() => {
              setAsked(new URLSearchParams())
              comeBack()
            }}
          />
        </Arrived>
      ) : (
        <Query query={query} lines={4}>
          {({ teams }) =>
            teams.length === 0 ? (
              <Card>
                <EmptyState
                  icon={UsersRound}
                  title={t({ id: 'champions.noTeams', defaultMessage: 'You cover no team at the moment.' })}
                />
              </Card>
            ) : back ? (
              <Arrived>
                <Tiles teams={teams} asked={asked} onSaved={setSaved} />
              </Arrived>
            ) : (
              <Tiles teams={teams} asked={asked} onSaved={setSaved} />
            )
          }
        </Query>
      )}
    </Page>
  )
}

function Tiles({
  teams,
  asked,
  onSaved,
}: {
  teams: HomeTeam[]
  /** The team and the visit that the address names. */
  asked: URLSearchParams
  onSaved: (checkIn: CheckIn) => void
}) {
  const t = useText()
  const look = useChampionWords()
  const today = useToday()
  const { organization: parent } = useMe()
  const { create: save } = useCheckInChanges()
  const [kind, setKind] = useState(asked.has('visit') ? String(CheckInKind.VISIT) : '')
  const [more, setMore] = useState(false)
  const [note, setNote] = useState('')
  const [followUpDay, setFollowUpDay] = useState<string | null>(null)
  const [requestId, setRequestId] = useState(newRequestId)
  const wanted = teams.filter(({ team }) => team === `${parent}/teams/${asked.get('team')}`)
  const shown = wanted.length > 0 ? wanted : teams
  const broken = brokenRules(save.error, 'check_in')
  const visit = asked.has('visit') ? `${parent}/visits/${asked.get('visit')}` : ''
  return (
    <div className={styles.narrow}>
      <Problems error={save.error} resource="check_in" shown={['note', 'follow_up_day']} />
      <Card title={t({ id: 'champions.what', defaultMessage: 'What did you do?' })}>
        <ToggleButtonGroup
          aria-label={t({ id: 'champions.what', defaultMessage: 'What did you do?' })}
          className={styles.tiles}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={kind ? [kind] : []}
          onSelectionChange={(chosen) => {
            const [first] = chosen
            if (first !== undefined) setKind(String(first))
          }}
        >
          {checkInKinds.map(({ kind: each, icon: Icon }) => (
            <ToggleButton key={each} id={String(each)} className={styles.tile}>
              <Icon size={24} aria-hidden />
              {look.checkIn(each)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Switch isSelected={more} onChange={setMore}>
          {t({ id: 'champions.more', defaultMessage: 'Add a note or a day to look again' })}
        </Switch>
        {more && (
          <>
            <TextField
              label={t({ id: 'champions.note', defaultMessage: 'Worth remembering' })}
              hint={t({
                id: 'champions.noteHint',
                defaultMessage: 'About the team, not about a person. Only you read it.',
              })}
              value={note}
              onChange={setNote}
              multiline
              rows={3}
              maxLength={1000}
              optional
              error={broken.at('note')}
            />
            <DatePicker
              label={t({ id: 'champions.followUp', defaultMessage: 'Look again on' })}
              value={followUpDay}
              onChange={setFollowUpDay}
              near={today}
              optional
              error={broken.at('follow_up_day')}
            />
          </>
        )}
      </Card>
      <Card
        title={t({ id: 'champions.withWhom', defaultMessage: 'With which team?' })}
        subtitle={t({ id: 'champions.tapToSave', defaultMessage: 'A tap on the team saves it.' })}
      >
        <div className={styles.tiles}>
          {shown.map(({ team, teamDisplayName }) => (
            <AriaButton
              key={team}
              className={styles.tile}
              isDisabled={kind === ''}
              // Pending, not disabled: that would take the focus away from who works with the keyboard.
              isPending={save.isPending}
              onPress={() =>
                save.mutate(
                  {
                    parent,
                    checkIn: {
                      team,
                      kind: Number(kind),
                      visit,
                      note: more ? note : '',
                      followUpDay: more ? (followUpDay ?? '') : '',
                    },
                    requestId,
                  },
                  { onSuccess: onSaved, onError: () => setRequestId(newRequestId()) },
                )
              }
            >
              <bdi>{teamDisplayName}</bdi>
            </AriaButton>
          ))}
        </div>
      </Card>
    </div>
  )
}

function Saved({ checkIn, onAgain, onUndone }: { checkIn: CheckIn; onAgain: () => void; onUndone: () => void }) {
  const t = useText()
  const look = useChampionWords()
  const sentence = useErrorSentence()
  const { remove } = useCheckInChanges()
  return (
    <div className={styles.narrow}>
      <Banner tone="good" title={t({ id: 'champions.saved', defaultMessage: 'Saved' })}>
        <span role="status">
          {look.checkIn(checkIn.kind)} · <bdi>{checkIn.teamDisplayName}</bdi>
        </span>
      </Banner>
      <div className={styles.buttons}>
        <ButtonLink variant="primary" href={paths.championHome}>
          {t({ id: 'champions.home', defaultMessage: 'My teams' })}
        </ButtonLink>
        <Button onPress={onAgain}>{t({ id: 'champions.again', defaultMessage: 'Another one' })}</Button>
        <Button
          variant="quiet"
          icon={Undo2}
          isPending={remove.isPending}
          onPress={() =>
            remove.mutate(checkIn.name, { onSuccess: onUndone, onError: (error) => toastError(sentence(error)) })
          }
        >
          {t({ id: 'champions.undo', defaultMessage: 'That was a slip' })}
        </Button>
      </div>
    </div>
  )
}
