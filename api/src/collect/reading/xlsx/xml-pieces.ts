import { limits } from '../limits.ts'
import type { SeenCell } from '../table.ts'
import { UnreadableFile } from '../unreadable-file.ts'

const closeTag = (name: string) => new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'g')

// A closing tag may straddle two chunks; only this much of the old text is searched again.
const longestTag = 200

/**
 * Cuts an XML part into pieces, each ending with `</name>`, and stops at `</within>`.
 * A row or a string at a time keeps memory flat: a document tree of the shared strings alone costs 200 MiB.
 */
export async function* xmlPieces(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  within: string,
): AsyncGenerator<string> {
  const close = closeTag(name)
  const last = closeTag(within)
  let rest = ''
  for await (const text of decoded(chunks)) {
    const buffer = rest + text
    const fresh = Math.max(0, rest.length - longestTag)
    let from = 0
    close.lastIndex = fresh
    for (let end = close.exec(buffer); end !== null; end = close.exec(buffer)) {
      yield buffer.slice(from, close.lastIndex)
      from = close.lastIndex
    }
    last.lastIndex = Math.max(from, fresh)
    if (last.test(buffer)) return
    rest = buffer.slice(from)
    if (rest.length > limits.pieceLength) throw new UnreadableFile('import.too_large')
  }
}

/** UTF-8 text of the chunks; anything else is not a workbook part. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    decoder.decode()
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('import.not_a_workbook', { cause: error })
  }
}

/** Opening tags of `name` with their attributes. `[^<>]` keeps every search linear whatever the file holds. */
export const openTags = (name: string) => new RegExp(`<(?:[\\w.-]+:)?${name}(/|\\s[^<>]*)?>`, 'g')

export function attribute(attributes: string | undefined, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes ?? '')
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescapeXml(value)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Text of a `<v>`, `<t>` run: entities, and Excel's `_x000D_` spelling of control characters. */
export function cellText(raw: string): string {
  const text = unescapeXml(raw)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
}

/** All `<t>` runs of a rich or plain string, without the reading aids (`rPh`) that Excel keeps beside them. */
export function joinedRuns(piece: string): string | SeenCell {
  const spoken = withoutCdata(piece).replace(/<(?:[\w.-]+:)?rPh[\s>][^]*/, '')
  if (!isStruck(spoken)) return textIn(spoken)
  const runs = spoken.split(/<(?:[\w.-]+:)?r(?=[\s>])/)
  const shown = runs
    .filter((run) => !isStruck(run))
    .map(textIn)
    .join('')
  const struck = runs.filter(isStruck).map(textIn).join('')
  return struck === '' ? shown : { value: shown === '' ? null : shown, shown, struck }
}

function textIn(runs: string): string {
  let text = ''
  for (const run of runs.matchAll(/<(?:[\w.-]+:)?t(?:\s[^<>]*)?>([^<]*)</g)) text += run[1]
  return cellText(text)
}

/** Whether a font, or the properties of a run, strikes its text through. */
export const isStruck = (properties: string): boolean =>
  properties.includes('strike') &&
  [...properties.matchAll(openTags('strike'))].some(
    ([, attributes]) => !/^(?:0|false)$/.test(attribute(attributes, 'val') ?? '1'),
  )

function withoutCdata(piece: string): string {
  const [before = '', ...sections] = piece.split('<![CDATA[')
  const plain = sections.map((section) => {
    const end = section.indexOf(']]>')
    const raw = section.slice(0, Math.max(end, 0))
    return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;') + section.slice(end < 0 ? 0 : end + 3)
  })
  return before + plain.join('')
}
