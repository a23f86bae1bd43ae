import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useMaterials } from '@/api/championHome'
import { paths } from '@/api/paths'
import type { Barrier } from '@/gen/hamgam/adoption/v1/barrier_pb'
import type { Material } from '@/gen/hamgam/champions/v1/material_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button, ButtonLink } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
import styles from './Champions.module.css'

/** How many stand open; the rest is a press away. */
const few = 3

/** Messages that a champion can pass on as they are, first those that help with what the teams are flagged for. */
export function MaterialsCard({ barriers }: { barriers: Barrier[] }) {
  const t = useText()
  const read = useLocalized()
  const format = useFormats()
  const query = useMaterials()
  const [all, setAll] = useState(false)
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t({ id: 'champions.copied', defaultMessage: 'Copied.' }))
    } catch {
      toastError(t({ id: 'champions.notCopied', defaultMessage: 'The browser did not let it be copied.' }))
    }
  }
  return (
    <Card title={t({ id: 'champions.material', defaultMessage: 'Ready to pass on' })}>
      <Query query={query} lines={2}>
        {(materials) => {
          const fits = (material: Material) => material.barriers.some((each) => barriers.includes(each))
          const ready = materials
            .filter(({ message, article }) => read(message) !== '' || article)
            .toSorted((a, b) => Number(fits(b)) - Number(fits(a)))
          return ready.length === 0 ? (
            <p className={styles.quiet}>{t({ id: 'champions.noMaterial', defaultMessage: 'Nothing here yet.' })}</p>
          ) : (
            <>
              <ul className={styles.list}>
                {(all ? ready : ready.slice(0, few)).map((material) => (
                  <li key={material.name} className={styles.what}>
                    <strong dir="auto">{read(material.title)}</strong>
                    <span className={styles.text} dir="auto">
                      {read(material.message)}
                    </span>
                    <span className={styles.buttons}>
                      <Button
                        size="small"
                        icon={Copy}
                        onPress={() =>
                          void copy(
                            [
                              read(material.message),
                              material.article && location.origin + paths.article(material.article),
                            ]
                              .filter((part) => part !== '')
                              .join('\n'),
                          )
                        }
                      >
                        {t({ id: 'champions.copy', defaultMessage: 'Copy' })}
                      </Button>
                      {material.article && (
                        <ButtonLink size="small" variant="quiet" href={paths.article(material.article)}>
                          {t({ id: 'champions.article', defaultMessage: 'Read the article' })}
                        </ButtonLink>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
              {!all && ready.length > few && (
                <Button size="small" variant="quiet" onPress={() => setAll(true)}>
                  {t(
                    { id: 'champions.allMaterial', defaultMessage: 'Show all {count}' },
                    { count: format.number(ready.length) },
                  )}
                </Button>
              )}
            </>
          )
        }}
      </Query>
    </Card>
  )
}
