import { HeartPulse } from 'lucide-react'
import { useState } from 'react'
import { idOf } from '@/api/names'
import { usePulseResults } from '@/api/pulses'
import { words } from '@/fields/words'
import {
  type Pulse,
  type PulseGroup,
  PulseQuestionKind,
  type PulseQuestionResult,
  type PulseResults,
  type PulseTeamResult,
} from '@/gen/hamgam/feedback/v1/pulse_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Card, Figure, Grid, Stack } from '@/ui/Card'
import { Bars } from '@/ui/charts/Bars'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'
import { EmptyState } from '@/ui/State'
import { CellText, Table } from '@/ui/Table'
import { hasScore, useKindText } from './kinds'
import styles from './Pulses.module.css'

/** What was answered: of all rounds that are over, or of one. */
export function Results({ pulse }: { pulse: Pulse }) {
  const t = useText()
  const format = useFormats()
  const over = pulse.rounds.filter(({ open }) => !open)
  const running = pulse.rounds.find(({ open }) => open)
  const [round, setRound] = useState(pulse.name)
  const query = usePulseResults(round)
  return (
    <Stack>
      {running && (
        <Card
          title={t(
            { id: 'pulses.running', defaultMessage: 'Round {number} can be answered until {day}' },
            { number: format.number(Number(idOf(running.name))), day: format.day(running.closeDay, 'long') },
          )}
          subtitle={t({
            id: 'pulses.runningHint',
            defaultMessage:
              'Results are shown when the round is over: figures that grow by one person would give that person away.',
          })}
        >
          <Grid least="8rem">
            <Figure label={t({ id: 'pulses.asked', defaultMessage: 'Asked' })} value={format.number(running.asked)} />
            <Figure
              label={t({ id: 'pulses.sparedLabel', defaultMessage: 'Spared' })}
              value={format.number(running.spared)}
            />
          </Grid>
        </Card>
      )}
      {over.length > 1 && (
        <Select
          label={t({ id: 'pulses.which', defaultMessage: 'Which round' })}
          value={round}
          onChange={setRound}
          options={[
            { id: pulse.name, label: t({ id: 'pulses.allRounds', defaultMessage: 'All rounds together' }) },
            ...over.map(({ name, openDay, closeDay }) => ({
              id: name,
              label: t(
                { id: 'pulses.roundNumber', defaultMessage: 'Round {number}' },
                { number: format.number(Number(idOf(name))) },
              ),
              hint: `${format.day(openDay)} – ${format.day(closeDay)}`,
            })),
          ]}
        />
      )}
      <Query query={query}>
        {(results) =>
          results.questions.length === 0 && results.teams.length === 0 ? (
            <Card>
              <EmptyState icon={HeartPulse} title={t({ id: 'pulses.tooFew', defaultMessage: 'Nothing to show yet' })}>
                {t({
                  id: 'pulses.tooFewHint',
                  defaultMessage: 'Answers are shown once a round is over and at least five people have answered.',
                })}
              </EmptyState>
            </Card>
          ) : (
            <Found results={results} />
          )
        }
      </Query>
    </Stack>
  )
}

function Found({ results }: { results: PulseResults }) {
  const t = useText()
  const format = useFormats()
  return (
    <>
      <Grid least="10rem">
        <Figure label={t({ id: 'pulses.asked', defaultMessage: 'Asked' })} value={format.number(results.asked)} />
        {results.answered !== undefined && (
          <Figure
            label={t({ id: 'pulses.answered', defaultMessage: 'Answered' })}
            value={format.number(results.answered)}
            note={results.asked > 0 && format.percent(results.answered / results.asked)}
          />
        )}
      </Grid>
      {results.questions.map((result) => (
        <QuestionCard key={result.question?.id} result={result} />
      ))}
      {results.teams.length > 0 && <TeamsCard results={results} />}
    </>
  )
}

function QuestionCard({ result }: { result: PulseQuestionResult }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const kindText = useKindText()
  const { question, people, mean, groups, texts } = result
  if (!question) return null
  const answered = question.kind === PulseQuestionKind.CHOICE || hasScore(question.kind)
  const nameOf = ({ from, to }: PulseGroup) => {
    const choice = question.choices[from - 1]
    if (question.kind === PulseQuestionKind.CHOICE && choice) return read(choice)
    if (from === to) return format.number(from)
    return t(
      { id: 'pulses.fromTo', defaultMessage: '{from} to {to}' },
      { from: format.number(from), to: format.number(to) },
    )
  }
  // The best score stands on top, and choices as they were asked.
  const shown = question.kind === PulseQuestionKind.CHOICE ? groups : groups.toReversed()
  const most = Math.max(1, ...groups.map((group) => group.people))
  return (
    <Card title={<bdi>{read(question.text)}</bdi>} subtitle={kindText(question.kind)}>
      {mean !== undefined ? (
        <Figure
          label={t({ id: 'pulses.mean', defaultMessage: 'Mean of 1 to 5' })}
          value={format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
          note={t(
            { id: 'pulses.people', defaultMessage: '{count, plural, one {# person} other {# people}}' },
            { count: people },
          )}
        />
      ) : (
        <Figure label={t({ id: 'pulses.answered', defaultMessage: 'Answered' })} value={format.number(people)} />
      )}
      {groups.length > 0 && (
        <Bars
          label={read(question.text)}
          bars={shown.map((group) => ({
            id: String(group.from),
            name: nameOf(group),
            part: group.people / most,
            value: format.number(group.people),
          }))}
        />
      )}
      {groups.some(({ from, to }) => from !== to) && (
        <p className={styles.quiet}>
          {t({
            id: 'pulses.together',
            defaultMessage: 'Scores that fewer than five people gave are counted together with those beside them.',
          })}
        </p>
      )}
      {groups.length === 0 && answered && (
        <p className={styles.quiet}>
          {t({
            id: 'pulses.noCounts',
            defaultMessage: 'How many gave which answer is not shown: it would tell what fewer than five people said.',
          })}
        </p>
      )}
      {texts.length > 0 && (
        <ul className={styles.texts}>
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same
            <li key={index} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function TeamsCard({ results }: { results: PulseResults }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const kindText = useKindText()
  const scored = results.questions.flatMap(({ question }) => (question && hasScore(question.kind) ? [question] : []))
  const asked = [...new Set(results.teams.flatMap(({ means }) => means.map(({ question }) => question)))]
  const nameOf = (id: string) => {
    const question = scored.find((each) => each.id === id)
    if (!question) return id
    return question.kind === PulseQuestionKind.SCALE ? read(question.text) : kindText(question.kind)
  }
  const meanOf = (row: PulseTeamResult, id: string) => row.means.find(({ question }) => question === id)?.mean
  return (
    <Card title={t({ id: 'pulses.byTeam', defaultMessage: 'By team' })} flush>
      <Table<PulseTeamResult>
        label={t({ id: 'pulses.byTeam', defaultMessage: 'By team' })}
        rows={results.teams}
        rowId={({ team }) => team}
        columns={[
          {
            id: 'team',
            name: t(words.team),
            cell: (row) => <CellText main={row.teamDisplayName} />,
            sortBy: (row) => row.teamDisplayName,
          },
          {
            id: 'people',
            name: t({ id: 'pulses.answered', defaultMessage: 'Answered' }),
            numeric: true,
            wideOnly: true,
            cell: (row) => format.number(row.people),
          },
          ...asked.map((id) => ({
            id,
            name: nameOf(id),
            numeric: true,
            cell: (row: PulseTeamResult) => {
              const mean = meanOf(row, id)
              return mean === undefined
                ? '–'
                : format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
            },
            sortBy: (row: PulseTeamResult) => meanOf(row, id),
          })),
        ]}
      />
    </Card>
  )
}
