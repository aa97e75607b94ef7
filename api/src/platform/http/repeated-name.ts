const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g

/** A name that stands twice in one object of a valid JSON text: `JSON.parse` would keep the last one without a word. */
export function repeatedName(json: string): string | undefined {
  const open: Set<string>[] = []
  for (const [token, colon] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      const name: unknown = JSON.parse(token.slice(0, -colon.length))
      const names = open.at(-1)
      if (names?.has(String(name))) return String(name)
      names?.add(String(name))
    }
  }
  return undefined
}
