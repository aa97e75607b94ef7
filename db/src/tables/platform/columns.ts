import { sql, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The tenant, and the first column of every key of a county-owned table. */
export const county = () => text('county_id').notNull()
export const id = () => uuid('id').notNull()
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 6 })

/** Civil dates travel as text: a Date would drag a zone along. */
export const civilDate = customType<{ data: string; driverData: string }>({ dataType: () => 'date' })

/** A named check that the column holds one of the values the shared schema knows. */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${literals(values)})`)

const literals = (values: readonly string[]): SQL =>
  sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))

/**
 * A table of a wing above, known here by name and key alone, for a foreign key that points up to it.
 * Only exported tables are migrated, so these stand for the real ones and never beside them.
 */
export const aboveById = (name: string) => pgTable(name, { countyId: county(), id: id() })
export const rectificationItemAbove = () =>
  pgTable('rectification_item', {
    countyId: county(),
    rectificationId: uuid('rectification_id').notNull(),
    item: integer('item').notNull(),
  })
