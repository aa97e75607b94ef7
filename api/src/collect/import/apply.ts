import { recordEvents } from '@dj/db/queries/platform/events.ts'
import { type ImportedNeed, insertImported } from '@dj/db/queries/collect/imported-needs.ts'
import { insertBatch, linkMergedOf, lockMergeable } from '@dj/db/queries/collect/imports.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { ImportDecisions } from '@dj/shared/collect/need/import.schema.ts'
import type { WorkingTerm } from '@dj/shared/platform/time/deadline.ts'
import { newId } from '../../platform/deps.ts'
import { needTerms } from '../voices/file-need.ts'
import { noReceiptYet } from '../voices/receipt-code.ts'
import { type CreatedRow, isCreated, type PlannedRow } from './planned-row.ts'
import { countsOf } from './report.ts'

export interface Applying {
  countyId: string
  by: string
  at: Date
  term: WorkingTerm
  file: { name: string; hash: string }
  decisions: ImportDecisions
}

type Batch = Applying & { batchId: string }
type Merges = ReadonlyMap<string, { intoId: string; choice: 'second' | 'merge' }>

const CHUNK = 500
const ATTEMPTS = 5

/** Stores what was planned. All of it is in the caller's transaction: one failure, and nothing was brought in. */
export async function applyImport(tx: Tx, applying: Applying, rows: readonly PlannedRow[]): Promise<void> {
  const created = rows.filter(isCreated)
  if (created.length === 0) return
  const { countyId, by, at, file } = applying
  const batch = { ...applying, batchId: newId() }
  const counts = countsOf(rows)
  const applied = { appliedBy: by, appliedAt: at }
  await insertBatch(tx, { countyId, id: batch.batchId, fileName: file.name, fileHash: file.hash, counts, ...applied })
  const merges = await mergesOf(tx, batch, created)
  for (let from = 0; from < created.length; from += CHUNK) {
    await storeChunk(tx, batch, created.slice(from, from + CHUNK), merges)
  }
  if (merges.size > 0) await linkMergedOf(tx, batch)
  const data = { batchId: batch.batchId, fileHash: file.hash, counts }
  await recordEvents(tx, [{ countyId, kind: 'import.applied', at, by, data }])
}

/**
 * Which rows are merged into which need. A row has no account that could second, so "second" keeps its voice the same way:
 * as a need of its own, merged into the other. A need merged into meanwhile, or settled, leaves the row to itself.
 */
async function mergesOf(tx: Tx, { countyId, decisions }: Batch, rows: readonly CreatedRow[]): Promise<Merges> {
  const chosen = rows.flatMap((row) => {
    const choice = decisions[row.key]
    const intoId = row.duplicateOf?.needId
    return intoId === undefined || choice === undefined || choice === 'keep' ? [] : [{ row, intoId, choice }]
  })
  const ofThisFile = new Set<string>(rows.map(({ needId }) => needId))
  const outside = chosen.filter(({ intoId }) => !ofThisFile.has(intoId))
  const mergeable = await lockMergeable(tx, countyId, [...new Set(outside.map(({ intoId }) => intoId))])
  const merges = new Map<string, { intoId: string; choice: 'second' | 'merge' }>()
  for (const { row, intoId, choice } of chosen) {
    // Rows come in order: what the earlier one was merged into stands for both.
    const root = merges.get(intoId)?.intoId ?? intoId
    if (ofThisFile.has(root) || mergeable.has(root)) merges.set(row.needId, { intoId: root, choice })
  }
  return merges
}

async function storeChunk(tx: Tx, batch: Batch, rows: readonly CreatedRow[], merges: Merges): Promise<void> {
  await insertUnderFreshCodes(
    tx,
    batch,
    rows.map((row) => toImported(row, batch.countyId, merges.get(row.needId)?.intoId ?? null)),
  )
  const { countyId, at, by } = batch
  const merged = rows.flatMap(({ needId }) => {
    const merge = merges.get(needId)
    return merge ? [{ countyId, at, by, kind: 'need.merged' as const, needId, data: { ...merge } }] : []
  })
  await recordEvents(tx, merged)
}

const toImported = (row: CreatedRow, countyId: string, mergedIntoId: string | null): ImportedNeed => {
  const { need, needId, townId, organizationId, print } = row
  const { town: _, anonymous: __, fingerprint: ___, collectedPrecision, ...words } = need
  return {
    ...words,
    id: needId,
    eventId: newId(),
    receiptHash: noReceiptYet(),
    townId,
    organizationId,
    collectedPrecision: need.collectedOn === null ? null : collectedPrecision,
    importFingerprint: print,
    mergedIntoId,
    search: needTerms(need),
  }
}

async function insertUnderFreshCodes(tx: Tx, batch: Batch, needs: readonly ImportedNeed[]): Promise<void> {
  let left = needs
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt += 1) {
    const stored = await insertImported(tx, batch, left)
    left = left.filter(({ id }) => !stored.has(id)).map((need) => ({ ...need, receiptHash: noReceiptYet() }))
  }
  if (left.length > 0) throw new Error('no free receipt codes were found')
}
