import { X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '@/i18n/text'
import { IconButton } from '@/ui/Button'
import { TextField } from '@/ui/Field'
import { FileDrop } from '@/ui/FileDrop'
import styles from './Feedback.module.css'

/** An image that goes with a proposal. */
export interface Chosen {
  id: string
  url: string
  request: { contentType: string; content: Uint8Array; description: string }
}

const types = ['image/png', 'image/jpeg', 'image/webp']
const mostImages = 5
const mostBytes = 900 * 1024

/** Chooses up to five images, each with words for those who cannot see it. */
export function Images({ images, onChange }: { images: Chosen[]; onChange: (images: Chosen[]) => void }) {
  const t = useText()
  const [refused, setRefused] = useState('')
  const take = async (file: File) => {
    if (!types.includes(file.type)) {
      setRefused(t({ id: 'feedback.notAnImage', defaultMessage: 'Only PNG, JPEG and WebP images can be added.' }))
      return
    }
    if (file.size > mostBytes) {
      setRefused(t({ id: 'feedback.tooBig', defaultMessage: 'The image is larger than 900 KB.' }))
      return
    }
    setRefused('')
    const content = new Uint8Array(await file.arrayBuffer())
    const request = { contentType: file.type, content, description: '' }
    onChange([...images, { id: crypto.randomUUID(), url: URL.createObjectURL(file), request }])
  }
  return (
    <div className={styles.images}>
      {images.map((image) => (
        <div key={image.id} className={styles.image}>
          <img src={image.url} alt={image.request.description} />
          <TextField
            label={t({ id: 'feedback.describe', defaultMessage: 'What can be seen' })}
            value={image.request.description}
            onChange={(description) =>
              onChange(
                images.map((each) =>
                  each.id === image.id ? { ...each, request: { ...each.request, description } } : each,
                ),
              )
            }
            maxLength={300}
            optional
          />
          <IconButton
            size="small"
            icon={X}
            label={t({ id: 'feedback.removeImage', defaultMessage: 'Remove the image' })}
            onPress={() => {
              URL.revokeObjectURL(image.url)
              onChange(images.filter((each) => each.id !== image.id))
            }}
          />
        </div>
      ))}
      {images.length < mostImages && (
        <FileDrop
          label={t({ id: 'feedback.addImage', defaultMessage: 'Add an image' })}
          hint={t({
            id: 'feedback.imageHint',
            defaultMessage: 'PNG, JPEG or WebP, at most 900 KB. Where and when it was taken is removed.',
          })}
          accept={types}
          onFile={(file) => void take(file)}
        />
      )}
      <p role="alert" className={styles.wrong}>
        {refused}
      </p>
    </div>
  )
}
