/** One record of a delimited text: its cells, or where it became uncertain where they begin and end. */
export type CsvRecord = { readonly cells: readonly string[] } | { readonly stray: StrayMark }

/** A quotation mark that is neither around a cell nor doubled. Null: the mark stands in a neighbouring row. */
export interface StrayMark {
  readonly index: number | null
  readonly text: string | null
}

/**
 * The records of a text whose lines end in any way, mixed ones too. A stray quotation mark spoils the record of its own line;
 * the next line is read afresh, so that no row disappears in another one's cell. `width`: the cells of a whole row.
 */
export function* csvRecords(text: string, delimiter: string, width = Infinity): Generator<CsvRecord> {
  for (let at = 0; at < text.length;) {
    const { record, end } = recordAt(text, at, delimiter)
    const lines = 'cells' in record ? linesOf(text.slice(at, end)) : []
    const isTall = lines.length > 1
    if (isTall && 'cells' in record && record.cells.slice(width).some((cell) => cell.trim() !== '')) {
      yield { stray: strayIn(lines[0] ?? '', delimiter) }
      at = nextLine(text, lineEndAt(text, at))
      continue
    }
    if (isTall && mayBeRows(lines, delimiter, width)) yield* lines.map((line) => ({ stray: strayIn(line, delimiter) }))
    else yield record
    at = end
  }
}

interface Found {
  record: CsvRecord
  /** Where the next one begins. */
  end: number
}

function recordAt(text: string, from: number, delimiter: string): Found {
  const cells: string[] = []
  for (let at = from; ; at += 1) {
    const { words, end } = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, delimiter)
    const after = text[end]
    const isClosed = after === undefined || after === delimiter || after === '\r' || after === '\n'
    if (words === undefined || !isClosed) {
      const line = text.slice(from, lineEndAt(text, from))
      const [cell = ''] = text.slice(at, Math.max(at, from + line.length)).split(delimiter)
      return { record: { stray: { index: cells.length, text: cell } }, end: nextLine(text, from + line.length) }
    }
    cells.push(words)
    at = end
    if (after !== delimiter) return { record: { cells }, end: nextLine(text, at) }
  }
}

interface Cell {
  end: number
  /** Undefined: nobody can say where it ends. */
  words: string | undefined
}

/** From its quotation mark to the one that closes it, and the blanks behind that. */
function quotedAt(text: string, at: number): Cell {
  let close = text.indexOf('"', at + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return { end: text.length, words: undefined }
  let end = close + 1
  while (text[end] === ' ') end += 1
  return { end, words: text.slice(at + 1, close).replaceAll('""', '"') }
}

/** To the next delimiter or line end. Marks in pairs are words; a single one means that a cell was cut where it should not be. */
function plainAt(text: string, at: number, delimiter: string): Cell {
  let end = at
  let marks = 0
  for (; end < text.length; end += 1) {
    const sign = text[end]
    if (sign === delimiter || sign === '\r' || sign === '\n') break
    if (sign === '"') marks += 1
  }
  return { end, words: marks % 2 === 0 ? text.slice(at, end) : undefined }
}

function lineEndAt(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\r' && text[end] !== '\n') end += 1
  return end
}

const nextLine = (text: string, at: number): number => (text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1)

const linesOf = (record: string): string[] => (record.includes('"') ? record.split(/[\r\n]+/).filter(Boolean) : [])

/**
 * Whether a record over several lines may be rows whose stray marks happen to meet: its first and its last line each have
 * the cells of a whole row, or all but the last, which many leave out. Either reading is possible, so none is taken.
 */
const mayBeRows = (lines: readonly string[], delimiter: string, width: number): boolean =>
  [lines[0], lines.at(-1)].every((line) => (line ?? '').split(delimiter).length >= width - 1)

function strayIn(line: string, delimiter: string): StrayMark {
  const cells = line.split(delimiter)
  const index = cells.findIndex((cell) => cell.split('"').length % 2 === 0)
  return index < 0 ? { index: null, text: null } : { index, text: cells[index] ?? null }
}
