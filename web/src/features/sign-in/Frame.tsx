import type { ReactNode } from 'react'
import { useReading } from '@/i18n/LocaleProvider'
import { type LanguageCode, languageNames, usual } from '@/i18n/locale'
import { useText } from '@/i18n/text'
import { Logo } from '@/ui/Logo'
import { Segmented } from '@/ui/Segmented'
import styles from './SignIn.module.css'

/** Lines that come from everywhere and fall into step: what the product is for, drawn. */
function Steps() {
  const lines = Array.from({ length: 15 }, (_, index) => {
    const start = 40 + index * 52
    const scatter = Math.sin(index * 2.4) * 120
    const end = 190 + index * 26
    const path = `M-20 ${start + scatter} C 240 ${start - scatter * 1.5}, 330 ${end + scatter * 0.55}, 560 ${end} S 900 ${end - 40}, 1020 ${end - 70}`
    return { path, index }
  })
  return (
    <svg viewBox="0 0 1000 800" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id="step" x1="0" x2="1">
          <stop offset="0" stopColor="#7fc7c3" stopOpacity="0.15" />
          <stop offset="0.55" stopColor="#7fc7c3" stopOpacity="0.55" />
          <stop offset="1" stopColor="#aee4de" stopOpacity="0.9" />
        </linearGradient>
      </defs>
      <g fill="none" strokeWidth="3" strokeLinecap="round">
        {lines.map(({ path, index }) => (
          <path
            key={index}
            d={path}
            stroke={index === 9 ? '#f4b53f' : 'url(#step)'}
            strokeWidth={index === 9 ? 4.5 : 2.5}
          />
        ))}
      </g>
    </svg>
  )
}

/** What surrounds the pages for whoever is not signed in. */
export function Frame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useText()
  const { reading, setReading } = useReading()
  return (
    <div className={styles.screen}>
      <title>{`${title} · Hamgam`}</title>
      <main className={styles.panel}>
        <div className={styles.brand}>
          <span className={styles.brandName}>
            <Logo />
            {t({ id: 'shell.name', defaultMessage: 'Hamgam' })}
          </span>
          <Segmented<LanguageCode>
            label={t({ id: 'shell.language', defaultMessage: 'Language' })}
            value={reading.language}
            onChange={(language) => setReading(usual(language))}
            options={(['en', 'fa', 'ar'] as const).map((value) => ({ value, label: languageNames[value] }))}
          />
        </div>
        <div className={styles.body}>
          <header>
            <h1>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </header>
          {children}
        </div>
        <span />
      </main>
      <aside className={styles.art}>
        <Steps />
        <p className={styles.claim}>
          {t({ id: 'signIn.claim', defaultMessage: 'New software works when people walk in step.' })}
        </p>
        <p className={styles.claimNote}>
          {t({
            id: 'signIn.claimNote',
            defaultMessage:
              'See which teams fall behind, understand why, help them, and prove that it helped. Without watching anyone.',
          })}
        </p>
      </aside>
    </div>
  )
}
