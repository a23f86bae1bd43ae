import { FileClock, Table2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { type ImportKind, useImports, useUpload } from '@/api/imports'
import { paths } from '@/api/paths'
import { useGo } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { Import } from '@/gen/hamgam/imports/v1/imports_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Card, Grid } from '@/ui/Card'
import { FileDrop } from '@/ui/FileDrop'
import { Page } from '@/ui/Page'
import { Progress } from '@/ui/Progress'
import { More, Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { Tabs } from '@/ui/Tabs'
import { useStateLook } from './words'

/** Where files are dropped, and what came of earlier ones. */
export function ImportsPage() {
  const t = useText()
  return (
    <Page
      title={t({ id: 'imports.title', defaultMessage: 'Imports' })}
      lead={t({
        id: 'imports.lead',
        defaultMessage:
          'Drop a CSV file as it is, with your own column names. Nothing is written before you have seen what would change.',
      })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
    >
      <Grid least="22rem">
        <Drop
          kind="directory"
          title={t({ id: 'imports.directory', defaultMessage: 'People and teams' })}
          subtitle={t({
            id: 'imports.directoryHint',
            defaultMessage: 'One row per person: number, name, team, position …',
          })}
        />
        <Drop
          kind="usage"
          title={t({ id: 'imports.usage', defaultMessage: 'Usage and data quality' })}
          subtitle={t({
            id: 'imports.usageHint',
            defaultMessage: 'One row per act: who, when, what. History of years is welcome.',
          })}
        />
      </Grid>
      <Card title={t({ id: 'imports.earlier', defaultMessage: 'Earlier imports' })}>
        <Tabs
          label={t({ id: 'imports.earlier', defaultMessage: 'Earlier imports' })}
          tabs={[
            {
              id: 'directory',
              label: t({ id: 'imports.directory', defaultMessage: 'People and teams' }),
              content: <Earlier kind="directory" />,
            },
            {
              id: 'usage',
              label: t({ id: 'imports.usage', defaultMessage: 'Usage and data quality' }),
              content: <Earlier kind="usage" />,
            },
          ]}
        />
      </Card>
    </Page>
  )
}

function Drop({ kind, title, subtitle }: { kind: ImportKind; title: string; subtitle: string }) {
  const t = useText()
  const format = useFormats()
  const go = useGo()
  const upload = useUpload(kind)
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState(0)
  const send = (chosen: File) => {
    setFile(chosen)
    setSent(0)
    upload.mutate({ file: chosen, onProgress: setSent }, { onSuccess: (made) => go(paths.import(kind, made.name)) })
  }
  const Icon = kind === 'usage' ? Table2 : UsersRound
  return (
    <Card
      title={
        <>
          <Icon size={19} aria-hidden style={{ verticalAlign: '-0.2em' }} /> {title}
        </>
      }
      subtitle={subtitle}
    >
      <Problems error={upload.error} />
      {upload.isPending && file ? (
        <Progress
          label={t({ id: 'imports.sending', defaultMessage: 'Sending {file}' }, { file: file.name })}
          value={sent}
          max={file.size}
          note={format.percent(file.size ? sent / file.size : 1)}
        />
      ) : (
        <FileDrop
          label={t({ id: 'imports.drop', defaultMessage: 'Drop a CSV file here' })}
          hint={t({ id: 'imports.dropHint', defaultMessage: 'UTF-8, with a header, up to 200 MiB.' })}
          accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
          onFile={send}
        />
      )}
    </Card>
  )
}

function Earlier({ kind }: { kind: ImportKind }) {
  const t = useText()
  const format = useFormats()
  const look = useStateLook()
  const query = useImports(kind)
  return (
    <Query query={query}>
      {({ pages }) => {
        const imports = pages.flatMap((page) => page.imports)
        if (imports.length === 0) {
          return (
            <EmptyState icon={FileClock} title={t({ id: 'imports.none', defaultMessage: 'No file yet' })}>
              {t({
                id: 'imports.noneHint',
                defaultMessage: 'The files that you drop above are listed here, with what came of them.',
              })}
            </EmptyState>
          )
        }
        return (
          <>
            <Table<Import>
              label={t({ id: 'imports.earlier', defaultMessage: 'Earlier imports' })}
              rows={imports}
              rowId={({ name }) => name}
              href={({ name }) => paths.import(kind, name)}
              columns={[
                {
                  id: 'file',
                  name: t({ id: 'imports.file', defaultMessage: 'File' }),
                  cell: (row) => <CellText main={row.fileName} sub={format.instant(row.createTime)} />,
                },
                {
                  id: 'rows',
                  name: t({ id: 'imports.rows', defaultMessage: 'Rows' }),
                  numeric: true,
                  wideOnly: true,
                  cell: (row) => (row.rowsTotal > 0n ? format.number(row.rowsTotal) : '–'),
                },
                {
                  id: 'bad',
                  name: t({ id: 'imports.badRows', defaultMessage: 'Bad rows' }),
                  numeric: true,
                  wideOnly: true,
                  cell: (row) => (row.summary ? format.number(row.summary.badRows) : '–'),
                },
                {
                  id: 'state',
                  name: t(words.state),
                  cell: (row) => <Badge tone={look(row.state).tone}>{look(row.state).text}</Badge>,
                },
              ]}
            />
            <More query={query} />
          </>
        )
      }}
    </Query>
  )
}
