import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type ImportKind, isAtWork, useImport, useImportSteps } from '@/api/imports'
import { paths } from '@/api/paths'
import { useId } from '@/fields/go'
import { Problems } from '@/fields/Problems'
import { type Import, ImportState } from '@/gen/hamgam/imports/v1/imports_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Progress, Stepper } from '@/ui/Progress'
import { Query } from '@/ui/Query'
import { BadRows } from './BadRows'
import { Mapping } from './Mapping'
import { Resume } from './Resume'
import { Summary } from './Summary'
import { useStateLook } from './words'

const steps: Record<ImportState, number> = {
  [ImportState.UNSPECIFIED]: 0,
  [ImportState.UPLOADING]: 0,
  [ImportState.READY]: 1,
  [ImportState.CHECKING]: 2,
  [ImportState.CHECKED]: 2,
  [ImportState.APPLYING]: 3,
  [ImportState.DONE]: 4,
  [ImportState.FAILED]: 1,
}

/** One import from its file to its result. */
export function ImportPage() {
  const { organization } = useMe()
  const { kind: given } = useParams({ strict: false }) as { kind?: string }
  const kind: ImportKind = given === 'usage' ? 'usage' : 'directory'
  const query = useImport(kind, `${organization}/imports/${useId('import')}`)
  const t = useText()
  const look = useStateLook()
  return (
    <Page
      title={query.data?.fileName ?? t({ id: 'imports.one', defaultMessage: 'Import' })}
      back={{ href: paths.imports, label: t({ id: 'imports.title', defaultMessage: 'Imports' }) }}
      badge={query.data && <Badge tone={look(query.data.state).tone}>{look(query.data.state).text}</Badge>}
    >
      <Query query={query}>{(current) => <Steps key={current.name} kind={kind} current={current} />}</Query>
    </Page>
  )
}

function Steps({ kind, current }: { kind: ImportKind; current: Import }) {
  const t = useText()
  const { preview, apply } = useImportSteps(kind, current.name)
  const [remap, setRemap] = useState(false)
  const atWork = isAtWork(current.state) || preview.isPending || apply.isPending
  const canMap = current.columns.length > 0 && !atWork && current.state !== ImportState.DONE
  const mapping = canMap && (remap || current.state !== ImportState.CHECKED)
  return (
    <>
      <Stepper
        label={t({ id: 'imports.steps', defaultMessage: 'Steps' })}
        current={remap ? 1 : steps[current.state]}
        steps={[
          t({ id: 'imports.step.upload', defaultMessage: 'Upload' }),
          t({ id: 'imports.step.match', defaultMessage: 'Match columns' }),
          t({ id: 'imports.step.check', defaultMessage: 'See what would change' }),
          t({ id: 'imports.step.write', defaultMessage: 'Write' }),
        ]}
      />
      <Problems error={preview.error ?? apply.error} shown={['mapping']} />
      {current.state === ImportState.UPLOADING && <Resume kind={kind} current={current} />}
      {current.state === ImportState.FAILED && (
        <Banner tone="bad" title={t({ id: 'imports.failed', defaultMessage: 'Nothing was written' })}>
          {t({
            id: 'imports.failedHint',
            defaultMessage:
              'The reason stands below. Mend the file and drop it again, or match the columns differently.',
          })}
        </Banner>
      )}
      {atWork && <AtWork current={current} />}
      {!atWork && !mapping && current.state === ImportState.CHECKED && (
        <Decide
          current={current}
          isPending={apply.isPending}
          onApply={(skipInvalid) => apply.mutate(skipInvalid)}
          onRemap={() => setRemap(true)}
        />
      )}
      {current.state === ImportState.DONE && <Done kind={kind} current={current} />}
      {!atWork && !mapping && current.summary && (
        <Summary summary={current.summary} done={current.state === ImportState.DONE} />
      )}
      {!atWork && <BadRows current={current} kind={kind} />}
      {mapping && (
        <Mapping
          kind={kind}
          current={current}
          error={preview.error}
          onCheck={(chosen) => preview.mutate(chosen, { onSuccess: () => setRemap(false) })}
        />
      )}
    </>
  )
}

function AtWork({ current }: { current: Import }) {
  const t = useText()
  const format = useFormats()
  const total = Number(current.rowsTotal)
  const done = Number(current.rowsDone)
  return (
    <Card>
      <Progress
        label={
          current.state === ImportState.APPLYING
            ? t({ id: 'imports.applying', defaultMessage: 'Writing the changes' })
            : t({ id: 'imports.checking', defaultMessage: 'Reading the file to see what would change' })
        }
        value={total > 0 ? done : undefined}
        max={total}
        note={
          total > 0
            ? t(
                { id: 'imports.rowsOf', defaultMessage: '{done} of {total} rows' },
                { done: format.number(done), total: format.number(total) },
              )
            : undefined
        }
      />
      <p>{t({ id: 'imports.leaveHint', defaultMessage: 'You can leave this page; it goes on by itself.' })}</p>
    </Card>
  )
}

function Decide({
  current,
  isPending,
  onApply,
  onRemap,
}: {
  current: Import
  isPending: boolean
  onApply: (skipInvalid: boolean) => void
  onRemap: () => void
}) {
  const t = useText()
  const bad = Number(current.summary?.badRows ?? 0n)
  const changes = (current.summary?.counts ?? []).some(({ created, updated }) => created > 0n || updated > 0n)
  return (
    <Card
      title={
        bad > 0
          ? t(
              {
                id: 'imports.decideBad',
                defaultMessage: '{bad, plural, one {# row breaks a rule} other {# rows break a rule}}',
              },
              { bad },
            )
          : changes
            ? t({ id: 'imports.decideGood', defaultMessage: 'The file is in order' })
            : t({ id: 'imports.decideNothing', defaultMessage: 'Everything is as the file says already' })
      }
      subtitle={
        bad > 0
          ? t({
              id: 'imports.decideBadHint',
              defaultMessage: 'Mend them in the file and drop it again, or write the other rows and leave these out.',
            })
          : t({
              id: 'imports.decideHint',
              defaultMessage: 'Nothing has been written yet. The same file again would change nothing more.',
            })
      }
      actions={
        <>
          <Button variant="quiet" onPress={onRemap}>
            {t({ id: 'imports.rematch', defaultMessage: 'Match columns again' })}
          </Button>
          <Button variant={bad > 0 ? 'secondary' : 'primary'} isPending={isPending} onPress={() => onApply(bad > 0)}>
            {bad > 0
              ? t({ id: 'imports.applyOthers', defaultMessage: 'Write without the bad rows' })
              : t({ id: 'imports.apply', defaultMessage: 'Write the changes' })}
          </Button>
        </>
      }
    />
  )
}

function Done({ kind, current }: { kind: ImportKind; current: Import }) {
  const t = useText()
  return (
    <Banner tone="good" title={t({ id: 'imports.done', defaultMessage: 'Everything is written' })}>
      <p>
        {kind === 'usage'
          ? t({
              id: 'imports.doneUsage',
              defaultMessage: 'Evaluate the days now to see teams and flags at once, or wait for tonight.',
            })
          : t({
              id: 'imports.doneDirectory',
              defaultMessage: 'People and teams are in place. Usage of them can be imported next.',
            })}
      </p>
      <p>
        <ButtonLink
          size="small"
          href={kind === 'usage' ? paths.evaluation : paths.people}
          aria-describedby={current.name}
        >
          {kind === 'usage'
            ? t({ id: 'imports.toEvaluation', defaultMessage: 'To the evaluation' })
            : t({ id: 'imports.toPeople', defaultMessage: 'To the people' })}
        </ButtonLink>
      </p>
    </Banner>
  )
}
