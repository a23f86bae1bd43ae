import { PartyPopper } from 'lucide-react'
import { Link } from 'react-aria-components'
import { useFlags } from '@/api/adoption'
import { paths } from '@/api/paths'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { FindingBadge } from '@/parts/adoption'
import { useBarrierText } from '@/parts/barriers'
import { Badge } from '@/ui/Badge'
import { ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Home.module.css'

/** The newest flags that wait for somebody. */
export function FlagsCard() {
  const t = useText()
  const format = useFormats()
  const localized = useLocalized()
  const barrier = useBarrierText()
  const query = useFlags()
  return (
    <Card
      title={t({ id: 'home.flags', defaultMessage: 'Somebody should look' })}
      actions={
        <ButtonLink size="small" variant="soft" href={paths.flags}>
          {t({ id: 'home.allFlags', defaultMessage: 'All flags' })}
        </ButtonLink>
      }
    >
      <Query query={query} lines={3}>
        {({ pages }) => {
          const flags = pages.flatMap((page) => page.flags).slice(0, 4)
          return flags.length === 0 ? (
            <EmptyState
              icon={PartyPopper}
              title={t({ id: 'home.noFlags', defaultMessage: 'No team is surely behind' })}
            />
          ) : (
            <div>
              {flags.map((flag) => (
                <Link key={flag.name} href={paths.flag(flag.name)} className={styles.flag}>
                  <span className={styles.flagHead}>
                    <strong dir="auto">{flag.teamDisplayName}</strong>
                    <FindingBadge finding={flag.finding} />
                    <Badge>{barrier.name(flag.barrier || flag.proposedBarrier)}</Badge>
                  </span>
                  <span className={styles.flagIndex}>{format.number(flag.index)}</span>
                  <span className={styles.flagSentence}>{localized(flag.sentence)}</span>
                </Link>
              ))}
            </div>
          )
        }}
      </Query>
    </Card>
  )
}
