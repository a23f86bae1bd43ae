import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { useMemo } from 'react'
import styles from './Markdown.module.css'

/** A number of a list at the beginning of a line, in Persian or Arabic digits. */
const numbered = /^(\s{0,3})([٠-٩۰-۹]{1,9})([.)]\s)/gm

/** Markdown knows numbered lists by Latin digits alone; those who write in Persian or Arabic number theirs otherwise. */
function withLatinNumbers(source: string): string {
  return source.replaceAll(
    numbered,
    (_, indent: string, digits: string, end: string) =>
      indent + Array.from(digits, (digit) => ((digit.codePointAt(0) ?? 0) - 0x660) % 0x90).join('') + end,
  )
}

/** Turns Markdown into HTML: raw HTML comes out as text, and only http(s), mailto and relative addresses stay. */
export function toHtml(source: string): string {
  const html = micromark(withLatinNumbers(source), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: false,
    allowDangerousProtocol: false,
  })
  return html
    .replaceAll(/<(p|h[1-6]|ul|ol|table)((?: start="\d+")?)>/g, '<$1$2 dir="auto">')
    .replaceAll(/<a href="(https?:[^"]*)">/g, '<a href="$1" target="_blank" rel="noopener noreferrer">')
}

/** Text in Markdown. Each paragraph finds its own direction, so Persian with English terms reads right. */
export function Markdown({ source, dir }: { source: string; dir?: 'ltr' | 'rtl' | 'auto' }) {
  const html = useMemo(() => toHtml(source), [source])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes all HTML of the source and refuses other protocols
  return <div className={styles.markdown} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />
}
