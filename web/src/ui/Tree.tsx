import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tree as AriaTree, Button, Collection, type Key, TreeItem, TreeItemContent } from 'react-aria-components'
import styles from './Tree.module.css'

/** A node of a tree. */
export interface TreeNode {
  id: string
  name: string
  /** What stands at the end of its line. */
  aside?: ReactNode
  href?: string
  children: TreeNode[]
}

/** A tree: arrows move and open, Enter goes there. */
export function Tree({ label, nodes, expanded }: { label: string; nodes: TreeNode[]; expanded?: Iterable<Key> }) {
  const item = (node: TreeNode) => (
    <TreeItem key={node.id} id={node.id} textValue={node.name} href={node.href} className={styles.item}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles.content}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron}>
                <ChevronRight size={16} aria-hidden />
              </Button>
            ) : (
              <span className={styles.leaf} />
            )}
            <span className={styles.label}>
              <bdi>{node.name}</bdi>
            </span>
            {node.aside}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{item}</Collection>
    </TreeItem>
  )
  return (
    <AriaTree aria-label={label} className={styles.tree} items={nodes} defaultExpandedKeys={expanded}>
      {item}
    </AriaTree>
  )
}
