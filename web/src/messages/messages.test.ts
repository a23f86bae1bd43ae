// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'

const web = fileURLToPath(new URL('../..', import.meta.url))

/** The English that stands in the code, by id. */
const english: Record<string, string> = JSON.parse(
  execFileSync(
    'node_modules/.bin/formatjs',
    [
      'extract',
      'src/**/*.ts',
      'src/**/*.tsx',
      '--ignore',
      'src/gen/**',
      '--additional-function-names',
      't',
      '--format',
      'simple',
    ],
    { cwd: web, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: false },
  ),
)

/** The values that a message takes. */
function valuesOf(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    found.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) valuesOf(option.value, found)
    }
    if (element.type === TYPE.tag) valuesOf(element.children, found)
  }
  return found
}

describe.each(['fa', 'ar'])('messages in %s', (language) => {
  const folder = `${web}/src/messages/${language}`
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const translated: Record<string, string> = Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
  )

  it('has every id of the code', () => {
    expect(Object.keys(english).filter((id) => !translated[id])).toEqual([])
  })

  it('has no id that the code does not know', () => {
    expect(Object.keys(translated).filter((id) => !(id in english))).toEqual([])
  })

  it('takes the same values as the English', () => {
    const differing = Object.entries(translated).filter(([id, text]) => {
      const known = english[id]
      return (
        known !== undefined && [...valuesOf(parse(text))].sort().join() !== [...valuesOf(parse(known))].sort().join()
      )
    })
    expect(differing.map(([id]) => id)).toEqual([])
  })

  it('keeps each id in the file of its feature', () => {
    for (const file of files) {
      const ids = Object.keys(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
      expect(ids.filter((id) => `${id.split('.')[0]}.json` !== file)).toEqual([])
    }
  })
})
