/** Asks for page after page until all are there, or `most` of them. */
export async function everyPage<T>(
  load: (pageToken: string) => Promise<{ items: T[]; nextPageToken: string }>,
  most = 10_000,
): Promise<T[]> {
  const all: T[] = []
  let pageToken = ''
  do {
    const page = await load(pageToken)
    all.push(...page.items)
    pageToken = page.nextPageToken
  } while (pageToken && all.length < most)
  return all
}
