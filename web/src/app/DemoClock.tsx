import { useQueryClient } from '@tanstack/react-query'
import { FastForward, TimerReset } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useAdvanceClock, useDemoClock } from '@/api/demo'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import styles from './DemoClock.module.css'

/** In the demo: what day it is there, and buttons that let days pass. Elsewhere nothing. */
export function DemoClock() {
  const t = useText()
  const format = useFormats()
  const clock = useDemoClock().data
  const advance = useAdvanceClock()
  const queries = useQueryClient()
  const left = clock?.daysLeft ?? 0
  const before = useRef(0)
  useEffect(() => {
    // The days are over: everything on the screen may have changed.
    if (before.current > 0 && left === 0) void queries.invalidateQueries()
    before.current = left
  }, [left, queries])
  if (!clock) return null
  const moving = left > 0 || advance.isPending
  return (
    <section className={styles.clock} aria-label={t({ id: 'shell.demo', defaultMessage: 'Demo clock' })}>
      <span className={styles.title}>
        <TimerReset size={16} aria-hidden />
        {t({ id: 'shell.demoNow', defaultMessage: 'Demo: {day}' }, { day: format.dayOf(clock.now) })}
      </span>
      <span role="status">
        {moving &&
          t(
            { id: 'shell.demoMoving', defaultMessage: '{days, plural, one {# day} other {# days}} to go…' },
            { days: left },
          )}
      </span>
      {!moving && (
        <div className={styles.buttons}>
          <Button size="small" icon={FastForward} iconDirectional onPress={() => advance.mutate(1)}>
            {t({ id: 'shell.demoDay', defaultMessage: '1 day' })}
          </Button>
          <Button size="small" icon={FastForward} iconDirectional onPress={() => advance.mutate(7)}>
            {t({ id: 'shell.demoWeek', defaultMessage: '1 week' })}
          </Button>
        </div>
      )}
    </section>
  )
}
