import { create } from '@bufbuild/protobuf'
import { Archive, Gift, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { defineMessages } from 'react-intl'
import { useErrorSentence } from '@/api/errors'
import { newRequestId } from '@/api/names'
import { useRewardChanges, useRewards } from '@/api/rewards'
import { brokenRules } from '@/fields/broken'
import { InLanguages, LanguageSwitch, LocalizedField } from '@/fields/Localized'
import { MoneyField } from '@/fields/MoneyField'
import { useMoney } from '@/fields/money'
import { Problems } from '@/fields/Problems'
import { useDraft } from '@/fields/useDraft'
import { words } from '@/fields/words'
import { RewardKind as Kind, type Reward, RewardSchema } from '@/gen/hamgam/incentives/v1/reward_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, FormActions } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { toast, toastError } from '@/ui/Toast'
import styles from './Rewards.module.css'

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

/** What teams can choose from. */
export function CatalogueTab() {
  const t = useText()
  const read = useLocalized()
  const money = useMoney()
  const sentence = useErrorSentence()
  const query = useRewards()
  const { archive } = useRewardChanges()
  const [editing, setEditing] = useState<Reward>()
  const [leaving, setLeaving] = useState<Reward>()
  const add = (
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
            <div className={styles.list}>
              {rewards.map((reward) => (
                <div key={reward.name} className={styles.row}>
                  <span className={styles.what}>
                    <strong>
                      <bdi>{read(reward.title)}</bdi>
                    </strong>
                    <span className={styles.quiet}>
                      {t(kindWords[reward.kind])} · {money(reward.price)}
                    </span>
                  </span>
                  <span className={styles.buttons}>
                    <IconButton size="small" icon={Pencil} label={t(words.edit)} onPress={() => setEditing(reward)} />
                    <IconButton
                      size="small"
                      icon={Archive}
                      label={t({ id: 'rewards.archive', defaultMessage: 'Take out' })}
                      onPress={() => setLeaving(reward)}
                    />
                  </span>
                </div>
              ))}
            </div>
          )
        }
      </Query>
      {editing && <RewardDialog source={editing} onClose={() => setEditing(undefined)} />}
      <ConfirmDialog
        title={t(
          { id: 'rewards.archiveTitle', defaultMessage: 'Take “{title}” out of the catalogue?' },
          { title: read(leaving?.title) },
        )}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        isPending={archive.isPending}
        confirmLabel={t({ id: 'rewards.archive', defaultMessage: 'Take out' })}
        onConfirm={() =>
          leaving &&
          archive.mutate(leaving.name, {
            onError: (error) => toastError(sentence(error)),
            onSettled: () => setLeaving(undefined),
          })
        }
      >
        <p>{t({ id: 'rewards.archiveHint', defaultMessage: 'What teams have chosen already stays.' })}</p>
      </ConfirmDialog>
    </Card>
  )
}

function RewardDialog({ source, onClose }: { source: Reward; onClose: () => void }) {
  const t = useText()
  const { save } = useRewardChanges()
  const { draft, edit } = useDraft(RewardSchema, source)
  const [requestId] = useState(newRequestId)
  const broken = brokenRules(save.error, 'reward')
  return (
    <Dialog
      title={
        source.name
          ? t({ id: 'rewards.edit', defaultMessage: 'Change a reward' })
          : t({ id: 'rewards.add', defaultMessage: 'Add a reward' })
      }
      isOpen
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(
            { reward: draft, requestId },
            {
              onSuccess: () => {
                toast(t(words.saved))
                onClose()
              },
            },
          )
        }}
      >
        <Problems error={save.error} resource="reward" shown={['title', 'description', 'kind', 'price']} />
        <InLanguages>
          <LanguageSwitch />
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
        </InLanguages>
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
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t(words.save)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
