GRANT SELECT, INSERT, UPDATE ON "round", "round_seed", "frame_entry", "target", "assignment", "declared_conflict", "checklist", "bulletin",
  "event_seal", "finding", "rectification", "rectification_item", "retirement", "objection", "appeal" TO dj_app;
--> statement-breakpoint
-- Written once: the frozen frame, the versions of the checklist, the bulletin and the seal.
REVOKE UPDATE ON "frame_entry", "checklist", "bulletin", "event_seal" FROM dj_app;
--> statement-breakpoint
DO $$
DECLARE
  t text;
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  FOREACH t IN ARRAY ARRAY['round', 'round_seed', 'frame_entry', 'target', 'assignment', 'declared_conflict', 'checklist', 'bulletin',
    'event_seal', 'finding', 'rectification', 'rectification_item', 'retirement', 'objection', 'appeal']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', t || '_insert', t, here);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', t || '_update', t, here, here);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', t || '_delete', t, here);
  END LOOP;
END $$;
