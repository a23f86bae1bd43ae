import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-aria-components'
import { paths } from '@/api/paths'
import { useProposal, useProposals } from '@/api/proposals'
import { words } from '@/fields/words'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import { ComboBox } from '@/ui/Select'
import styles from './Meetings.module.css'

/** Links to proposals, by their titles. */
export function ProposalLinks({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <ul className={styles.links}>
      {names.map((name) => (
        <li key={name}>
          <ProposalLink name={name} />
        </li>
      ))}
    </ul>
  )
}

function ProposalLink({ name }: { name: string }) {
  const t = useText()
  const { data } = useProposal(name)
  return (
    <Link href={paths.proposal(name)}>
      <bdi>{data?.title ?? t({ id: 'meetings.aProposal', defaultMessage: 'A proposal' })}</bdi>
    </Link>
  )
}

/** Finds proposals by their words and adds them one by one. */
export function ProposalSearch({
  taken,
  onAdd,
  error,
}: {
  taken: string[]
  onAdd: (name: string) => void
  error?: string
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [rested, setRested] = useState('')
  // A new field after each choice, because the title of the last one would stand in it.
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useProposals({ query: rested })
  const found = (data?.pages[0]?.proposals ?? []).filter(({ name }) => !taken.includes(name))
  return (
    <ComboBox
      key={turn}
      label={t({ id: 'meetings.proposals', defaultMessage: 'Proposals that it is about' })}
      placeholder={t({ id: 'meetings.findProposal', defaultMessage: 'Type words of a proposal' })}
      options={[]}
      // The server has looked already; filtering again here would lose other spellings.
      items={found.map(({ name, title }) => ({ id: name, label: title }))}
      value={null}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(name) => {
        if (name === null) return
        onAdd(name)
        setTyped('')
        setTurn(turn + 1)
      }}
      error={error}
      optional
    />
  )
}

/** Chooses proposals. */
export function ProposalPicker({
  values,
  onChange,
  error,
}: {
  values: string[]
  onChange: (values: string[]) => void
  error?: string
}) {
  const t = useText()
  return (
    <div className={styles.part}>
      <ProposalSearch taken={values} onAdd={(name) => onChange([...values, name])} error={error} />
      {values.length > 0 && (
        <ul className={styles.links}>
          {values.map((name) => (
            <li key={name} className={styles.row}>
              <ProposalLink name={name} />
              <IconButton
                size="small"
                icon={X}
                label={t(words.remove)}
                onPress={() => onChange(values.filter((each) => each !== name))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
