import type { ReactNode } from 'react'
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
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={selected}
      onSelectionChange={onSelect && ((key: Key) => onSelect(String(key)))}
    >
      <TabList aria-label={label} className={styles.list}>
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
