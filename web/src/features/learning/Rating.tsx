import { Star } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useErrorSentence } from '@/api/errors'
import { useRateModule } from '@/api/training'
import type { LearnerModule } from '@/gen/hamgam/training/v1/enrollment_pb'
import { useText } from '@/i18n/text'
import { toast, toastError } from '@/ui/Toast'
import styles from './Player.module.css'

/** One to five stars; the same star again takes the rating back. */
export function Rating({ enrollment, module }: { enrollment: string; module: LearnerModule }) {
  const t = useText()
  const rate = useRateModule()
  const sentence = useErrorSentence()
  return (
    <div className={styles.rate}>
      {t({ id: 'learning.rate', defaultMessage: 'Was it useful?' })}
      <fieldset className={styles.stars} style={{ border: 0, padding: 0 }}>
        <legend className="visually-hidden">
          {t({ id: 'learning.stars', defaultMessage: 'Your rating; trainers never see whose it is' })}
        </legend>
        {[1, 2, 3, 4, 5].map((stars) => (
          <Button
            key={stars}
            className={styles.star}
            data-on={stars <= module.stars || undefined}
            aria-label={t(
              { id: 'learning.starCount', defaultMessage: '{stars, plural, one {# star} other {# stars}}' },
              { stars },
            )}
            aria-pressed={stars === module.stars}
            onPress={() =>
              rate.mutate(
                {
                  name: enrollment,
                  module: module.id,
                  stars: stars === module.stars ? 0 : stars,
                  comment: module.ratingComment,
                },
                {
                  onSuccess: () => toast(t({ id: 'learning.rated', defaultMessage: 'Thank you.' })),
                  onError: (error) => toastError(sentence(error)),
                },
              )
            }
          >
            <Star size={18} aria-hidden />
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
