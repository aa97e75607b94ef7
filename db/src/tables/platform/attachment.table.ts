import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { aboveById, county, id, instant, rectificationItemAbove } from './columns.ts'

const person = aboveById('person')
const progress = aboveById('progress')
const delivery = aboveById('delivery')
const finding = aboveById('finding')
const need = aboveById('need')
const rectificationItem = rectificationItemAbove()

/** What is known of a stored photo; the bytes lie behind the storage port under their hash. */
export const attachmentTable = pgTable(
  'attachment',
  {
    countyId: county(),
    id: id(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    uploadedBy: uuid('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    progressId: uuid('progress_id'),
    deliveryId: uuid('delivery_id'),
    findingId: uuid('finding_id'),
    rectificationId: uuid('rectification_id'),
    rectificationItem: integer('rectification_item'),
    needId: uuid('need_id'),
  },
  (t) => [
    primaryKey({ name: 'attachment_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'attachment_by_a_person',
      columns: [t.countyId, t.uploadedBy],
      foreignColumns: [person.countyId, person.id],
    }),
    foreignKey({
      name: 'attachment_of_progress',
      columns: [t.countyId, t.progressId],
      foreignColumns: [progress.countyId, progress.id],
    }),
    foreignKey({
      name: 'attachment_of_a_delivery',
      columns: [t.countyId, t.deliveryId],
      foreignColumns: [delivery.countyId, delivery.id],
    }),
    check(
      'attachment_shows_one_thing',
      sql`num_nonnulls(${t.progressId}, ${t.deliveryId}, ${t.findingId}, ${t.rectificationId}, ${t.needId}) <= 1`,
    ),
    foreignKey({
      name: 'attachment_of_a_finding',
      columns: [t.countyId, t.findingId],
      foreignColumns: [finding.countyId, finding.id],
    }),
    foreignKey({
      name: 'attachment_of_a_rectification_item',
      columns: [t.countyId, t.rectificationId, t.rectificationItem],
      foreignColumns: [rectificationItem.countyId, rectificationItem.rectificationId, rectificationItem.item],
    }),
    foreignKey({
      name: 'attachment_of_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [need.countyId, need.id],
    }),
    index('attachment_by_need')
      .on(t.countyId, t.needId)
      .where(sql`${t.needId} is not null`),
    index('attachment_by_progress').on(t.countyId, t.progressId),
    index('attachment_by_delivery').on(t.countyId, t.deliveryId),
    index('attachment_by_content').on(t.countyId, t.sha256),
    index('attachment_unused')
      .on(t.countyId, t.uploadedAt)
      .where(sql`${t.progressId} is null and ${t.deliveryId} is null`),
  ],
)
