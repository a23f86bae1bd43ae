import { X } from 'lucide-react'
import { words } from '@/fields/words'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import styles from './Applications.module.css'

/** One core task, with a button that takes it away. */
export function TaskTag({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useText()
  return (
    <li className={styles.task}>
      <span dir="auto">{label}</span>
      <IconButton size="small" icon={X} label={`${t(words.remove)}: ${label}`} onPress={onRemove} />
    </li>
  )
}
