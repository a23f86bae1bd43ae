import { Check, Ticket } from 'lucide-react'
import { useState } from 'react'
import { useAward, useAwardChanges } from '@/api/challenges'
import { isNotFound, useErrorSentence } from '@/api/errors'
import { useRewards } from '@/api/rewards'
import { useMoney } from '@/fields/money'
import { type Award, AwardState } from '@/gen/hamgam/incentives/v1/award_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Badge } from '@/ui/Badge'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { FormActions } from '@/ui/Field'
import { Query } from '@/ui/Query'
import { ComboBox } from '@/ui/Select'
import { toastError } from '@/ui/Toast'
import styles from './Challenges.module.css'

/** The prize: members propose rewards and choose one together. It is the teams' and nobody's own. */
export function AwardCard({ name }: { name: string }) {
  const t = useText()
  const money = useMoney()
  const query = useAward(name)
  // Whoever is not in these teams sees the challenge, but not what they choose.
  if (isNotFound(query.error)) return null
  return (
    <Card
      title={t({ id: 'challenges.award', defaultMessage: 'The prize' })}
      subtitle={query.data && money(query.data.prize)}
    >
      <Query query={query} lines={3}>
        {(award) => (
          <>
            {award.state === AwardState.OPEN && <Open award={award} />}
            {award.state === AwardState.DECIDED && (
              <Banner tone="info" title={t({ id: 'challenges.decided', defaultMessage: 'You have chosen' })}>
                <Chosen award={award} />
                <p>
                  {t({
                    id: 'challenges.decidedHint',
                    defaultMessage: 'HR has to approve it; then there is a voucher.',
                  })}
                </p>
              </Banner>
            )}
            {award.state === AwardState.APPROVED && (
              <Banner tone="good" title={t({ id: 'challenges.approved', defaultMessage: 'It is approved' })}>
                <Chosen award={award} />
              </Banner>
            )}
            {award.state === AwardState.APPROVED && award.canVote && <ShowVoucher redemption={award.redemption} />}
            {award.state === AwardState.USED && (
              <Banner tone="good" title={t({ id: 'challenges.used', defaultMessage: 'The voucher was used' })}>
                <Chosen award={award} />
              </Banner>
            )}
          </>
        )}
      </Query>
    </Card>
  )
}

function Chosen({ award }: { award: Award }) {
  const read = useLocalized()
  const money = useMoney()
  const option = award.options.find(({ reward }) => reward === award.reward)
  return option ? (
    <p>
      <bdi>{read(option.rewardTitle)}</bdi> · {money(option.price)}
    </p>
  ) : null
}

function Open({ award }: { award: Award }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const money = useMoney()
  const sentence = useErrorSentence()
  const { choose } = useAwardChanges()
  return (
    <>
      {award.rejectReason && (
        <Banner
          tone="warn"
          title={t({ id: 'challenges.rejected', defaultMessage: 'HR could not approve the last choice' })}
        >
          <span dir="auto">{award.rejectReason}</span>
        </Banner>
      )}
      <p>
        {t(
          {
            id: 'challenges.choose',
            defaultMessage:
              'Propose rewards to each other and choose one together. It is chosen with {needed, plural, one {# vote} other {# votes}} of {voters}.',
          },
          { needed: award.votesNeeded, voters: format.number(award.voterCount) },
        )}
      </p>
      {award.options.length === 0 && (
        <p className={styles.quiet}>
          {t({ id: 'challenges.noOptions', defaultMessage: 'Nobody has proposed anything yet.' })}
        </p>
      )}
      <ul className={styles.options}>
        {award.options.map((option) => (
          <li key={option.reward} className={styles.option} data-mine={option.mine || undefined}>
            <span>
              <strong>
                <bdi>{read(option.rewardTitle)}</bdi>
              </strong>{' '}
              <span className={styles.quiet}>{money(option.price)}</span>
            </span>
            <span className={styles.meta}>
              {t(
                { id: 'challenges.votes', defaultMessage: '{count, plural, one {# vote} other {# votes}}' },
                { count: option.votes },
              )}
            </span>
            {option.mine ? (
              <Badge tone="brand" icon={Check}>
                {t({ id: 'challenges.mine', defaultMessage: 'Your choice' })}
              </Badge>
            ) : (
              award.canVote && (
                <Button
                  size="small"
                  isDisabled={choose.isPending}
                  onPress={() =>
                    choose.mutate(
                      { name: award.name, reward: option.reward },
                      { onError: (error) => toastError(sentence(error)) },
                    )
                  }
                >
                  {t({ id: 'challenges.chooseThis', defaultMessage: 'Choose this' })}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {award.canVote && <Propose award={award} />}
    </>
  )
}

function Propose({ award }: { award: Award }) {
  const t = useText()
  const read = useLocalized()
  const money = useMoney()
  const sentence = useErrorSentence()
  const rewards = useRewards().data ?? []
  const { propose } = useAwardChanges()
  const [reward, setReward] = useState<string | null>(null)
  // A new field after each proposal, because the name of the last one would stand in it.
  const [turn, setTurn] = useState(0)
  const left = rewards.filter(({ name }) => !award.options.some((option) => option.reward === name))
  if (left.length === 0) return null
  return (
    <>
      <ComboBox
        key={turn}
        label={t({ id: 'challenges.proposeLabel', defaultMessage: 'Propose a reward' })}
        hint={t({ id: 'challenges.proposeHint', defaultMessage: 'At most three from each member.' })}
        options={left.map((each) => ({ id: each.name, label: read(each.title), hint: money(each.price) }))}
        value={reward}
        onChange={setReward}
      />
      <FormActions>
        <Button
          isPending={propose.isPending}
          isDisabled={!reward}
          onPress={() =>
            propose.mutate(
              { name: award.name, reward: reward ?? '' },
              {
                onSuccess: () => {
                  setReward(null)
                  setTurn(turn + 1)
                },
                onError: (error) => toastError(sentence(error)),
              },
            )
          }
        >
          {t({ id: 'challenges.propose', defaultMessage: 'Propose' })}
        </Button>
      </FormActions>
    </>
  )
}

function ShowVoucher({ redemption }: { redemption: string }) {
  const t = useText()
  const sentence = useErrorSentence()
  const { voucher } = useAwardChanges()
  return voucher.data ? (
    <>
      <p>{t({ id: 'challenges.voucherHint', defaultMessage: 'Show this where you get the reward. It works once.' })}</p>
      <p className={styles.voucher} dir="ltr">
        {voucher.data.code}
      </p>
    </>
  ) : (
    <FormActions>
      <Button
        icon={Ticket}
        isPending={voucher.isPending}
        onPress={() => voucher.mutate(redemption, { onError: (error) => toastError(sentence(error)) })}
      >
        {t({ id: 'challenges.voucher', defaultMessage: 'Show the voucher' })}
      </Button>
    </FormActions>
  )
}
