import { HeartHandshake, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useErrorSentence } from '@/api/errors'
import { useRecognitionSettings, useThanks, useThanksChanges } from '@/api/recognition'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Checkbox, Switch } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { More, Query } from '@/ui/Query'
import { Segmented } from '@/ui/Segmented'
import { EmptyState } from '@/ui/State'
import { toastError } from '@/ui/Toast'
import { GiveThanksDialog } from './GiveThanksDialog'
import styles from './Recognition.module.css'
import { ThanksNote } from './ThanksNote'
import { ValuesCard } from './ValuesCard'

/** The wall of thanks. Nothing on it is counted, and nobody is compared. */
export function RecognitionPage() {
  const t = useText()
  const { has } = useMe()
  const isHr = has(Role.HR)
  const [whose, setWhose] = useState<'all' | 'mine'>('all')
  const [showHidden, setShowHidden] = useState(false)
  const [giving, setGiving] = useState(false)
  const query = useThanks({ mine: whose === 'mine', showHidden })
  const give = (
    <Button variant="primary" icon={HeartHandshake} onPress={() => setGiving(true)}>
      {t({ id: 'recognition.give', defaultMessage: 'Say thanks' })}
    </Button>
  )
  return (
    <Page
      title={t({ id: 'recognition.title', defaultMessage: 'Thanks' })}
      lead={t({
        id: 'recognition.lead',
        defaultMessage: 'What colleagues thank each other for. There are no points, and nobody counts.',
      })}
      actions={give}
    >
      <div className={styles.bar}>
        <Segmented
          label={t({ id: 'recognition.which', defaultMessage: 'Which' })}
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'all', label: t({ id: 'recognition.all', defaultMessage: 'Everybody' }) },
            { value: 'mine', label: t({ id: 'recognition.mine', defaultMessage: 'From me and to me' }) },
          ]}
        />
        {isHr && (
          <Checkbox isSelected={showHidden} onChange={setShowHidden}>
            {t({ id: 'recognition.showHidden', defaultMessage: 'With those that were taken off' })}
          </Checkbox>
        )}
        <OnWall />
      </div>
      <Query query={query} height="9rem">
        {({ pages }) => {
          const thanks = pages.flatMap((page) => page.recognitions)
          if (thanks.length === 0) {
            return (
              <Card>
                <EmptyState
                  icon={Sparkles}
                  title={t({ id: 'recognition.none', defaultMessage: 'No thanks here yet' })}
                  actions={give}
                >
                  {t({
                    id: 'recognition.noneHint',
                    defaultMessage: 'Who made your week easier? One sentence about what they did is enough.',
                  })}
                </EmptyState>
              </Card>
            )
          }
          return (
            <>
              <ul className={styles.wall}>
                {thanks.map((each) => (
                  <ThanksNote key={each.name} thanks={each} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Query>
      {isHr && <ValuesCard />}
      {giving && <GiveThanksDialog onClose={() => setGiving(false)} />}
    </Page>
  )
}

/** Leaves the wall, or comes back. */
function OnWall() {
  const t = useText()
  const sentence = useErrorSentence()
  const { data } = useRecognitionSettings()
  const { setOffWall } = useThanksChanges()
  if (!data) return null
  return (
    <>
      <Switch
        isSelected={!data.offWall}
        isDisabled={setOffWall.isPending}
        onChange={(on) => setOffWall.mutate(!on, { onError: (error) => toastError(sentence(error)) })}
      >
        {t({ id: 'recognition.onWall', defaultMessage: 'I am on the wall' })}
      </Switch>
      {data.offWall && (
        <Banner title={t({ id: 'recognition.offWall', defaultMessage: 'You have left the wall' })}>
          {t({
            id: 'recognition.offWallHint',
            defaultMessage: 'Thanks from you and to you, also those of before, are seen by nobody else here.',
          })}
        </Banner>
      )}
    </>
  )
}
