import { create } from '@bufbuild/protobuf'
import { Plus, X } from 'lucide-react'
import type { Broken } from '@/fields/broken'
import { words } from '@/fields/words'
import { type Audience, type Condition, ConditionGroupSchema } from '@/gen/hamgam/training/v1/audience_pb'
import { useText } from '@/i18n/text'
import { Button, IconButton } from '@/ui/Button'
import { Menu, MenuItem } from '@/ui/Menu'
import styles from './Assignments.module.css'
import { ConditionEditor } from './ConditionEditor'
import { type ConditionKind, conditionKinds, newCondition } from './conditions'

/** Builds the rule that says for whom: everything here, and of each group at least one. */
export function AudienceBuilder({
  audience,
  edit,
  broken,
}: {
  audience: Audience
  edit: (change: (audience: Audience) => void) => void
  broken: Broken
}) {
  const t = useText()
  const isEmpty = audience.allOf.length === 0 && audience.anyOf.length === 0
  return (
    <div className={styles.audience}>
      <p className={styles.sentence}>
        {isEmpty
          ? t({ id: 'assignments.everybody', defaultMessage: 'Everybody who is employed today.' })
          : t({ id: 'assignments.whoever', defaultMessage: 'Whoever …' })}
      </p>
      <Conditions
        conditions={audience.allOf}
        joint={t({ id: 'assignments.and', defaultMessage: 'and' })}
        change={(index, apply) =>
          edit((next) => {
            const own = next.allOf[index]
            if (own) apply(own)
          })
        }
        onRemove={(index) => edit((next) => void next.allOf.splice(index, 1))}
        broken={broken}
        path="audience.all_of"
      />
      {audience.anyOf.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other key
        <div key={at}>
          {(at > 0 || audience.allOf.length > 0) && (
            <Joint>{t({ id: 'assignments.and', defaultMessage: 'and' })}</Joint>
          )}
          <fieldset className={styles.group}>
            <legend className="visually-hidden">
              {t({ id: 'assignments.atLeastOne', defaultMessage: 'at least one of these' })}
            </legend>
            <div className={styles.groupHead}>
              <span>{t({ id: 'assignments.atLeastOne', defaultMessage: 'at least one of these' })}</span>
              <IconButton
                size="small"
                icon={X}
                label={t({ id: 'assignments.removeGroup', defaultMessage: 'Remove the group' })}
                onPress={() => edit((next) => void next.anyOf.splice(at, 1))}
              />
            </div>
            <Conditions
              conditions={group.conditions}
              joint={t({ id: 'assignments.or', defaultMessage: 'or' })}
              change={(index, apply) =>
                edit((next) => {
                  const own = next.anyOf[at]?.conditions[index]
                  if (own) apply(own)
                })
              }
              onRemove={(index) =>
                edit((next) => {
                  next.anyOf[at]?.conditions.splice(index, 1)
                  if (next.anyOf[at]?.conditions.length === 0) next.anyOf.splice(at, 1)
                })
              }
              broken={broken}
              path={`audience.any_of[${at}].conditions`}
            />
            <AddCondition
              label={t({ id: 'assignments.addOr', defaultMessage: 'Add “or”' })}
              onAdd={(kind) => edit((next) => void next.anyOf[at]?.conditions.push(newCondition(kind)))}
            />
          </fieldset>
        </div>
      ))}
      <div className={styles.adders}>
        <AddCondition
          label={t({ id: 'assignments.addCondition', defaultMessage: 'Add a condition' })}
          onAdd={(kind) => edit((next) => void next.allOf.push(newCondition(kind)))}
        />
        <AddCondition
          quiet
          label={t({ id: 'assignments.addGroup', defaultMessage: 'Add a group of alternatives' })}
          onAdd={(kind) =>
            edit((next) => void next.anyOf.push(create(ConditionGroupSchema, { conditions: [newCondition(kind)] })))
          }
        />
      </div>
    </div>
  )
}

const Joint = ({ children }: { children: string }) => <span className={styles.joint}>{children}</span>

function Conditions({
  conditions,
  joint,
  change,
  onRemove,
  broken,
  path,
}: {
  conditions: Condition[]
  joint: string
  change: (index: number, apply: (condition: Condition) => void) => void
  onRemove: (index: number) => void
  broken: Broken
  path: string
}) {
  return conditions.map((condition, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other key
    <div key={index}>
      {index > 0 && <Joint>{joint}</Joint>}
      <ConditionEditor
        condition={condition}
        edit={(apply) => change(index, apply)}
        onRemove={() => onRemove(index)}
        broken={broken}
        path={`${path}[${index}]`}
      />
    </div>
  ))
}

function AddCondition({
  label,
  onAdd,
  quiet,
}: {
  label: string
  onAdd: (kind: ConditionKind) => void
  quiet?: boolean
}) {
  const t = useText()
  return (
    <Menu
      label={label}
      trigger={
        <Button size="small" variant={quiet ? 'quiet' : 'secondary'} icon={Plus}>
          {label || t(words.add)}
        </Button>
      }
    >
      {conditionKinds.map(({ kind, label: text }) => (
        <MenuItem key={kind} onAction={() => onAdd(kind)}>
          {t(text)}
        </MenuItem>
      ))}
    </Menu>
  )
}
