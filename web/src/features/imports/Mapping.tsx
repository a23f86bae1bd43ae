import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ImportKind } from '@/api/imports'
import { brokenRules } from '@/fields/broken'
import { useApplicationOptions } from '@/fields/options'
import type { Import } from '@/gen/hamgam/imports/v1/imports_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { TextField } from '@/ui/Field'
import { Select } from '@/ui/Select'
import styles from './Imports.module.css'
import { Sample } from './Sample'
import { fieldsOf, type ImportField } from './words'

/** Which column or value each field gets. */
interface Chosen {
  columns: Record<string, string>
  constants: Record<string, string>
}

/** A value that was left empty is the same as none. */
function withoutEmpty({ columns, constants }: Chosen): Chosen {
  return {
    columns,
    constants: Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== '')),
  }
}

const none = 'none:'
const constant = 'constant:'
const column = (name: string) => `column:${name}`

/** Says which column of the file holds what; the server has guessed already, or remembers it from the last such file. */
export function Mapping({
  kind,
  current,
  error,
  onCheck,
}: {
  kind: ImportKind
  current: Import
  error: unknown
  onCheck: (mapping: Chosen) => void
}) {
  const t = useText()
  const format = useFormats()
  const [chosen, setChosen] = useState<Chosen>(() => ({
    columns: { ...current.mapping?.columns },
    constants: { ...current.mapping?.constants },
  }))
  const [shown, setShown] = useState<'some' | 'all'>('some')
  const [only, another] = useApplicationOptions()
  useEffect(() => {
    // Where one application is tracked, there is nothing to choose.
    if (kind !== 'usage' || !only || another) return
    setChosen((now) =>
      now.constants.application ? now : { ...now, constants: { ...now.constants, application: only.id } },
    )
  }, [kind, only, another])
  const fields = fieldsOf(kind)
  const isSet = ({ key }: ImportField) => key in chosen.columns || Boolean(chosen.constants[key]?.trim())
  const quality = ['complete', 'incomplete', 'duplicate', 'corrected'].some((key) => key in chosen.columns)
  const isNeeded = (field: ImportField) =>
    Boolean(field.needed) &&
    !(quality && (field.key === 'time' || (field.key === 'external_id' && 'team' in chosen.columns)))
  const missing = fields.filter((field) => isNeeded(field) && !isSet(field))
  const listed = fields.filter(
    (field, index) => shown === 'all' || isNeeded(field) || isSet(field) || field.constant === 'only' || index < 6,
  )
  const unused = current.columns.filter((name) => !Object.values(chosen.columns).includes(name))
  const broken = brokenRules(error)
  return (
    <>
      <Card
        title={t({ id: 'imports.match', defaultMessage: 'Which column is what?' })}
        subtitle={t({
          id: 'imports.matchHint',
          defaultMessage:
            'Hamgam has made a guess. What you choose is remembered for the next file with these columns.',
        })}
      >
        <div className={styles.mapping}>
          {listed.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              needed={isNeeded(field)}
              current={current}
              chosen={chosen}
              error={
                broken.at(`mapping.columns.${field.key}`) ??
                broken.at(`mapping.constants.${field.key}`) ??
                broken.at(`mapping.${field.key}`)
              }
              onChange={setChosen}
            />
          ))}
        </div>
        {listed.length < fields.length && (
          <div>
            <Button variant="quiet" size="small" onPress={() => setShown('all')}>
              {t(
                {
                  id: 'imports.moreFields',
                  defaultMessage: '{count, plural, one {# more field} other {# more fields}}',
                },
                { count: fields.length - listed.length },
              )}
            </Button>
          </div>
        )}
        {unused.length > 0 && (
          <p className={styles.unused}>
            {t({ id: 'imports.unused', defaultMessage: 'Columns that are not used:' })}{' '}
            {unused.map((name) => (
              <bdi key={name} className={styles.example}>
                {name}
              </bdi>
            ))}
          </p>
        )}
        <div className={styles.mappingFoot}>
          <Button
            variant="primary"
            icon={ArrowLeftRight}
            isDisabled={missing.length > 0}
            onPress={() => onCheck(withoutEmpty(chosen))}
          >
            {t({ id: 'imports.check', defaultMessage: 'See what would change' })}
          </Button>
          {missing.length > 0 && (
            <span className={styles.missing}>
              {t({ id: 'imports.missing', defaultMessage: 'Still needed:' })}{' '}
              {format.list(missing.map(({ label }) => t(label)))}
            </span>
          )}
        </div>
      </Card>
      <Sample current={current} />
    </>
  )
}

function FieldRow({
  field,
  needed,
  current,
  chosen,
  error,
  onChange,
}: {
  field: ImportField
  needed: boolean
  current: Import
  chosen: Chosen
  error?: string
  onChange: (chosen: Chosen) => void
}) {
  const t = useText()
  const { key, constant: fixed } = field
  const label = t(field.label)
  const from = chosen.columns[key]
  const value = from !== undefined ? column(from) : key in chosen.constants ? constant : none
  const samples =
    from === undefined
      ? []
      : current.sample.slice(0, 3).map(({ values }) => values[current.columns.indexOf(from)] ?? '')
  const set = (id: string) => {
    const columns = { ...chosen.columns }
    const constants = { ...chosen.constants }
    delete columns[key]
    delete constants[key]
    if (id === constant) constants[key] = ''
    else if (id !== none) columns[key] = id.slice('column:'.length)
    onChange({ columns, constants })
  }
  const setConstant = (text: string) =>
    onChange({ columns: chosen.columns, constants: { ...chosen.constants, [key]: text } })
  return (
    <div className={styles.fieldRow}>
      <div>
        <span className={styles.fieldName}>
          {label} {needed && <Badge tone="brand">{t({ id: 'imports.needed', defaultMessage: 'needed' })}</Badge>}
        </span>
        {field.hint && <span className={styles.sub}>{t(field.hint)}</span>}
      </div>
      <div className={styles.fieldControl}>
        {fixed === 'only' ? (
          <Fixed field={field} label={label} value={chosen.constants[key] ?? ''} error={error} onChange={setConstant} />
        ) : (
          <>
            <Select
              label={label}
              labelHidden
              value={value}
              error={error}
              onChange={set}
              options={[
                { id: none, label: t({ id: 'imports.notThere', defaultMessage: 'Not in this file' }) },
                ...(fixed
                  ? [
                      {
                        id: constant,
                        label: t({ id: 'imports.sameForAll', defaultMessage: 'The same for all rows …' }),
                      },
                    ]
                  : []),
                ...current.columns.map((name) => ({ id: column(name), label: name })),
              ]}
            />
            {error && (
              <span className={styles.wrong} role="alert">
                {error}
              </span>
            )}
            {value === constant && (
              <Fixed field={field} label={label} value={chosen.constants[key] ?? ''} onChange={setConstant} />
            )}
          </>
        )}
      </div>
      <div className={styles.samples}>
        {samples.map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values of fixed rows
          <bdi key={index} className={styles.example}>
            {sample || '–'}
          </bdi>
        ))}
      </div>
    </div>
  )
}

/** A value that all rows share. */
function Fixed({
  field,
  label,
  value,
  error,
  onChange,
}: {
  field: ImportField
  label: string
  value: string
  error?: string
  onChange: (value: string) => void
}) {
  const t = useText()
  const applications = useApplicationOptions()
  if (field.key === 'application') {
    return (
      <Select
        label={label}
        labelHidden
        value={value || null}
        error={error}
        options={applications}
        onChange={onChange}
        placeholder={t({ id: 'imports.chooseApplication', defaultMessage: 'Choose the application' })}
      />
    )
  }
  if (field.key === 'unknown_features') {
    return (
      <Select
        label={label}
        labelHidden
        value={value || 'create'}
        onChange={onChange}
        options={[
          { id: 'create', label: t({ id: 'imports.features.create', defaultMessage: 'Enter them' }) },
          { id: 'keep', label: t({ id: 'imports.features.keep', defaultMessage: 'Keep them aside' }) },
        ]}
      />
    )
  }
  return (
    <TextField
      label={t({ id: 'imports.valueForAll', defaultMessage: '{field} of all rows' }, { field: label })}
      value={value}
      error={error}
      onChange={onChange}
      mono={field.key === 'time_zone'}
      placeholder={field.key === 'time_zone' ? 'Asia/Tehran' : undefined}
    />
  )
}
