import { create } from '@bufbuild/protobuf'
import { useChampionChanges } from '@/api/champions'
import { brokenRules } from '@/fields/broken'
import { EditDialog } from '@/fields/EditDialog'
import { useDraft } from '@/fields/useDraft'
import { type Champion, ChampionSchema, CoveredTeamSchema } from '@/gen/hamgam/champions/v1/champion_pb'
import { isolate } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { TermFields, termFields } from './TermFields'

/** Changes a champion's teams, focus areas or last day. The role follows. */
export function EditTermDialog({ champion, onClose }: { champion: Champion; onClose: () => void }) {
  const t = useText()
  const { update, reload } = useChampionChanges()
  const form = useDraft(ChampionSchema, champion)
  const { draft, edit } = form
  return (
    <EditDialog
      title={t(
        { id: 'champions.editTerm', defaultMessage: 'Change the term of {name}' },
        { name: isolate(champion.personDisplayName) },
      )}
      form={form}
      save={update}
      request={(next) => next}
      reload={() => reload(champion.name)}
      resource="champion"
      shown={termFields}
      inLanguages={false}
      onClose={onClose}
    >
      {champion.moved && (
        <Banner tone="warn" title={t({ id: 'champions.hasMoved', defaultMessage: 'Moved to another team' })}>
          {t({
            id: 'champions.movedHint',
            defaultMessage: 'The teams below count as having lost their champion until you save who covers them.',
          })}
        </Banner>
      )}
      <TermFields
        term={{ teams: draft.teams.map(({ team }) => team), focusAreas: draft.focusAreas, endDay: draft.endDay }}
        onChange={({ teams, focusAreas, endDay }) =>
          edit((next) => {
            if (teams) next.teams = teams.map((team) => create(CoveredTeamSchema, { team }))
            if (focusAreas) next.focusAreas = focusAreas
            if (endDay !== undefined) next.endDay = endDay
          })
        }
        broken={brokenRules(update.error, 'champion')}
      />
    </EditDialog>
  )
}
