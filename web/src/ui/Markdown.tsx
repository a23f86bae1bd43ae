import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { useMemo } from 'react'
import styles from './Markdown.module.css'

/** Turns Markdown into HTML: raw HTML comes out as text, and only http(s), mailto and relative addresses stay. */
export function toHtml(source: string): string {
  const html = micromark(source, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: false,
    allowDangerousProtocol: false,
  })
  return html
    .replaceAll(/<(p|h[1-6]|ul|ol|table)>/g, '<$1 dir="auto">')
    .replaceAll(/<a href="(https?:[^"]*)">/g, '<a href="$1" target="_blank" rel="noopener noreferrer">')
}

/** Text in Markdown. Each paragraph finds its own direction, so Persian with English terms reads right. */
export function Markdown({ source, dir }: { source: string; dir?: 'ltr' | 'rtl' | 'auto' }) {
  const html = useMemo(() => toHtml(source), [source])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes all HTML of the source and refuses other protocols
  return <div className={styles.markdown} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />
}
