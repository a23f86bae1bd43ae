import { PartyPopper } from 'lucide-react'
import { useState } from 'react'
import { useFlags } from '@/api/adoption'
import { paths } from '@/api/paths'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { type Flag, FlagState } from '@/gen/hamgam/adoption/v1/flag_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { FindingBadge, StateBadge, useSizeText } from '@/parts/adoption'
import { barrierIcons, useBarrierText } from '@/parts/barriers'
import { useMe } from '@/session/me'
import { Card, CardLink } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import styles from './Flags.module.css'

const states = {
  open: [FlagState.FLAGGED],
  snoozed: [FlagState.SNOOZED],
  cleared: [FlagState.CLEARED],
}

/** Flags: those to review first, those put off, and those that are over. */
export function FlagsPage() {
  const t = useText()
  const { has } = useMe()
  const [shown, setShown] = useState<keyof typeof states>('open')
  const query = useFlags(states[shown])
  return (
    <Page
      title={t({ id: 'flags.title', defaultMessage: 'Flags' })}
      lead={
        has(Role.HR, Role.CHAMPION)
          ? t({
              id: 'flags.lead',
              defaultMessage: 'Teams that are surely behind. You decide what is true, and what is done.',
            })
          : t({
              id: 'flags.leadRead',
              defaultMessage: 'Teams that are surely behind. HR and the champions decide what is done.',
            })
      }
      actions={
        <Segmented
          label={t({ id: 'flags.which', defaultMessage: 'Which' })}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: t({ id: 'flags.open', defaultMessage: 'Open' }) },
            { value: 'snoozed', label: t({ id: 'flags.snoozed', defaultMessage: 'Put off' }) },
            { value: 'cleared', label: t({ id: 'flags.cleared', defaultMessage: 'Cleared' }) },
          ]}
        />
      }
    >
      <Query query={query} lines={4} height="7rem">
        {({ pages }) => {
          const flags = pages.flatMap((page) => page.flags)
          if (flags.length === 0) {
            return (
              <Card>
                <EmptyState icon={PartyPopper} title={t({ id: 'flags.none', defaultMessage: 'No flags here' })}>
                  {t({
                    id: 'flags.noneHint',
                    defaultMessage:
                      'A flag comes when a team is below two thirds of its peers with at least 93 % certainty.',
                  })}
                </EmptyState>
              </Card>
            )
          }
          return (
            <div className={styles.list}>
              {flags.map((flag) => (
                <FlagCard key={flag.name} flag={flag} />
              ))}
              <More query={query} />
            </div>
          )
        }}
      </Query>
    </Page>
  )
}

function FlagCard({ flag }: { flag: Flag }) {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const barrier = useBarrierText()
  const size = useSizeText()
  const cause = flag.barrier || flag.proposedBarrier
  const Icon = barrierIcons[cause]
  return (
    <CardLink href={paths.flag(flag.name)}>
      <div className={styles.card}>
        <div className={styles.head}>
          <h2 dir="auto">{flag.teamDisplayName}</h2>
          <FindingBadge finding={flag.finding} />
          {flag.state !== FlagState.FLAGGED && <StateBadge state={flag.state} ofFlag />}
        </div>
        <div className={styles.aside}>
          <span className={styles.index}>{format.number(flag.index)}</span>
          <span className={styles.indexLabel}>{t({ id: 'teams.index', defaultMessage: 'Adoption index' })}</span>
        </div>
        <p className={styles.sentence}>{localized(flag.sentence)}</p>
        <span />
        <div className={styles.meta}>
          <span className={styles.cause}>
            <Icon size={16} aria-hidden />
            {flag.barrier
              ? barrier.name(flag.barrier)
              : t({ id: 'flags.probably', defaultMessage: 'Probably: {barrier}' }, { barrier: barrier.name(cause) })}
          </span>
          <span>{size(flag.sizeBand)}</span>
          <span>{t({ id: 'flags.since', defaultMessage: 'since {day}' }, { day: format.day(flag.raisedDay) })}</span>
          {flag.snoozedUntil && (
            <span>
              {t({ id: 'flags.until', defaultMessage: 'until {day}' }, { day: format.day(flag.snoozedUntil) })}
            </span>
          )}
        </div>
      </div>
    </CardLink>
  )
}
