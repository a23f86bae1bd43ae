import { UsersRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useErrorText } from '@/api/errors'
import { usePulseAudienceCount } from '@/api/pulses'
import type { PulseAudience } from '@/gen/hamgam/feedback/v1/pulse_pb'
import { useText } from '@/i18n/text'
import styles from './Pulses.module.css'

/** How many people would be asked right now. It asks when the rule has rested for a moment. */
export function AudienceCount({ audience }: { audience: PulseAudience }) {
  const t = useText()
  const errorText = useErrorText()
  const [rested, setRested] = useState(audience)
  useEffect(() => {
    const timer = setTimeout(() => setRested(audience), 350)
    return () => clearTimeout(timer)
  }, [audience])
  const { data, error } = usePulseAudienceCount(rested)
  return (
    <p role="status" className={styles.count}>
      <UsersRound size={18} aria-hidden />
      {data
        ? t(
            {
              id: 'pulses.wouldAsk',
              defaultMessage:
                '{count, plural, =0 {Nobody matches now} one {# person matches now} other {# people match now}}{spared, plural, =0 {.} one {; # of them was asked a short while ago and would be spared.} other {; # of them were asked a short while ago and would be spared.}}',
            },
            { count: data.matching, spared: data.spared },
          )
        : error
          ? errorText(error).title
          : t({ id: 'pulses.counting', defaultMessage: 'Counting …' })}
    </p>
  )
}
