import { Plus } from 'lucide-react'
import { Link } from 'react-aria-components'
import { paths } from '@/api/paths'
import type { Curriculum } from '@/gen/hamgam/training/v1/curriculum_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import styles from './Curricula.module.css'

/** The curriculum of a position and a level, or a way to add it. */
export function Cell({ curriculum, name, onAdd }: { curriculum?: Curriculum; name: string; onAdd?: () => void }) {
  const t = useText()
  const read = useLocalized()
  if (curriculum) {
    return (
      <Link href={paths.curriculum(curriculum.name)} className={styles.cell}>
        <span className={styles.cellTitle} dir="auto">
          {read(curriculum.title)}
        </span>
        <span className={styles.cellSub}>
          {t(
            { id: 'curricula.courses', defaultMessage: '{count, plural, one {# course} other {# courses}}' },
            { count: curriculum.steps.length },
          )}
        </span>
      </Link>
    )
  }
  return (
    <IconButton
      size="small"
      icon={Plus}
      label={t({ id: 'curricula.addFor', defaultMessage: 'Add a curriculum: {name}' }, { name })}
      onPress={onAdd}
    />
  )
}
