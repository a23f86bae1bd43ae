import { useState } from 'react'
import { type ImportKind, useUpload } from '@/api/imports'
import { Problems } from '@/fields/Problems'
import type { Import } from '@/gen/hamgam/imports/v1/imports_pb'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Card } from '@/ui/Card'
import { FileDrop } from '@/ui/FileDrop'
import { Progress } from '@/ui/Progress'

/** Goes on with an upload that was broken off: the same file again, from where it stopped. */
export function Resume({ kind, current }: { kind: ImportKind; current: Import }) {
  const t = useText()
  const upload = useUpload(kind)
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState(0)
  const other = file !== undefined && file.name !== current.fileName
  return (
    <Card title={t({ id: 'imports.resume', defaultMessage: 'The upload was broken off' })}>
      <Problems error={upload.error} />
      {other && (
        <Banner tone="warn">
          {t(
            { id: 'imports.otherFile', defaultMessage: 'This is another file. Choose {file} to go on.' },
            { file: current.fileName },
          )}
        </Banner>
      )}
      {upload.isPending && file ? (
        <Progress
          label={t({ id: 'imports.sending', defaultMessage: 'Sending {file}' }, { file: file.name })}
          value={sent}
          max={file.size}
        />
      ) : (
        <FileDrop
          label={t(
            { id: 'imports.resumeDrop', defaultMessage: 'Drop {file} again to go on' },
            { file: current.fileName },
          )}
          accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
          onFile={(chosen) => {
            setFile(chosen)
            if (chosen.name === current.fileName)
              upload.mutate({ file: chosen, name: current.name, onProgress: setSent })
          }}
        />
      )}
    </Card>
  )
}
