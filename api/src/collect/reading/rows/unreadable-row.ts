import { fingerprintOf } from '../fingerprint.ts'
import type { RowFault, TableRow } from '../table.ts'
import { letterOf } from './header.ts'
import type { RowContext } from './interpret-row.ts'
import { issue } from './issue.ts'
import type { InterpretedRow } from './proposed-need.ts'

/** A row whose cells cannot be told apart: refused by its number, and none of its words taken for anything. */
export function unreadableRow({ number }: TableRow, fault: RowFault, context: RowContext): InterpretedRow {
  const words = { town: context.town, requesterName: '', requesterKind: null, body: '', collectedOn: null }
  const contact = { contactName: null, contactPhone: null }
  const need = {
    ...words,
    ...contact,
    sheet: context.sheet,
    row: number,
    category: 'other',
    urgency: 'normal',
    channel: 'import',
    collectedPrecision: 'day',
    anonymous: true,
    phoneWords: null,
    remark: null,
    fingerprint: fingerprintOf({ ...words, ...contact }),
  } as const
  return { outcome: 'refused', need, issues: [issue(fault.code, placeOf(fault, context), fault.value)] }
}

/** As the reader of the file finds the cell: `E 需求内容`, or the bare letter of a column without a name. */
function placeOf({ index }: RowFault, { header }: RowContext): string | null {
  if (index === null) return null
  const named = Object.values(header.columns).find((column) => column.index === index)
  return named?.at ?? letterOf(index)
}
