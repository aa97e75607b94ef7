-- Written once: a later word stands beside the earlier one.
GRANT SELECT, INSERT ON "flag_judgement" TO dj_app;
--> statement-breakpoint
DO $$
DECLARE
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  ALTER TABLE "flag_judgement" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "flag_judgement" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY "flag_judgement_read" ON "flag_judgement" FOR SELECT USING (true)';
  EXECUTE format('CREATE POLICY "flag_judgement_insert" ON "flag_judgement" FOR INSERT WITH CHECK (%s)', here);
  EXECUTE format('CREATE POLICY "flag_judgement_delete" ON "flag_judgement" FOR DELETE USING (%s)', here);
END $$;
