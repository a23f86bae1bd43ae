import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Tabs as AriaTabs, type Key, Tab, TabList, TabPanel } from 'react-aria-components'
import { Count } from './Badge'
import styles from './Tabs.module.css'

/** One tab with its panel. */
export interface TabSpec {
  id: string
  label: string
  /** How many things wait behind it. */
  count?: number
  content: ReactNode
}

/** Tabs within a page. Give `selected` and `onSelect` to keep the choice in the address. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string
  tabs: TabSpec[]
  selected?: string
  onSelect?: (id: string) => void
}) {
  const [own, setOwn] = useState(tabs[0]?.id)
  const shown = selected ?? (tabs.some(({ id }) => id === own) ? own : tabs[0]?.id)
  const list = useRef<HTMLDivElement>(null)
  // On a phone the chosen tab may stand outside of what is seen; the page itself stays where it is.
  useEffect(() => {
    // A frame later: the library draws the tabs, and which one is chosen, only after this.
    const frame = requestAnimationFrame(() => {
      const tab = shown === undefined ? null : list.current?.querySelector<HTMLElement>('[data-selected]')
      if (!tab || !list.current) return
      const [inner, outer] = [tab.getBoundingClientRect(), list.current.getBoundingClientRect()]
      list.current.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={shown}
      onSelectionChange={(key: Key) => {
        setOwn(String(key))
        onSelect?.(String(key))
      }}
    >
      <TabList ref={list} aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
            {tab.count !== undefined && <Count value={tab.count} />}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
