import { Layers, Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { type Broken, brokenRules } from '@/fields/broken'
import { LocalizedField } from '@/fields/Localized'
import { MarkdownField } from '@/fields/MarkdownField'
import { RowTools } from '@/fields/RowTools'
import { move } from '@/fields/useDraft'
import { words } from '@/fields/words'
import type { Course, Module } from '@/gen/hamgam/training/v1/course_pb'
import { useFormats } from '@/i18n/formats'
import { useLocalized } from '@/i18n/localized'
import { useText } from '@/i18n/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Form, FormRow, NumberField, TextField } from '@/ui/Field'
import { Menu, MenuItem } from '@/ui/Menu'
import { EmptyState } from '@/ui/State'
import styles from './Courses.module.css'
import { moduleKinds, newModule } from './modules'
import { QuizEditor } from './QuizEditor'

type Edit = (change: (course: Course) => void) => void

/** The modules of a course: their order on one side, the chosen one on the other. */
export function Modules({ draft, edit, error }: { draft: Course; edit: Edit; error: unknown }) {
  const t = useText()
  const format = useFormats()
  const read = useLocalized()
  const broken = brokenRules(error, 'course')
  const [chosen, setChosen] = useState(draft.modules[0]?.id ?? '')
  const at = Math.max(
    0,
    draft.modules.findIndex(({ id }) => id === chosen),
  )
  const module = draft.modules[at]
  const untitled = t({ id: 'courses.untitled', defaultMessage: 'Without a title' })
  const add = (
    <Menu
      label={t({ id: 'courses.addModule', defaultMessage: 'Add a module' })}
      trigger={<Button icon={Plus}>{t({ id: 'courses.addModule', defaultMessage: 'Add a module' })}</Button>}
    >
      {moduleKinds.map(({ kind, icon, label }) => (
        <MenuItem
          key={kind}
          icon={icon}
          onAction={() => {
            const made = newModule(kind)
            edit((course) => void course.modules.push(made))
            setChosen(made.id)
          }}
        >
          {t(label)}
        </MenuItem>
      ))}
    </Menu>
  )
  if (!module) {
    return (
      <Card>
        <EmptyState
          icon={Layers}
          title={t({ id: 'courses.noModule', defaultMessage: 'Nothing to learn yet' })}
          actions={add}
        >
          {t({
            id: 'courses.noModuleHint',
            defaultMessage: 'Begin with a short text, show it in a video, and end with a quiz.',
          })}
        </EmptyState>
      </Card>
    )
  }
  const shownKind = moduleKinds.find(({ kind }) => kind === module.content.case)
  const editModule = (change: (module: Module) => void) =>
    edit((course) => {
      const own = course.modules[at]
      if (own) change(own)
    })
  return (
    <div className={styles.modules}>
      <nav aria-label={t({ id: 'courses.modules', defaultMessage: 'Modules' })} className={styles.outline}>
        <ol>
          {draft.modules.map((each, index) => {
            const Icon = moduleKinds.find(({ kind }) => kind === each.content.case)?.icon ?? Layers
            const wrong = broken.at(`modules[${index}]`)
            return (
              <li key={each.id} className={styles.outlineItem} data-chosen={index === at || undefined}>
                <AriaButton
                  className={styles.outlineButton}
                  onPress={() => setChosen(each.id)}
                  aria-current={index === at ? 'step' : undefined}
                >
                  <Icon size={18} aria-hidden />
                  <span>
                    <span className={styles.outlineTitle} dir="auto">
                      {read(each.title) || untitled}
                    </span>
                    <span className={styles.sub}>{format.minutes(each.minutes || 5)}</span>
                  </span>
                  {wrong && (
                    <TriangleAlert
                      size={17}
                      className={styles.wrongIcon}
                      aria-label={t({ id: 'courses.wrong', defaultMessage: 'needs a correction' })}
                    />
                  )}
                </AriaButton>
                {index === at && (
                  <RowTools
                    name={read(each.title) || untitled}
                    index={index}
                    count={draft.modules.length}
                    onMove={(by) => edit((course) => move(course.modules, index, by))}
                    onRemove={() => {
                      setChosen(draft.modules[index + 1]?.id ?? draft.modules[index - 1]?.id ?? '')
                      edit((course) => void course.modules.splice(index, 1))
                    }}
                  />
                )}
              </li>
            )
          })}
        </ol>
        {add}
      </nav>
      <Card key={module.id} title={shownKind ? t(shownKind.label) : undefined}>
        <ModuleEditor module={module} edit={editModule} broken={broken} path={`modules[${at}]`} />
      </Card>
    </div>
  )
}

function ModuleEditor({
  module,
  edit,
  broken,
  path,
}: {
  module: Module
  edit: (change: (module: Module) => void) => void
  broken: Broken
  path: string
}) {
  const t = useText()
  const { content } = module
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <div className={styles.moduleHead}>
        <LocalizedField
          label={t(words.title)}
          value={module.title}
          onChange={(title) =>
            edit((own) => {
              own.title = title
            })
          }
          error={broken.at(`${path}.title`)}
        />
        <NumberField
          label={t({ id: 'courses.minutes', defaultMessage: 'Minutes' })}
          value={module.minutes || 5}
          onChange={(minutes) =>
            edit((own) => {
              own.minutes = minutes || 5
            })
          }
          minValue={1}
          maxValue={480}
          error={broken.at(`${path}.minutes`)}
        />
      </div>
      {content.case === 'text' && (
        <MarkdownField
          label={t({ id: 'courses.text', defaultMessage: 'Text' })}
          value={content.value.markdown}
          onChange={(markdown) =>
            edit(({ content: own }) => {
              if (own.case === 'text') own.value.markdown = markdown
            })
          }
          error={broken.at(`${path}.text`)}
          rows={18}
        />
      )}
      {content.case === 'video' && (
        <>
          <TextField
            label={t({ id: 'courses.videoUrl', defaultMessage: 'Address of the video' })}
            type="url"
            placeholder="https://"
            value={content.value.url}
            onChange={(url) =>
              edit(({ content: own }) => {
                if (own.case === 'video') own.value.url = url
              })
            }
            error={broken.at(`${path}.video.url`)}
          />
          <MarkdownField
            label={t({
              id: 'courses.transcript',
              defaultMessage: 'What it says, for those who cannot hear or watch it',
            })}
            value={content.value.transcript}
            onChange={(transcript) =>
              edit(({ content: own }) => {
                if (own.case === 'video') own.value.transcript = transcript
              })
            }
            error={broken.at(`${path}.video.transcript`)}
            optional
          />
        </>
      )}
      {content.case === 'file' && (
        <FormRow>
          <TextField
            label={t({ id: 'courses.fileUrl', defaultMessage: 'Address of the file' })}
            type="url"
            placeholder="https://"
            value={content.value.url}
            onChange={(url) =>
              edit(({ content: own }) => {
                if (own.case === 'file') own.value.url = url
              })
            }
            error={broken.at(`${path}.file.url`)}
          />
          <LocalizedField
            label={t({ id: 'courses.fileLabel', defaultMessage: 'What the link says' })}
            value={content.value.label}
            onChange={(label) =>
              edit(({ content: own }) => {
                if (own.case === 'file') own.value.label = label
              })
            }
            error={broken.at(`${path}.file.label`)}
            optional
          />
        </FormRow>
      )}
      {content.case === 'quiz' && (
        <QuizEditor
          quiz={content.value}
          edit={(change) => edit(({ content: own }) => void (own.case === 'quiz' && change(own.value)))}
          broken={broken}
          path={`${path}.quiz`}
        />
      )}
    </Form>
  )
}
