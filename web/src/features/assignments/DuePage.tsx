import { useState } from 'react'
import { paths } from '@/api/paths'
import { useTeamOptions } from '@/fields/options'
import { words } from '@/fields/words'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'
import { ComboBox } from '@/ui/Select'
import styles from './Assignments.module.css'
import { DueList } from './DueList'

/** Who has something to complete: of everybody for whoever trains, of the own people for a manager. */
export function DuePage() {
  return useMe().has(Role.HR, Role.TRAINER) ? <Everybody /> : <OwnPeople />
}

function OwnPeople() {
  const t = useText()
  return (
    <Page
      title={t({ id: 'assignments.ownOverdue', defaultMessage: 'Your people who are overdue' })}
      lead={t({
        id: 'assignments.ownOverdueLead',
        defaultMessage: 'Those whom you manage. Ask what is missing: time, or help?',
      })}
    >
      <Card flush>
        <DueList filter={{ overdue: true }} />
      </Card>
    </Page>
  )
}

function Everybody() {
  const t = useText()
  const teams = useTeamOptions()
  const [team, setTeam] = useState('')
  const [which, setWhich] = useState<'all' | 'overdue'>('all')
  return (
    <Page
      title={t({ id: 'assignments.whoIsDue', defaultMessage: 'Who is due' })}
      lead={t({ id: 'assignments.dueLead', defaultMessage: 'For whoever follows up. Reminders go out by themselves.' })}
      back={{ href: paths.assignments, label: t({ id: 'assignments.title', defaultMessage: 'Assignments' }) }}
    >
      <div className={styles.filters}>
        <ComboBox
          label={t(words.team)}
          placeholder={t(words.any)}
          options={teams}
          value={team || null}
          onChange={(chosen) => setTeam(chosen ?? '')}
        />
        <Segmented
          label={t(words.state)}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all', label: t({ id: 'assignments.allDue', defaultMessage: 'All' }) },
            { value: 'overdue', label: t({ id: 'assignments.overdue', defaultMessage: 'Overdue' }) },
          ]}
        />
      </div>
      <Card flush>
        <DueList filter={{ team, overdue: which === 'overdue' }} />
      </Card>
    </Page>
  )
}
