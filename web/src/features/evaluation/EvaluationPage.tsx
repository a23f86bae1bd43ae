import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { isRunning, useEvaluateNow, useEvaluationRun } from '@/api/evaluation'
import { paths } from '@/api/paths'
import { brokenRules } from '@/fields/broken'
import { useApplicationOptions, useSiteOptions } from '@/fields/options'
import { Problems } from '@/fields/Problems'
import { useToday } from '@/fields/today'
import { words } from '@/fields/words'
import { type EvaluationRun, EvaluationState } from '@/gen/hamgam/adoption/v1/evaluation_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Banner } from '@/ui/Banner'
import { Button, ButtonLink } from '@/ui/Button'
import { Card, Figure, Grid } from '@/ui/Card'
import { DatePicker } from '@/ui/DatePicker'
import { Form, FormActions, FormRow } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Progress } from '@/ui/Progress'
import { Query } from '@/ui/Query'
import { Select } from '@/ui/Select'

/** Evaluates days on demand, and shows how far it is. */
export function EvaluationPage() {
  const t = useText()
  const applications = useApplicationOptions()
  const sites = useSiteOptions()
  const today = useToday()
  const evaluate = useEvaluateNow()
  const [chosen, setChosen] = useState<string>()
  const [site, setSite] = useState('all')
  const [startDay, setStartDay] = useState<string | null>(null)
  const [endDay, setEndDay] = useState<string | null>(null)
  const application = chosen ?? applications[0]?.id ?? ''
  const broken = brokenRules(evaluate.error)
  return (
    <Page
      title={t({ id: 'evaluation.title', defaultMessage: 'Evaluation' })}
      lead={t({
        id: 'evaluation.lead',
        defaultMessage:
          'Every closed day is evaluated by itself. Do it here at once after an import; doing it twice changes nothing.',
      })}
      back={{ href: paths.setUp, label: t(words.setUp) }}
    >
      <Card title={t({ id: 'evaluation.now', defaultMessage: 'Evaluate now' })}>
        <Form
          onSubmit={(event) => {
            event.preventDefault()
            evaluate.mutate({
              application,
              site: site === 'all' ? '' : site,
              startDay: startDay ?? '',
              endDay: endDay ?? '',
            })
          }}
        >
          <Problems error={evaluate.error} shown={['application', 'site', 'start_day', 'end_day']} />
          <FormRow>
            <Select
              label={t(words.application)}
              options={applications}
              value={application || null}
              onChange={setChosen}
              error={broken.at('application')}
            />
            <Select
              label={t(words.site)}
              options={[{ id: 'all', label: t({ id: 'evaluation.allSites', defaultMessage: 'All sites' }) }, ...sites]}
              value={site}
              onChange={setSite}
              error={broken.at('site')}
            />
          </FormRow>
          <FormRow>
            <DatePicker
              label={t({ id: 'evaluation.from', defaultMessage: 'From' })}
              hint={t({ id: 'evaluation.fromHint', defaultMessage: 'Empty: the first day that has counts.' })}
              value={startDay}
              onChange={setStartDay}
              near={today}
              error={broken.at('start_day')}
              optional
            />
            <DatePicker
              label={t({ id: 'evaluation.to', defaultMessage: 'To' })}
              hint={t({ id: 'evaluation.toHint', defaultMessage: 'Empty: the last one.' })}
              value={endDay}
              onChange={setEndDay}
              near={today}
              error={broken.at('end_day')}
              optional
            />
          </FormRow>
          <FormActions>
            <Button
              type="submit"
              variant="primary"
              icon={Gauge}
              isPending={evaluate.isPending}
              isDisabled={application === ''}
            >
              {t({ id: 'evaluation.start', defaultMessage: 'Evaluate' })}
            </Button>
          </FormActions>
        </Form>
      </Card>
      {evaluate.data && <Run name={evaluate.data.name} />}
    </Page>
  )
}

function Run({ name }: { name: string }) {
  const query = useEvaluationRun(name)
  return <Query query={query}>{(run) => <RunCard run={run} />}</Query>
}

function RunCard({ run }: { run: EvaluationRun }) {
  const t = useText()
  const format = useFormats()
  if (run.state === EvaluationState.EMPTY) {
    return (
      <Banner tone="warn" title={t({ id: 'evaluation.empty', defaultMessage: 'There was nothing to evaluate' })}>
        {t({
          id: 'evaluation.emptyHint',
          defaultMessage:
            'No counts of teams lie in these days. Has usage arrived, and do the positions have core tasks?',
        })}
      </Banner>
    )
  }
  const done = run.state === EvaluationState.DONE
  return (
    <Card
      title={
        done
          ? t({ id: 'evaluation.done', defaultMessage: 'Every day is evaluated' })
          : t({ id: 'evaluation.running', defaultMessage: 'Evaluating day after day' })
      }
      subtitle={`${format.day(run.startDay)} – ${format.day(run.endDay)}`}
      actions={
        done && (
          <>
            <ButtonLink href={paths.teams}>
              {t({ id: 'evaluation.toTeams', defaultMessage: 'To the teams' })}
            </ButtonLink>
            <ButtonLink variant="primary" href={paths.flags}>
              {t({ id: 'evaluation.toFlags', defaultMessage: 'To the flags' })}
            </ButtonLink>
          </>
        )
      }
    >
      {isRunning(run.state) && (
        <Progress
          label={t({ id: 'evaluation.progress', defaultMessage: 'Days' })}
          value={run.daysTotal > 0 ? run.daysDone : undefined}
          max={run.daysTotal}
          note={t(
            { id: 'evaluation.of', defaultMessage: '{done} of {total}' },
            { done: format.number(run.daysDone), total: format.number(run.daysTotal) },
          )}
        />
      )}
      <Grid least="9rem">
        <Figure label={t({ id: 'evaluation.days', defaultMessage: 'Days' })} value={format.number(run.daysDone)} />
        <Figure
          label={t({ id: 'evaluation.teams', defaultMessage: 'Teams judged on the last one' })}
          value={format.number(run.teamsJudged)}
        />
        <Figure
          label={t({ id: 'evaluation.flags', defaultMessage: 'Flags open' })}
          value={format.number(run.flagsOpen)}
        />
      </Grid>
    </Card>
  )
}
