import { Armchair, Flag, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useComposition } from '@/api/committees'
import type { Committee, Composition, TeamSeat } from '@/gen/hamgam/feedback/v1/committee_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Bars } from '@/ui/charts/Bars'
import { cx } from '@/ui/cx'
import { Query } from '@/ui/Query'
import styles from './Committees.module.css'
import { AddMemberDialog } from './MemberDialog'

const mostSeats = 8

/** Who sits in the committee against the teams concerned; teams with low adoption and no seat stand out. */
export function CompositionCard({ committee, mayEdit }: { committee: Committee; mayEdit: boolean }) {
  const t = useText()
  const query = useComposition(committee.name)
  const [team, setTeam] = useState<string>()
  return (
    <Card
      title={t({ id: 'committees.composition', defaultMessage: 'Who speaks for which team' })}
      subtitle={t({
        id: 'committees.compositionHint',
        defaultMessage: 'Each seat is a member from the team or from one below it.',
      })}
    >
      <Query query={query} lines={4}>
        {(composition) => (
          <>
            <Verdict composition={composition} />
            <ul className={styles.seats}>
              {composition.teams.map((seat) => (
                <Seat key={seat.team} seat={seat} onFill={mayEdit ? () => setTeam(seat.team) : undefined} />
              ))}
            </ul>
            <Positions composition={composition} />
          </>
        )}
      </Query>
      {team !== undefined && (
        <AddMemberDialog
          committee={committee.name}
          team={team}
          teams={committee.teams}
          onClose={() => setTeam(undefined)}
        />
      )}
    </Card>
  )
}

function Verdict({ composition }: { composition: Composition }) {
  const t = useText()
  if (!composition.flagsKnown) {
    return (
      <Banner tone="warn">
        {t({
          id: 'committees.flagsUnknown',
          defaultMessage: 'Adoption could not be asked just now: which teams are flagged is not known.',
        })}
      </Banner>
    )
  }
  return composition.unrepresentedFlaggedTeams > 0 ? (
    <Banner
      tone="warn"
      title={t(
        {
          id: 'committees.unrepresented',
          defaultMessage:
            '{count, plural, one {# team with low adoption has nobody here} other {# teams with low adoption have nobody here}}',
        },
        { count: composition.unrepresentedFlaggedTeams },
      )}
    >
      {t({
        id: 'committees.unrepresentedHint',
        defaultMessage: 'Those who struggle most know best what stands in the way. Give them a seat.',
      })}
    </Banner>
  ) : (
    <Banner tone="good">
      {t({ id: 'committees.represented', defaultMessage: 'Every team with low adoption has somebody here.' })}
    </Banner>
  )
}

function Seat({ seat, onFill }: { seat: TeamSeat; onFill?: () => void }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const missing = seat.flagged && seat.members === 0
  return (
    <li className={cx(styles.seat, missing && styles.seatMissing)}>
      <div className={styles.seatName}>
        <strong>
          <bdi>{seat.displayName}</bdi>
        </strong>
        {seat.flagged && (
          <Badge tone={missing ? 'bad' : 'warn'} icon={Flag}>
            {t({ id: 'committees.lowAdoption', defaultMessage: 'Low adoption' })}
          </Badge>
        )}
        {seat.concerned && <Badge>{t({ id: 'committees.isConcerned', defaultMessage: 'Concerned' })}</Badge>}
      </div>
      <div className={styles.seatCount}>
        <span aria-hidden className={styles.chairs}>
          {seat.members === 0 ? (
            <Armchair size={18} className={styles.chairEmpty} />
          ) : (
            Array.from({ length: Math.min(mostSeats, seat.members) }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
              <Armchair key={index} size={18} />
            ))
          )}
          {seat.members > mostSeats && `+${format.number(seat.members - mostSeats)}`}
        </span>
        <span>
          {t(
            {
              id: 'committees.seats',
              defaultMessage: '{count, plural, =0 {nobody} one {# member} other {# members}}',
            },
            { count: seat.members },
          )}
        </span>
      </div>
      {missing && (
        <div className={styles.seatWhy}>
          {seat.sentence && <p>{read(seat.sentence)}</p>}
          {onFill && (
            <Button size="small" icon={UserPlus} onPress={onFill}>
              {t({ id: 'committees.fill', defaultMessage: 'Find somebody of this team' })}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function Positions({ composition: { positions, membersFromElsewhere } }: { composition: Composition }) {
  const t = useText()
  const format = useFormats()
  const most = Math.max(1, ...positions.map(({ members }) => members))
  return (
    <>
      {positions.length > 0 && (
        <section className={styles.part}>
          <h3>{t({ id: 'committees.byPosition', defaultMessage: 'By position' })}</h3>
          <Bars
            label={t({ id: 'committees.byPosition', defaultMessage: 'By position' })}
            bars={positions.map(({ position, displayName, members }) => ({
              id: position,
              name: displayName,
              part: members / most,
              value: format.number(members),
            }))}
          />
        </section>
      )}
      {membersFromElsewhere > 0 && (
        <p className={styles.quiet}>
          {t(
            {
              id: 'committees.elsewhere',
              defaultMessage:
                '{count, plural, one {# member comes} other {# members come}} from a team that is not concerned.',
            },
            { count: membersFromElsewhere },
          )}
        </p>
      )}
    </>
  )
}
