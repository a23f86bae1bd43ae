import { create } from '@bufbuild/protobuf'
import { useFeatures } from '@/api/applications'
import { brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { useApplicationOptions } from '@/fields/options'
import { words } from '@/fields/words'
import { type CertificatePolicy, CertificatePolicySchema, type Course } from '@/gen/hamgam/training/v1/course_pb'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Card, Stack } from '@/ui/Card'
import { Form, FormRow, NumberField, Switch } from '@/ui/Field'
import { ComboBox, Select } from '@/ui/Select'

/** What a course is called, what it teaches, and whether it is certified. */
export function AboutCourse({
  draft,
  edit,
  error,
}: {
  draft: Course
  edit: (change: (course: Course) => void) => void
  error: unknown
}) {
  const t = useText()
  const read = useLocalized()
  const applications = useApplicationOptions()
  const features = useFeatures(draft.application)
  const broken = brokenRules(error, 'course')
  const policy = draft.certificate
  const setPolicy = (change: (policy: CertificatePolicy) => void) =>
    edit((course) => {
      course.certificate ??= create(CertificatePolicySchema)
      change(course.certificate)
    })
  return (
    <Stack>
      <Card title={t({ id: 'courses.aboutTitle', defaultMessage: 'What it is about' })}>
        <Form onSubmit={(event) => event.preventDefault()}>
          <LocalizedField
            label={t(words.title)}
            value={draft.title}
            onChange={(title) =>
              edit((course) => {
                course.title = title
              })
            }
            error={broken.at('title')}
          />
          <LocalizedField
            label={t({ id: 'courses.summary', defaultMessage: 'What is in it for the learner' })}
            value={draft.summary}
            onChange={(summary) =>
              edit((course) => {
                course.summary = summary
              })
            }
            error={broken.at('summary')}
            multiline
            rows={4}
            optional
          />
          <FormRow>
            <Select
              label={t({ id: 'courses.teaches', defaultMessage: 'Teaches the application' })}
              hint={t({
                id: 'courses.teachesHint',
                defaultMessage: 'So that it is found when a team falls behind in it.',
              })}
              value={draft.application || 'none'}
              onChange={(application) =>
                edit((course) => {
                  course.application = application === 'none' ? '' : application
                  course.feature = ''
                })
              }
              error={broken.at('application')}
              options={[{ id: 'none', label: t(words.none) }, ...applications]}
            />
            {draft.application && (
              <ComboBox
                label={t({ id: 'courses.feature', defaultMessage: 'One feature of it' })}
                hint={t({
                  id: 'courses.featureHint',
                  defaultMessage: 'Then it can be given for a team that lacks just this.',
                })}
                value={draft.feature || null}
                onChange={(feature) =>
                  edit((course) => {
                    course.feature = feature ?? ''
                  })
                }
                error={broken.at('feature')}
                options={(features.data ?? []).map(({ name, title, code }) => ({
                  id: name,
                  label: read(title) || code,
                }))}
                optional
              />
            )}
          </FormRow>
        </Form>
      </Card>
      <Card title={t({ id: 'courses.certificate', defaultMessage: 'Certificate' })}>
        <Switch
          isSelected={policy?.enabled ?? false}
          onChange={(on) =>
            setPolicy((next) => {
              next.enabled = on
            })
          }
        >
          {t({
            id: 'courses.certified',
            defaultMessage: 'Whoever completes it gets a certificate that anybody can verify',
          })}
        </Switch>
        {policy?.enabled && (
          <FormRow>
            <NumberField
              label={t({ id: 'courses.validMonths', defaultMessage: 'Counts for so many months' })}
              hint={t({ id: 'courses.validMonthsHint', defaultMessage: '0: it does not lapse.' })}
              value={policy.validMonths}
              onChange={(months) =>
                setPolicy((next) => {
                  next.validMonths = months || 0
                })
              }
              minValue={0}
              maxValue={120}
              error={broken.at('certificate.valid_months')}
            />
            {policy.validMonths > 0 && (
              <NumberField
                label={t({ id: 'courses.recertify', defaultMessage: 'Enrol again so many days before' })}
                value={policy.recertifyBeforeDays}
                onChange={(days) =>
                  setPolicy((next) => {
                    next.recertifyBeforeDays = days || 0
                  })
                }
                minValue={0}
                maxValue={365}
                error={broken.at('certificate.recertify_before_days')}
              />
            )}
          </FormRow>
        )}
      </Card>
    </Stack>
  )
}
