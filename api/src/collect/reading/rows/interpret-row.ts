import type { RequesterKind } from '@dj/shared/collect/need/need.schema.ts'
import type { Category } from '@dj/shared/county/settings/category.ts'
import { cutTo, lengthOf, lineOf } from './cell-text.ts'
import type { DateHints } from '../dates/date-year.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Header } from './header.ts'
import type { InterpretedRow, ProposedNeed } from './proposed-need.ts'
import { readContact } from '../contact/read-contact.ts'
import { readDate } from '../dates/read-date.ts'
import { type RowReader, rowReader } from '../xlsx/row-reader.ts'
import { townIn } from '../xlsx/sheet-title.ts'
import type { TableRow } from '../table.ts'
import { categoryNamed, channelNamed, kindNamed, urgencyNamed } from './vocabulary.ts'

/** What is the same for every row of a sheet. */
export interface RowContext {
  readonly sheet: string
  readonly header: Header
  /** From the sheet's name or title. */
  readonly town: string | null
  /** The county's towns; empty if unknown, then any name is taken as written. */
  readonly knownTowns: readonly string[]
  /** Names of the county's own categories, beside the default ones. */
  readonly categories: ReadonlyMap<string, Category>
  readonly dates: DateHints
}

const lengths = { body: [2, 2000], name: 80, remark: 1000 } as const

/** Someone without a name is still heard: a worker or member may stay unnamed, an organization may not. */
export const unnamed = '未具名'

/** What one row asks for. Pure: a row that means nothing certain is refused with the reason, never guessed. */
export function interpretRow(row: TableRow, context: RowContext): InterpretedRow {
  const reader = rowReader(row, context.header)
  const town = townFor(reader, context)
  const kind = reader.word('requesterKind', kindNamed, 'import.kind_missing', 'import.kind_unknown') ?? null
  const words = { town, requesterName: requesterIn(reader, kind), requesterKind: kind, body: bodyIn(reader) }
  const rest = { sheet: context.sheet, row: row.number, ...circumstances(reader, context), ...contactIn(reader) }
  const fingerprint = fingerprintOf({ ...words, ...rest })
  const need = { ...rest, ...words, remark: remarkIn(reader), fingerprint }
  if (row.hidden === true) reader.say('import.row_hidden')
  if (/^[=+@-]/.test(words.requesterName)) reader.report('import.name_odd', 'requesterName')
  const { issues } = reader
  if (kind === null || issues.some((each) => each.level === 'error')) return { outcome: 'refused', need, issues }
  return { outcome: 'proposed', need: { ...need, requesterKind: kind }, issues }
}

function townFor(reader: RowReader, context: RowContext): string | null {
  const written = lineOf(reader.text('town'))
  const town = written === '' ? context.town : (townIn(written, context.knownTowns) ?? written)
  if (town === null) reader.report('import.town_missing', 'town')
  else if (context.knownTowns.length > 0 && !context.knownTowns.includes(town))
    reader.report('import.town_unknown', 'town')
  else if (context.town !== null && context.town !== town) reader.report('import.town_differs', 'town')
  return town
}

function requesterIn(reader: RowReader, kind: RequesterKind | null): string {
  const name = lineOf(reader.text('requesterName'))
  if (lengthOf(name) > lengths.name) reader.report('import.text_too_long', 'requesterName')
  if (name !== '') return cutTo(name, lengths.name)
  const mayBeUnnamed = kind === 'worker' || kind === 'member'
  reader.report(mayBeUnnamed ? 'import.requester_assumed' : 'import.requester_missing', 'requesterName')
  return mayBeUnnamed ? unnamed : ''
}

/** The words as spoken, kept as typed; a leading `=` or `+` is a danger only on export. */
function bodyIn(reader: RowReader): string {
  const body = reader.text('body')
  if (body === '') reader.report('import.body_missing', 'body')
  else if (lengthOf(body) < lengths.body[0]) reader.report('import.body_too_short', 'body')
  else if (lengthOf(body) > lengths.body[1]) reader.report('import.body_too_long', 'body')
  return cutTo(body, lengths.body[1])
}

type Circumstances = Pick<ProposedNeed, 'category' | 'urgency' | 'channel' | 'collectedOn' | 'collectedPrecision'>

function circumstances(reader: RowReader, context: RowContext): Circumstances {
  const date = readDate(reader.value('collectedOn'), context.dates)
  for (const code of date.issues) reader.report(code, 'collectedOn')
  return {
    category: categoryIn(reader, context.categories),
    urgency: reader.word('urgency', urgencyNamed, 'import.urgency_missing', 'import.urgency_unknown') ?? 'normal',
    channel: reader.word('channel', channelNamed, 'import.channel_missing', 'import.channel_unknown') ?? 'import',
    collectedOn: date.on,
    collectedPrecision: date.precision,
  }
}

function categoryIn(reader: RowReader, county: ReadonlyMap<string, Category>): Category {
  const named = (text: string) => {
    const whole = categoryNamed(text, county)
    if (whole !== undefined) return whole
    const parts = text.split(/[、,，;；/\n]/).flatMap((part) => categoryNamed(part, county) ?? [])
    if (parts.length > 0) reader.report('import.category_several', 'category')
    return parts[0]
  }
  return reader.word('category', named, 'import.category_missing', 'import.category_unknown') ?? 'other'
}

type Contact = Pick<ProposedNeed, 'contactName' | 'contactPhone' | 'phoneWords' | 'anonymous'>

function contactIn(reader: RowReader): Contact {
  const contact = readContact(reader.text('contactName'), reader.value('contactPhone'))
  for (const code of contact.nameIssues) reader.report(code, 'contactName')
  for (const code of contact.phoneIssues) reader.report(code, 'contactPhone')
  const { name: contactName, phone: contactPhone, phoneWords, anonymous } = contact
  return { contactName, contactPhone, phoneWords, anonymous }
}

function remarkIn(reader: RowReader): string | null {
  const remark = reader.text('remark')
  if (lengthOf(remark) > lengths.remark) reader.report('import.text_cut', 'remark')
  return cutTo(remark, lengths.remark).trim() || null
}
