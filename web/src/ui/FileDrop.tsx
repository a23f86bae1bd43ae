import { FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { useText } from '@/i18n/text'
import { Button } from './Button'
import styles from './FileDrop.module.css'

/** Takes one file, dropped, pasted or chosen. */
export function FileDrop({
  label,
  hint,
  accept,
  onFile,
}: {
  label: string
  hint?: ReactNode
  accept: string[]
  onFile: (file: File) => void
}) {
  const t = useText()
  return (
    <DropZone
      // The library has no Persian of its own.
      aria-label={t({ id: 'ui.dropFile', defaultMessage: 'Drop a file here' })}
      className={styles.drop}
      onDrop={async (event) => {
        const item = event.items.find((item) => item.kind === 'file')
        if (item?.kind === 'file') onFile(await item.getFile())
      }}
    >
      <FileUp size={28} aria-hidden />
      <Text slot="label">{label}</Text>
      {hint && <small>{hint}</small>}
      <FileTrigger
        acceptedFileTypes={accept}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) onFile(file)
        }}
      >
        <Button variant="soft">{t({ id: 'ui.chooseFile', defaultMessage: 'Choose a file' })}</Button>
      </FileTrigger>
    </DropZone>
  )
}
