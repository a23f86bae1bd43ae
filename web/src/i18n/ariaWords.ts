import { LocalizedStringDictionary, type LocalizedStrings } from '@internationalized/string'
import { ariaWordsFa } from './ariaWordsFa'

type Dictionary = LocalizedStringDictionary<string, never>

const persian = new Map(
  Object.entries(ariaWordsFa).map(([name, words]): [string, Dictionary] => [
    name,
    // The formatter that the library hands in writes numbers, although its type keeps that to itself.
    new LocalizedStringDictionary({ fa: words } as unknown as LocalizedStrings<string, never>, 'fa'),
  ]),
)

/**
 * Lets React Aria speak Persian where the page is Persian. The library asks here for a dictionary of the whole page before it takes its own
 * words; that dictionary can hold one language only, and a person may change the language without loading the page anew, so the
 * answer depends on the language of the page at that moment.
 */
export function teachAriaPersian() {
  const others = LocalizedStringDictionary.getGlobalDictionaryForPackage
  const answer = (name: string) =>
    (document.documentElement.lang === 'fa' ? persian.get(name) : undefined) ?? others(name)
  LocalizedStringDictionary.getGlobalDictionaryForPackage = answer as typeof others
}
