import { Copy } from 'lucide-react'
import { useMaterials } from '@/api/championHome'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Query } from '@/ui/Query'
import { toast, toastError } from '@/ui/Toast'
import styles from './Champions.module.css'

/** Messages that a champion can pass on as they are. */
export function MaterialsCard() {
  const t = useText()
  const read = useLocalized()
  const query = useMaterials()
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => toast(t({ id: 'champions.copied', defaultMessage: 'Copied.' })),
      () => toastError(t({ id: 'champions.notCopied', defaultMessage: 'The browser did not let it be copied.' })),
    )
  return (
    <Card title={t({ id: 'champions.material', defaultMessage: 'Ready to pass on' })}>
      <Query query={query} lines={2}>
        {(materials) => {
          const messages = materials.filter(({ message }) => read(message) !== '')
          return messages.length === 0 ? (
            <p className={styles.quiet}>{t({ id: 'champions.noMaterial', defaultMessage: 'Nothing here yet.' })}</p>
          ) : (
            <ul className={styles.list}>
              {messages.map((material) => (
                <li key={material.name} className={styles.what}>
                  <strong dir="auto">{read(material.title)}</strong>
                  <span className={styles.text} dir="auto">
                    {read(material.message)}
                  </span>
                  <span>
                    <Button size="small" icon={Copy} onPress={() => void copy(read(material.message))}>
                      {t({ id: 'champions.copy', defaultMessage: 'Copy' })}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Query>
    </Card>
  )
}
