import { Ban, Copy, KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useApiKeys, useApplicationChanges } from '@/api/applications'
import { useErrorSentence } from '@/api/errors'
import { brokenRules } from '@/fields/broken'
import { Problems } from '@/fields/Problems'
import { words } from '@/fields/words'
import type { ApiKey } from '@/gen/hamgam/telemetry/v1/application_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog, Dialog } from '@/ui/Dialog'
import { Form, TextField } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { toast, toastError } from '@/ui/Toast'
import styles from './Applications.module.css'

/** The keys with which the application sends its usage. */
export function ApiKeys({ application }: { application: string }) {
  const t = useText()
  const format = useFormats()
  const query = useApiKeys(application, true)
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  return (
    <Query query={query}>
      {(keys) => (
        <>
          <div className={styles.bar}>
            <p className={styles.lead}>
              {t({
                id: 'applications.keysLead',
                defaultMessage: 'The application sends usage and data quality with a key, over HTTP or gRPC:',
              })}{' '}
              <code className={styles.code} dir="ltr">
                POST /v1/usage · POST /v1/data-quality · authorization: Bearer hgk_…
              </code>
            </p>
            <Button icon={Plus} onPress={() => setAdding(true)}>
              {t({ id: 'applications.addKey', defaultMessage: 'Make a key' })}
            </Button>
          </div>
          <Card flush>
            {keys.length === 0 ? (
              <EmptyState icon={KeyRound} title={t({ id: 'applications.noKey', defaultMessage: 'No key yet' })}>
                {t({
                  id: 'applications.noKeyHint',
                  defaultMessage: 'Usage can also come by import. A key is for usage that flows by itself.',
                })}
              </EmptyState>
            ) : (
              <Table
                label={t({ id: 'applications.keys', defaultMessage: 'API keys' })}
                rows={keys}
                rowId={({ name }) => name}
                columns={[
                  {
                    id: 'name',
                    name: t({ id: 'applications.keyFor', defaultMessage: 'What it is for' }),
                    cell: (row) => <CellText main={row.displayName} />,
                  },
                  {
                    id: 'prefix',
                    name: t({ id: 'applications.key', defaultMessage: 'Key' }),
                    cell: (row) => <code className={styles.code}>{row.prefix}…</code>,
                  },
                  {
                    id: 'made',
                    name: t({ id: 'applications.made', defaultMessage: 'Made' }),
                    wideOnly: true,
                    cell: (row) => format.dayOf(row.createTime),
                  },
                  {
                    id: 'state',
                    name: t(words.state),
                    cell: (row) =>
                      row.revokeTime ? (
                        <Badge>{t({ id: 'applications.revoked', defaultMessage: 'Revoked' })}</Badge>
                      ) : (
                        <Badge tone="good">{t({ id: 'applications.works', defaultMessage: 'Works' })}</Badge>
                      ),
                  },
                  {
                    id: 'revoke',
                    name: '',
                    numeric: true,
                    cell: (row) =>
                      !row.revokeTime && (
                        <Button size="small" variant="quiet" icon={Ban} onPress={() => setRevoking(row)}>
                          {t({ id: 'applications.revoke', defaultMessage: 'Revoke' })}
                        </Button>
                      ),
                  },
                ]}
              />
            )}
          </Card>
          {adding && <AddDialog application={application} onClose={() => setAdding(false)} />}
          {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
        </>
      )}
    </Query>
  )
}

function AddDialog({ application, onClose }: { application: string; onClose: () => void }) {
  const t = useText()
  const { createApiKey } = useApplicationChanges()
  const [displayName, setDisplayName] = useState('')
  const made = createApiKey.data
  if (made) return <Secret secret={made.secret} onClose={onClose} />
  return (
    <Dialog title={t({ id: 'applications.addKey', defaultMessage: 'Make a key' })} isOpen onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          createApiKey.mutate({ parent: application, displayName })
        }}
      >
        <Problems error={createApiKey.error} resource="api_key" shown={['display_name']} />
        <TextField
          label={t({ id: 'applications.keyFor', defaultMessage: 'What it is for' })}
          hint={t({
            id: 'applications.keyForHint',
            defaultMessage: 'So that one knows later what stops when it is revoked: “CRM, production”.',
          })}
          value={displayName}
          onChange={setDisplayName}
          error={brokenRules(createApiKey.error, 'api_key').at('display_name')}
          autoFocus
        />
        <Button type="submit" variant="primary" isPending={createApiKey.isPending}>
          {t({ id: 'applications.addKey', defaultMessage: 'Make a key' })}
        </Button>
      </Form>
    </Dialog>
  )
}

/** Shows a new key, the only time that it can be seen. It closes on purpose only. */
function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useText()
  const copied = t({ id: 'applications.copied', defaultMessage: 'Copied.' })
  return (
    <Dialog
      title={t({ id: 'applications.secret', defaultMessage: 'Here is the key' })}
      isOpen
      role="alertdialog"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t({ id: 'applications.secretKept', defaultMessage: 'I have kept it' })}
        </Button>
      }
    >
      <Banner tone="warn">
        {t({
          id: 'applications.secretHint',
          defaultMessage: 'It is shown this once. Hamgam keeps only a fingerprint of it.',
        })}
      </Banner>
      <div className={styles.secret}>
        <code dir="ltr">{secret}</code>
        <Button
          size="small"
          icon={Copy}
          onPress={() => {
            void navigator.clipboard.writeText(secret).then(() => toast(copied))
          }}
        >
          {t({ id: 'applications.copy', defaultMessage: 'Copy' })}
        </Button>
      </div>
    </Dialog>
  )
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { revokeApiKey } = useApplicationChanges()
  return (
    <ConfirmDialog
      title={t({ id: 'applications.revokeTitle', defaultMessage: 'Revoke “{name}”?' }, { name: apiKey.displayName })}
      isOpen
      danger
      onClose={onClose}
      isPending={revokeApiKey.isPending}
      confirmLabel={t({ id: 'applications.revoke', defaultMessage: 'Revoke' })}
      onConfirm={() =>
        revokeApiKey.mutate(apiKey.name, { onSuccess: onClose, onError: (error) => toastError(sentence(error)) })
      }
    >
      <p>
        {t({
          id: 'applications.revokeHint',
          defaultMessage: 'Whatever sends with it is refused within seconds. This cannot be taken back.',
        })}
      </p>
    </ConfirmDialog>
  )
}
