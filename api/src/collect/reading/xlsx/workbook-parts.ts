import { type CellStyle, cellStyles } from './cell-styles.ts'
import { limits } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { attribute, decoded, openTags } from './xml-pieces.ts'
import { inflateEntry, type ZipEntry } from './zip.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly sharedStrings: ZipEntry | undefined
  readonly styles: readonly CellStyle[]
  readonly date1904: boolean
}

type Entries = ReadonlyMap<string, ZipEntry>
interface Relation {
  readonly id: string
  readonly kind: string
  readonly path: string
}

/** What the package says about itself: sheets in tab order, with their visibility, styles and date system. */
export async function workbookParts(bytes: Uint8Array, directory: readonly ZipEntry[]): Promise<WorkbookParts> {
  const entries: Entries = new Map(directory.map((entry) => [entry.name.toLowerCase(), entry]))
  const root = relationsIn(await wholePart(bytes, entries.get('_rels/.rels')), '')
  const path = root.find((relation) => relation.kind === 'officeDocument')?.path ?? ''
  const workbook = await wholePart(bytes, entries.get(path.toLowerCase()))
  const relations = relationsIn(await wholePart(bytes, entries.get(relationsOf(path))), folderOf(path))
  const sheets = sheetsIn(workbook, relations, entries)
  if (sheets.length === 0) throw new UnreadableFile('import.not_a_workbook')
  const entryOf = (kind: string) => entries.get(relations.find((r) => r.kind === kind)?.path.toLowerCase() ?? '')
  const styles = entryOf('styles')
  return {
    sheets,
    sharedStrings: entryOf('sharedStrings'),
    styles: styles === undefined ? [] : cellStyles(await wholePart(bytes, styles)),
    date1904: /\sdate1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  }
}

async function wholePart(bytes: Uint8Array, entry: ZipEntry | undefined): Promise<string> {
  if (entry === undefined) throw new UnreadableFile('import.not_a_workbook')
  if (entry.size > limits.wholePartBytes) throw new UnreadableFile('import.too_large')
  let text = ''
  for await (const piece of decoded(inflateEntry(bytes, entry))) text += piece
  return text
}

function relationsIn(xml: string, folder: string): Relation[] {
  return [...xml.matchAll(openTags('Relationship'))].map(([, attributes]) => ({
    id: attribute(attributes, 'Id') ?? '',
    kind: attribute(attributes, 'Type')?.split('/').at(-1) ?? '',
    path: resolved(folder, attribute(attributes, 'Target') ?? ''),
  }))
}

function sheetsIn(workbook: string, relations: readonly Relation[], entries: Entries): SheetPart[] {
  const tags = [...workbook.matchAll(openTags('sheet'))]
  if (tags.length > limits.sheets) throw new UnreadableFile('import.too_large')
  const found = tags.flatMap(([, attributes]) => {
    const id = attribute(attributes, '(?:[\\w.-]+:)?id')
    const relation = relations.find((each) => each.id === id && each.kind === 'worksheet')
    const entry = entries.get(relation?.path.toLowerCase() ?? '')
    if (entry === undefined) return []
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
    return [{ name: attribute(attributes, 'name') ?? '', hidden, entry }]
  })
  // One large part behind many tabs would be inflated once for each.
  if (new Set(found.map((sheet) => sheet.entry)).size < found.length) throw new UnreadableFile('import.not_a_workbook')
  return found
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

const relationsOf = (path: string) =>
  `${folderOf(path)}_rels/${path.slice(path.lastIndexOf('/') + 1)}.rels`.toLowerCase()

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
