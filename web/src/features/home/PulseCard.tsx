import { ChevronRight, HeartPulse } from 'lucide-react'
import { Link } from 'react-aria-components'
import { paths } from '@/api/paths'
import { useMyPulses } from '@/api/pulses'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Card } from '@/ui/Card'
import styles from './Home.module.css'

/** What the person is asked; nothing stands here while nothing is. */
export function PulseCard() {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const { data } = useMyPulses()
  if (!data || data.pulses.length === 0) return null
  return (
    <Card title={t({ id: 'home.asked', defaultMessage: 'You are asked' })}>
      {data.pulses.map((pulse) => (
        <Link key={pulse.name} href={paths.answerPulse(pulse.name)} className={styles.pulse}>
          <HeartPulse size={20} aria-hidden />
          <span>
            <strong dir="auto">{read(pulse.title)}</strong>
            <span className={styles.sub}>
              {t(
                {
                  id: 'home.askedHint',
                  defaultMessage: '{count, plural, one {# question} other {# questions}}, until {day}',
                },
                { count: pulse.questions.length, day: format.day(pulse.closeDay) },
              )}
            </span>
          </span>
          <ChevronRight size={18} aria-hidden className={styles.pulseGo} />
        </Link>
      ))}
    </Card>
  )
}
