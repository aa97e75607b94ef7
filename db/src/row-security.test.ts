import { expect, test } from 'vitest'
import { appendOnly, personalGuard, writeGuard } from './row-security.ts'

test('the write guard reads in a named county, and writes only in that of the transaction', () => {
  expect(writeGuard('need').split('\n--> statement-breakpoint\n')).toEqual([
    'ALTER TABLE "need" ENABLE ROW LEVEL SECURITY;',
    'ALTER TABLE "need" FORCE ROW LEVEL SECURITY;',
    `CREATE POLICY "need_read" ON "need" FOR SELECT USING (CASE WHEN county_id = current_setting('app.county_id', true) THEN true ELSE county_id = current_setting('app.reading_county', true) END);`,
    `CREATE POLICY "need_insert" ON "need" FOR INSERT WITH CHECK (county_id = current_setting('app.county_id', true));`,
    `CREATE POLICY "need_update" ON "need" FOR UPDATE USING (county_id = current_setting('app.county_id', true)) WITH CHECK (county_id = current_setting('app.county_id', true));`,
    `CREATE POLICY "need_delete" ON "need" FOR DELETE USING (county_id = current_setting('app.county_id', true));`,
  ])
})

test('the personal guard has one policy, for reading as well', () => {
  expect(personalGuard('need_contact')).toContain(
    `CREATE POLICY "need_contact_in_county" ON "need_contact" USING (county_id = current_setting('app.county_id', true))`,
  )
  expect(personalGuard('need_contact')).not.toContain('reading_county')
})

test('an append-only table takes rows and gives them back, nothing else', () => {
  expect(appendOnly('event')).toContain('GRANT SELECT, INSERT ON "event" TO dj_app;')
})

test('a name that is not a plain table name is refused', () => {
  expect(() => writeGuard('need"; drop table need; --')).toThrow(TypeError)
})
