import { fieldErrors } from '@/api/errors'

/** The rules that a request broke, by the fields of the contract. */
export interface Broken {
  /** How many fields have one. */
  count: number
  /** What is wrong with a field, or with a part of it: `title` also tells what is wrong with `title.fa`. */
  at: (field: string) => string | undefined
  /** What is wrong with fields other than these and their parts. */
  except: (shown: string[]) => { field: string; description: string }[]
}

function isWithin(field: string, parent: string): boolean {
  return field === parent || field.startsWith(`${parent}.`) || field.startsWith(`${parent}[`)
}

/** Reads the broken rules of an error; `resource` is cut off in front of the fields. */
export function brokenRules(error: unknown, resource?: string): Broken {
  const entries = Object.entries(fieldErrors(error, resource))
  return {
    count: entries.length,
    at: (field) => {
      const found = entries.filter(([name]) => isWithin(name, field)).map(([, description]) => description)
      return found.length > 0 ? [...new Set(found)].join(' ') : undefined
    },
    except: (shown) =>
      entries
        .filter(([name]) => !shown.some((parent) => isWithin(name, parent)))
        .map(([field, description]) => ({ field, description })),
  }
}
