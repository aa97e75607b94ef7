import { sql } from 'drizzle-orm'
import type { Channel, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import type { WorkingTerm } from '@dj/shared/platform/time/deadline.ts'
import type { Tx } from '../../with-tx.ts'

/** A row as it is stored, with its contact and where it stood in the file. */
export interface ImportedNeed {
  id: string
  eventId: string
  receiptHash: string
  townId: string | null
  organizationId: string | null
  requesterKind: RequesterKind
  requesterName: string
  category: string
  body: string
  urgency: Urgency
  channel: Channel
  remark: string | null
  collectedOn: string | null
  collectedPrecision: 'day' | 'month' | null
  importFingerprint: string
  mergedIntoId: string | null
  search: string[]
  contactName: string | null
  contactPhone: string | null
  phoneWords: string | null
  sheet: string
  row: number
}

export interface ImportBatch {
  countyId: string
  batchId: string
  by: string
  at: Date
  term: WorkingTerm
}

const rowTypes = sql.raw(`r("id" uuid, "eventId" uuid, "receiptHash" text, "townId" uuid, "organizationId" uuid,
  "requesterKind" text, "requesterName" text, "category" text, "body" text, "urgency" text, "channel" text, "remark" text,
  "collectedOn" date, "collectedPrecision" text, "importFingerprint" text, "mergedIntoId" uuid, "search" text[],
  "contactName" text, "contactPhone" text, "phoneWords" text, "sheet" text, "row" int)`)

/**
 * Stores needs with contact and event; returns the ids of those stored, the rest met a receipt code that is taken. The rows
 * travel as one parameter: as 30 each they took five times the memory and half of the time.
 */
export async function insertImported(tx: Tx, batch: ImportBatch, rows: readonly ImportedNeed[]): Promise<Set<string>> {
  const { countyId, batchId, by, term } = batch
  const [at, from, due] = [batch.at, term.from, term.until].map(
    (instant) => sql`${instant?.toISOString() ?? null}::timestamptz`,
  )
  const stored = await tx.execute<{ id: string }>(sql`
    with r as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as ${rowTypes}),
    stored as (
      insert into need (county_id, id, state, channel, requester_kind, requester_name, organization_id, town_id, category, body,
        urgency, collected_on, collected_precision, remark, receipt_hash, entered_by, holder_id, import_batch_id,
        import_fingerprint, merged_into_id, search, received_at, respond_by,
        respond_from, respond_days)
      select ${countyId}, "id", 'received', "channel", "requesterKind", "requesterName", "organizationId", "townId", "category",
        "body", "urgency", "collectedOn", "collectedPrecision", "remark", "receiptHash", ${by}::uuid, ${by}::uuid,
        ${batchId}::uuid, "importFingerprint", "mergedIntoId", "search", ${at}, ${due}, ${from}, ${term.days}::int from r
      on conflict (county_id, receipt_hash) do nothing returning id),
    contacts as (
      insert into need_contact (county_id, need_id, name, phone, phone_words)
      select ${countyId}, r.id, "contactName", "contactPhone", "phoneWords" from r join stored on stored.id = r.id
      where num_nonnulls("contactName", "contactPhone", "phoneWords") > 0),
    events as (
      insert into event (county_id, id, kind, at, by, need_id, data)
      select ${countyId}, "eventId", 'need.imported', ${at}, ${by}::uuid, r.id,
        jsonb_build_object('batchId', ${batchId}::text, 'sheet', "sheet", 'row', "row") from r join stored on stored.id = r.id)
    select id from stored`)
  return new Set(stored.map(({ id }) => id))
}
