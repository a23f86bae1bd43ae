import { create } from '@bufbuild/protobuf'
import { Archive, Gift, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { defineMessages } from 'react-intl'
import { useRewardChanges, useRewards } from '@/api/rewards'
import { AskFirst } from '@/fields/AskFirst'
import { brokenRules } from '@/fields/broken'
import { EditDialog } from '@/fields/EditDialog'
import { LocalizedField } from '@/fields/Localized'
import { MoneyField } from '@/fields/MoneyField'
import { useMoney } from '@/fields/money'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { RewardKind as Kind, type Reward, RewardSchema } from '@/gen/hamgam/incentives/v1/reward_pb'
import { isolate } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { List, ListRow, Quiet } from '@/ui/List'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'

const kindWords = defineMessages({
  [Kind.UNSPECIFIED]: { id: 'rewards.other', defaultMessage: 'Something else' },
  [Kind.EVENT]: { id: 'rewards.event', defaultMessage: 'Something done together' },
  [Kind.EQUIPMENT]: { id: 'rewards.equipment', defaultMessage: 'For the place of work' },
  [Kind.LEARNING]: { id: 'rewards.learning', defaultMessage: 'Something learned together' },
  [Kind.TIME]: { id: 'rewards.time', defaultMessage: 'Time off for the whole team' },
  [Kind.DONATION]: { id: 'rewards.donation', defaultMessage: 'A gift in the team’s name' },
  [Kind.OTHER]: { id: 'rewards.other', defaultMessage: 'Something else' },
})
const kinds = [Kind.EVENT, Kind.EQUIPMENT, Kind.LEARNING, Kind.TIME, Kind.DONATION, Kind.OTHER]

/** What teams can choose from. HR keeps it; sponsors read. */
export function CatalogueTab() {
  const t = useText()
  const read = useLocalized()
  const money = useMoney()
  const isHr = useMe().has(Role.HR)
  const query = useRewards()
  const { archive } = useRewardChanges()
  const [editing, setEditing] = useState<Reward>()
  const [leaving, setLeaving] = useState<Reward>()
  const archiving = t({ id: 'rewards.archive', defaultMessage: 'Take out' })
  const add = isHr && (
    <Button icon={Plus} onPress={() => setEditing(create(RewardSchema, { kind: Kind.EVENT }))}>
      {t({ id: 'rewards.add', defaultMessage: 'Add a reward' })}
    </Button>
  )
  return (
    <Card title={t({ id: 'rewards.catalogue', defaultMessage: 'Catalogue' })} actions={add}>
      <Query query={query} lines={3}>
        {(rewards) =>
          rewards.length === 0 ? (
            <EmptyState icon={Gift} title={t({ id: 'rewards.none', defaultMessage: 'Nothing to choose from yet' })}>
              {t({
                id: 'rewards.noneHint',
                defaultMessage: 'A meal, an outing, a course, a day off: for the whole team.',
              })}
            </EmptyState>
          ) : (
            <List>
              {rewards.map((reward) => (
                <ListRow
                  key={reward.name}
                  actions={
                    isHr && (
                      <>
                        <IconButton
                          size="small"
                          icon={Pencil}
                          label={t(words.edit)}
                          onPress={() => setEditing(reward)}
                        />
                        <IconButton size="small" icon={Archive} label={archiving} onPress={() => setLeaving(reward)} />
                      </>
                    )
                  }
                >
                  <strong>
                    <bdi>{read(reward.title)}</bdi>
                  </strong>
                  <Quiet>
                    {t(kindWords[reward.kind])} · {money(reward.price)}
                  </Quiet>
                  {reward.description && <span dir="auto">{read(reward.description)}</span>}
                </ListRow>
              ))}
            </List>
          )
        }
      </Query>
      {editing && <RewardDialog source={editing} onClose={() => setEditing(undefined)} />}
      <AskFirst
        name={leaving?.name}
        change={archive}
        title={t(
          { id: 'rewards.archiveTitle', defaultMessage: 'Take “{title}” out of the catalogue?' },
          { title: isolate(read(leaving?.title)) },
        )}
        action={archiving}
        onClose={() => setLeaving(undefined)}
      >
        {t({ id: 'rewards.archiveHint', defaultMessage: 'What teams have chosen already stays.' })}
      </AskFirst>
    </Card>
  )
}

function RewardDialog({ source, onClose }: { source: Reward; onClose: () => void }) {
  const t = useText()
  const rewards = useRewards()
  const { save } = useRewardChanges()
  const form = useDraft(RewardSchema, source)
  const { draft, edit } = form
  const broken = brokenRules(save.error, 'reward')
  return (
    <EditDialog
      title={
        source.name
          ? t({ id: 'rewards.edit', defaultMessage: 'Change a reward' })
          : t({ id: 'rewards.add', defaultMessage: 'Add a reward' })
      }
      form={form}
      save={save}
      request={(reward, requestId) => ({ reward, requestId })}
      reload={async () => (await rewards.refetch()).data?.find(({ name }) => name === source.name)}
      resource="reward"
      shown={['title', 'description', 'kind', 'price']}
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
      <LocalizedField
        label={t({ id: 'rewards.more', defaultMessage: 'More about it' })}
        value={draft.description}
        onChange={(description) =>
          edit((next) => {
            next.description = description
          })
        }
        multiline
        rows={3}
        optional
        error={broken.at('description')}
      />
      <Select
        label={t({ id: 'rewards.kind', defaultMessage: 'Kind' })}
        options={kinds.map((kind) => ({ id: String(kind), label: t(kindWords[kind]) }))}
        value={String(draft.kind)}
        onChange={(kind) =>
          edit((next) => {
            next.kind = Number(kind)
          })
        }
        error={broken.at('kind')}
      />
      <MoneyField
        label={t({ id: 'rewards.price', defaultMessage: 'What it costs for the whole team' })}
        value={draft.price}
        onChange={(price) =>
          edit((next) => {
            next.price = price
          })
        }
        error={broken.at('price')}
      />
    </EditDialog>
  )
}
