import { APP_ROLE } from './connection-settings.ts'

// Outside a transaction that said its county the setting is null or empty, and equal to none.
const HERE = "county_id = current_setting('app.county_id', true)"

// The planner takes a CASE for one half; an equation it takes for one row where there are no statistics, and then any index seems as good.
const READ_HERE = `CASE WHEN ${HERE} THEN true ELSE county_id = current_setting('app.reading_county', true) END`

/** Reading needs the row's county, that of a transaction or of a single statement; writing needs the transaction. */
export function writeGuard(table: string): string {
  return statements(
    ...forced(table),
    `CREATE POLICY "${table}_read" ON "${table}" FOR SELECT USING (${READ_HERE})`,
    `CREATE POLICY "${table}_insert" ON "${table}" FOR INSERT WITH CHECK (${HERE})`,
    `CREATE POLICY "${table}_update" ON "${table}" FOR UPDATE USING (${HERE}) WITH CHECK (${HERE})`,
    `CREATE POLICY "${table}_delete" ON "${table}" FOR DELETE USING (${HERE})`,
  )
}

/** Personal data: reading, too, needs a transaction of the row's county. */
export function personalGuard(table: string): string {
  return statements(
    ...forced(table),
    `CREATE POLICY "${table}_in_county" ON "${table}" USING (${HERE}) WITH CHECK (${HERE})`,
  )
}

/** The app may add rows and read them, nothing else. */
export function appendOnly(table: string): string {
  return statements(`REVOKE ALL ON "${table}" FROM ${APP_ROLE}`, `GRANT SELECT, INSERT ON "${table}" TO ${APP_ROLE}`)
}

/** The app may do everything with rows; the guards say which rows. */
export function writable(table: string): string {
  return statements(`GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO ${APP_ROLE}`)
}

function forced(table: string): string[] {
  if (!/^[a-z][a-z0-9_]*$/.test(table)) throw new TypeError(`not a table name: ${table}`)
  return [`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`, `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`]
}

const statements = (...list: string[]): string => list.map((each) => `${each};`).join('\n--> statement-breakpoint\n')
