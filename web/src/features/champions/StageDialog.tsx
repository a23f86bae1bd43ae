import { useState } from 'react'
import { useStageStart, useUncoveredTeams } from '@/api/championEffect'
import { newRequestId } from '@/api/names'
import { brokenRules } from '@/fields/broken'
import { Many } from '@/fields/Many'
import { Problems } from '@/fields/Problems'
import type { StagedStart } from '@/gen/hamgam/champions/v1/effect_service_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useDirectoryNames } from '@/parts/teamNames'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { Halves } from './Halves'

/** Teams below which a start gives no number: eight in each half. */
const enough = 16

/** Chooses teams without a champion; a coin says which of them start now. */
export function StageDialog({ programme, onClose }: { programme: string; onClose: () => void }) {
  const t = useText()
  const uncovered = useUncoveredTeams()
  const [staged, setStaged] = useState<StagedStart>()
  return (
    <Dialog title={t({ id: 'champions.stage', defaultMessage: 'Stage a start' })} isOpen onClose={onClose}>
      {staged ? (
        <>
          <Banner tone="good" title={t({ id: 'champions.coinThrown', defaultMessage: 'The coin has spoken' })}>
            {t({
              id: 'champions.coinThrownHint',
              defaultMessage:
                'Appoint champions for the first teams now; the others can get theirs from the later day on.',
            })}
          </Banner>
          <Halves start={staged} open />
        </>
      ) : (
        <Query query={uncovered} lines={3}>
          {(teams) =>
            teams.length < 2 ? (
              <EmptyState
                title={t({ id: 'champions.allCovered', defaultMessage: 'There are no two teams without a champion' })}
              />
            ) : (
              <Choice
                programme={programme}
                options={teams.map(({ team, teamDisplayName }) => ({ id: team, label: teamDisplayName }))}
                onStaged={setStaged}
              />
            )
          }
        </Query>
      )}
    </Dialog>
  )
}

function Choice({
  programme,
  options,
  onStaged,
}: {
  programme: string
  options: { id: string; label: string }[]
  onStaged: (start: StagedStart) => void
}) {
  const t = useText()
  const format = useFormats()
  const names = useDirectoryNames()
  const stage = useStageStart()
  const [teams, setTeams] = useState<string[]>([])
  // The teams of the last attempt, because what was refused is named by its place among them.
  const [sent, setSent] = useState<string[]>([])
  const [requestId, setRequestId] = useState(newRequestId)
  const refused = refusedTeams(stage.error, sent).filter((team) => teams.includes(team))
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        setSent(teams)
        stage.mutate(
          { programme, teams, requestId },
          { onSuccess: onStaged, onError: () => setRequestId(newRequestId()) },
        )
      }}
    >
      <Problems error={stage.error} shown={['teams']} />
      {refused.length > 0 && (
        <Banner
          tone="warn"
          title={t({ id: 'champions.cannotWait', defaultMessage: 'Some teams cannot wait for a coin' })}
        >
          <p>
            {t(
              {
                id: 'champions.cannotWaitHint',
                defaultMessage: '{teams}: flagged, in another staged start, or no longer without a champion.',
              },
              { teams: format.names(refused.map(names.team)) },
            )}
          </p>
          <Button size="small" onPress={() => setTeams(teams.filter((team) => !refused.includes(team)))}>
            {t({ id: 'champions.takeOut', defaultMessage: 'Go on without them' })}
          </Button>
        </Banner>
      )}
      <Many
        label={t({ id: 'champions.whichTeams', defaultMessage: 'Teams without a champion' })}
        hint={t({
          id: 'champions.whichTeamsHint',
          defaultMessage: 'Those with an open flag are urgent: appoint somebody for them at once instead.',
        })}
        options={options}
        values={teams}
        onChange={setTeams}
        error={refused.length > 0 ? undefined : brokenRules(stage.error).at('teams')}
      />
      <div>
        <Button size="small" variant="quiet" onPress={() => setTeams(options.map(({ id }) => id))}>
          {t(
            { id: 'champions.takeAll', defaultMessage: 'Choose all {count}' },
            { count: format.number(options.length) },
          )}
        </Button>
      </div>
      {teams.length >= 2 && teams.length < enough && (
        <Banner tone="info" title={t({ id: 'champions.fewTeams', defaultMessage: 'Too few for a number' })}>
          {t({
            id: 'champions.fewTeamsHint',
            defaultMessage:
              'With fewer than 16 teams the start is fair all the same, but the effect cannot be measured.',
          })}
        </Banner>
      )}
      <FormActions>
        <Button type="submit" variant="primary" isPending={stage.isPending} isDisabled={teams.length < 2}>
          {t({ id: 'champions.throwCoin', defaultMessage: 'Throw the coin' })}
        </Button>
      </FormActions>
    </Form>
  )
}

/** The teams that were refused, by their places among those that were sent. */
function refusedTeams(error: unknown, sent: string[]): string[] {
  return brokenRules(error)
    .except([])
    .flatMap(({ field }) => {
      const place = /^teams\[(\d+)\]$/.exec(field)?.[1]
      const team = place === undefined ? undefined : sent[Number(place)]
      return team ? [team] : []
    })
}
