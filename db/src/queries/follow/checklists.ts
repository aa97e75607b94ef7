import { and, desc, eq } from 'drizzle-orm'
import { defaultChecklist } from '@dj/shared/follow/finding/default-checklist.ts'
import { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import type { Reads } from '../../connect.ts'
import { checklistTable } from '../../tables/follow/checklist.table.ts'
import type { Tx } from '../../with-tx.ts'

export interface ChecklistRow {
  version: number
  items: ChecklistItem[]
  changedBy: string | null
  changedAt: Date
  note: string | null
}

const read = (row: typeof checklistTable.$inferSelect): ChecklistRow => ({
  ...row,
  items: row.items.map((item) => ChecklistItem.parse(item)),
})

/** A county older than its checklist works with the default until it changes it. */
const before: ChecklistRow = {
  version: 1,
  items: [...defaultChecklist],
  changedBy: null,
  changedAt: new Date(0),
  note: null,
}

/** The checklist in force: the newest version. */
export async function currentChecklist(db: Reads, countyId: string): Promise<ChecklistRow> {
  const [row] = await db
    .select()
    .from(checklistTable)
    .where(eq(checklistTable.countyId, countyId))
    .orderBy(desc(checklistTable.version))
    .limit(1)
  return row ? read(row) : before
}

/** The checklist of that version, however old: findings are made by the one their device knew. */
export async function checklistOfVersion(
  db: Reads,
  countyId: string,
  version: number,
): Promise<ChecklistRow | undefined> {
  const [row] = await db
    .select()
    .from(checklistTable)
    .where(and(eq(checklistTable.countyId, countyId), eq(checklistTable.version, version)))
  if (row) return read(row)
  return version === before.version ? before : undefined
}

/** Errors: the constraint checklist_pkey. */
export async function insertChecklist(tx: Tx, row: typeof checklistTable.$inferInsert): Promise<void> {
  await tx.insert(checklistTable).values(row)
}
