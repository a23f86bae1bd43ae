/** A piece of a text, and whether it was looked for. */
export interface Piece {
  text: string
  found: boolean
}

const alike: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ۍ: 'ی',
  ې: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ٱ: 'ا',
}

/** What readers do not take for a letter: joiners, marks of direction, tatweel and the lone hamza. */
const silent = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFFـء]/

/** One letter as it is compared by the server's search; empty for what is not compared. */
function fold(letter: string): string {
  if (silent.test(letter)) return ''
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return Array.from(plain, (each) => alike[each] ?? digitOf(each)).join('')
}

function digitOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  return letter
}

const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter)

/** Parts a text into what begins with one of the words that were looked for, and the rest. */
export function piecesOf(text: string, query: string): Piece[] {
  const wanted = query
    .split(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/u)
    .map((word) => Array.from(word, fold).join(''))
    .filter((word) => word !== '')
  const letters = Array.from(text)
  const pieces: Piece[] = []
  const add = (part: string[], found: boolean) => {
    const last = pieces.at(-1)
    if (part.length === 0) return
    if (last && last.found === found) last.text += part.join('')
    else pieces.push({ text: part.join(''), found })
  }
  let at = 0
  while (at < letters.length) {
    let end = at
    while (end < letters.length && (isWord(fold(letters[end] ?? '')) || (end > at && fold(letters[end] ?? '') === '')))
      end++
    if (end === at) {
      add(letters.slice(at, at + 1), false)
      at++
      continue
    }
    const word = letters.slice(at, end)
    const marked = Math.max(0, ...wanted.map((each) => lengthOf(word, each)))
    add(word.slice(0, marked), true)
    add(word.slice(marked), false)
    at = end
  }
  return pieces
}

/** How many letters at the beginning of a word are what was looked for; 0 when they are not. */
function lengthOf(word: string[], wanted: string): number {
  let seen = ''
  for (const [index, letter] of word.entries()) {
    seen += fold(letter)
    if (!wanted.startsWith(seen)) return 0
    if (seen !== wanted) continue
    // Marks on the last letter belong to it.
    let end = index + 1
    while (end < word.length && fold(word[end] ?? '') === '') end++
    return end
  }
  return 0
}
