import { useState } from 'react'
import { keptDraft, useKeepDraft } from '../../../platform/form/kept-draft.ts'
import { SlipRow } from './slip-row.ts'

export const mostSlips = 50

const nothing: { readonly rows: readonly unknown[] } = { rows: [] }

/** The slips typed in and not sent, on this device; each person and round has its own. */
export function useSlipRows(personId: string, roundId: string) {
  const key = `slips.${personId}.${roundId}`
  const [rows, setRows] = useState(() => readRows(key))
  useKeepDraft(key, { rows })
  return {
    rows,
    add: (row: SlipRow) => setRows((before) => [...before, row]),
    write: (id: string, part: Partial<SlipRow>) =>
      setRows((before) => before.map((row) => (row.id === id ? { ...row, ...part } : row))),
    change: (change: (rows: readonly SlipRow[]) => readonly SlipRow[]) => setRows(change),
  }
}
export type SlipRows = ReturnType<typeof useSlipRows>

const readRows = (key: string): readonly SlipRow[] =>
  keptDraft(key, nothing).rows.flatMap((row) => SlipRow.safeParse(row).data ?? [])
