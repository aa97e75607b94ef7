-- What the generator cannot say: exclusion constraints, the transaction id of an event, row security and the app's rights.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_no_overlap" EXCLUDE USING gist (
  "county_id" WITH =, "person_id" WITH =, "role" WITH =, "organization_id" WITH =, tstzrange("valid_from", "valid_until") WITH &&);
--> statement-breakpoint
-- 三员分立: an administrator holds neither a business role nor a second administrator role at the same time.
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_admin_apart" EXCLUDE USING gist (
  "county_id" WITH =, "person_id" WITH =,
  (CASE WHEN "role" IN ('system_admin', 'security_admin', 'audit_admin') THEN "role" ELSE 'business' END) WITH <>,
  tstzrange("valid_from", "valid_until") WITH &&);
--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_inspector_not_doer" EXCLUDE USING gist (
  "county_id" WITH =, "person_id" WITH =,
  (CASE WHEN "role" = 'inspector' THEN 'check' WHEN "role" IN ('secretary', 'alliance_lead') THEN 'do' END) WITH <>,
  tstzrange("valid_from", "valid_until") WITH &&);
--> statement-breakpoint
-- Commit order, not id order, is what a later seal of the events follows.
ALTER TABLE "event" ADD COLUMN "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dj_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO dj_app;
--> statement-breakpoint
GRANT DELETE ON "auth_user", "auth_session", "auth_account", "auth_verification", "auth_attempt", "installation", "order_place", "order_need", "calendar_day" TO dj_app;
--> statement-breakpoint
-- Written once: events, feedback records, settings versions, seconds.
REVOKE UPDATE ON "event", "feedback_record", "county_settings", "second", "import_batch", "order_part" FROM dj_app;
--> statement-breakpoint
-- Writes need a transaction that has said which county it is in: a stray statement outside its transaction is refused.
DO $$
DECLARE
  t text;
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  FOREACH t IN ARRAY ARRAY['county', 'county_settings', 'calendar_day', 'organization', 'enterprise', 'alliance_member', 'person',
    'membership', 'role_grant', 'import_batch', 'need', 'demand_order', 'order_place', 'order_need', 'order_part', 'order_number',
    'second', 'feedback_record', 'claim', 'participant', 'progress', 'delivery', 'rating', 'event', 'idempotency', 'attachment']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', t || '_insert', t, here);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', t || '_update', t, here, here);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', t || '_delete', t, here);
  END LOOP;
  -- Personal data: reading needs the county as well.
  FOREACH t IN ARRAY ARRAY['person_identity', 'need_contact']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (%s) WITH CHECK (%s)', t || '_in_county', t, here, here);
  END LOOP;
END $$;
