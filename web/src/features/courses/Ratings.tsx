import { MessageSquareHeart, Star } from 'lucide-react'
import { useCourseRatings } from '@/api/courses'
import type { Course } from '@/gen/hamgam/training/v1/course_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Card, Stack } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { EmptyState } from '@/ui/State'
import styles from './Courses.module.css'

/** What learners thought of each module; nobody sees who said what, and nothing is shown below five ratings. */
export function Ratings({ course }: { course: Course }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const query = useCourseRatings(course.name)
  const titles = new Map(course.modules.map(({ id, title }) => [id, read(title)]))
  return (
    <Query query={query}>
      {({ modules }) => {
        const rated = modules.filter(({ count }) => count > 0)
        if (rated.length === 0) {
          return (
            <Card>
              <EmptyState
                icon={MessageSquareHeart}
                title={t({ id: 'courses.noRating', defaultMessage: 'Not enough ratings yet' })}
              >
                {t({
                  id: 'courses.noRatingHint',
                  defaultMessage: 'From five ratings on, their mean and the comments are shown here, without names.',
                })}
              </EmptyState>
            </Card>
          )
        }
        return (
          <Stack>
            {rated.map(({ module, count, meanStars, comments }) => (
              <Card
                key={module}
                title={titles.get(module) ?? module}
                subtitle={
                  <span className={styles.stars}>
                    <Star size={16} aria-hidden className={styles.star} />
                    {t(
                      {
                        id: 'courses.stars',
                        defaultMessage: '{stars} of {five}, {count, plural, one {# rating} other {# ratings}}',
                      },
                      { stars: format.number(meanStars), five: format.number(5), count },
                    )}
                  </span>
                }
              >
                {comments.length > 0 && (
                  <ul className={styles.comments}>
                    {comments.map((comment, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: comments come without a key
                      <li key={index} dir="auto">
                        {comment}
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
            ))}
          </Stack>
        )
      }}
    </Query>
  )
}
