import { create } from '@bufbuild/protobuf'
import { Plus } from 'lucide-react'
import { brokenRules } from '@/fields/broken'
import { RowTools } from '@/fields/RowTools'
import { useToday } from '@/fields/today'
import { WeekdaysField } from '@/fields/Weekdays'
import { words } from '@/fields/words'
import { type Site, WorkWeekSchema } from '@/gen/hamgam/identity/v1/site_pb'
import { useFormats } from '@/i18n/formats'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { DatePicker } from '@/ui/DatePicker'
import { FormRow, TextField } from '@/ui/Field'
import { ComboBox } from '@/ui/Select'
import styles from './Sites.module.css'

/** Work weeks that hold since this day held always: imports and set-up write it so. */
const beginning = '1970-01-01'

const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id }))

/** The name, the time zone and the dated work weeks of a site. */
export function SiteFields({
  draft,
  edit,
  error,
  isDisabled,
}: {
  draft: Site
  edit: (change: (site: Site) => void) => void
  error: unknown
  isDisabled?: boolean
}) {
  const t = useText()
  const format = useFormats()
  const today = useToday()
  const broken = brokenRules(error, 'site')
  return (
    <>
      <FormRow>
        <TextField
          label={t(words.name)}
          value={draft.displayName}
          onChange={(text) =>
            edit((site) => {
              site.displayName = text
            })
          }
          error={broken.at('display_name')}
          isDisabled={isDisabled}
        />
        <ComboBox
          label={t({ id: 'sites.timeZone', defaultMessage: 'Time zone' })}
          options={zones}
          value={draft.timeZone || null}
          onChange={(zone) =>
            edit((site) => {
              site.timeZone = zone ?? ''
            })
          }
          error={broken.at('time_zone')}
          isDisabled={isDisabled}
        />
      </FormRow>
      <div className={styles.weeks}>
        {draft.workWeeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks have no other key while their day changes
          <div key={index} className={styles.week}>
            {index === 0 && week.startDay !== '' && week.startDay <= beginning ? (
              <div className={styles.always}>
                <span>{t({ id: 'sites.holdsFrom', defaultMessage: 'Holds from' })}</span>
                <strong>{t({ id: 'sites.always', defaultMessage: 'the beginning' })}</strong>
              </div>
            ) : (
              <DatePicker
                label={t({ id: 'sites.holdsFrom', defaultMessage: 'Holds from' })}
                value={week.startDay || null}
                onChange={(day) =>
                  edit((site) => {
                    const own = site.workWeeks[index]
                    if (own) own.startDay = day ?? ''
                  })
                }
                error={broken.at(`work_weeks[${index}].start_day`)}
                isDisabled={isDisabled}
              />
            )}
            <WeekdaysField
              label={t({ id: 'sites.workDays', defaultMessage: 'Work days' })}
              value={week.workDays}
              onChange={(days) =>
                edit((site) => {
                  const own = site.workWeeks[index]
                  if (own) own.workDays = days
                })
              }
              error={broken.at(`work_weeks[${index}].work_days`)}
            />
            <RowTools
              name={t(
                { id: 'sites.weekFrom', defaultMessage: 'work week from {day}' },
                { day: format.day(week.startDay) },
              )}
              index={index}
              count={draft.workWeeks.length}
              least={1}
              onRemove={() => edit((site) => void site.workWeeks.splice(index, 1))}
            />
          </div>
        ))}
      </div>
      {!isDisabled && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onPress={() =>
              edit((site) => {
                const last = site.workWeeks.at(-1)
                site.workWeeks.push(
                  create(WorkWeekSchema, { startDay: today, workDays: last?.workDays ?? [6, 7, 1, 2, 3] }),
                )
              })
            }
          >
            {t({ id: 'sites.addWeek', defaultMessage: 'Another work week from a day on' })}
          </Button>
        </div>
      )}
    </>
  )
}
