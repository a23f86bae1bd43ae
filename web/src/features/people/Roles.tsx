import { create } from '@bufbuild/protobuf'
import { useState } from 'react'
import { usePersonChanges } from '@/api/people'
import { brokenRules } from '@/fields/broken'
import { Many } from '@/fields/Many'
import { labelOf, useTeamOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Person, type RoleGrant, RoleGrantSchema } from '@/gen/hamgam/identity/v1/person_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { useRoleText } from '@/session/roles'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Checkbox } from '@/ui/Field'
import { toast } from '@/ui/Toast'
import styles from './People.module.css'

const roles = [Role.ADMIN, Role.HR, Role.TRAINER, Role.CHAMPION, Role.SPONSOR] as const

/** What a person may do in Hamgam. Administrators change it; the others see it. */
export function Roles({ person }: { person: Person }) {
  const t = useText()
  const format = useFormats()
  const { has } = useMe()
  const roleText = useRoleText()
  const teams = useTeamOptions()
  const { setRoles } = usePersonChanges()
  const [grants, setGrants] = useState<RoleGrant[]>(person.roles)
  const meanings: Record<(typeof roles)[number], string> = {
    [Role.ADMIN]: t({
      id: 'people.role.admin',
      defaultMessage: 'Connects the directory and the applications, sets the calendar, gives roles.',
    }),
    [Role.HR]: t({
      id: 'people.role.hr',
      defaultMessage: 'Reviews flags, edits playbooks and assigns curricula for all.',
    }),
    [Role.TRAINER]: t({ id: 'people.role.trainer', defaultMessage: 'Writes courses and curricula, and assigns them.' }),
    [Role.CHAMPION]: t({ id: 'people.role.champion', defaultMessage: 'Looks after the adoption of some teams.' }),
    [Role.SPONSOR]: t({ id: 'people.role.sponsor', defaultMessage: 'Sees goals and figures of teams.' }),
  }
  if (!has(Role.ADMIN)) {
    return (
      <Card
        title={t({ id: 'people.roles', defaultMessage: 'Roles' })}
        subtitle={t({ id: 'people.rolesAdmin', defaultMessage: 'Administrators give and take them.' })}
      >
        <div className={styles.badges}>
          {person.roles.length === 0 && <Badge>{roleText(Role.MEMBER)}</Badge>}
          {person.roles.map(({ role, teams: scope }) => (
            <Badge key={role} tone="brand">
              {roleText(role)}
              {scope.length > 0 && `: ${format.list(scope.map((team) => labelOf(teams, team)))}`}
            </Badge>
          ))}
        </div>
      </Card>
    )
  }
  const broken = brokenRules(setRoles.error)
  const champion = grants.findIndex(({ role }) => role === Role.CHAMPION)
  return (
    <Card
      title={t({ id: 'people.roles', defaultMessage: 'Roles' })}
      subtitle={t({
        id: 'people.rolesHint',
        defaultMessage: 'Everybody can learn and see what is held about them. These are given on top.',
      })}
    >
      <Problems error={setRoles.error} shown={['roles']} />
      {broken.at('roles') && champion < 0 && (
        <p className={styles.wrong} role="alert">
          {broken.at('roles')}
        </p>
      )}
      <div className={styles.roles}>
        {roles.map((role) => {
          const held = grants.some((grant) => grant.role === role)
          return (
            <div key={role} className={styles.role}>
              <Checkbox
                isSelected={held}
                onChange={(on) =>
                  setGrants(
                    on ? [...grants, create(RoleGrantSchema, { role })] : grants.filter((grant) => grant.role !== role),
                  )
                }
              >
                <strong>{roleText(role)}</strong>
                <span className={styles.sub}>{meanings[role]}</span>
              </Checkbox>
              {role === Role.CHAMPION && held && (
                <Many
                  label={t({ id: 'people.scope', defaultMessage: 'Of these teams and the teams below them' })}
                  options={teams}
                  values={grants[champion]?.teams ?? []}
                  onChange={(scope) =>
                    setGrants(
                      grants.map((grant) =>
                        grant.role === role ? create(RoleGrantSchema, { role, teams: scope }) : grant,
                      ),
                    )
                  }
                  error={broken.at('roles')}
                />
              )}
            </div>
          )
        })}
      </div>
      <div>
        <Button
          variant="primary"
          isPending={setRoles.isPending}
          onPress={() =>
            setRoles.mutate({ name: person.name, roles: grants }, { onSuccess: () => toast(t(words.saved)) })
          }
        >
          {t({ id: 'people.saveRoles', defaultMessage: 'Save the roles' })}
        </Button>
      </div>
    </Card>
  )
}
