-- A round writes its rows and reads them in one transaction; without statistics the planner would take a hundred thousand of them for one.
-- Only an owner may ANALYZE (and MAINTAIN is unknown before PostgreSQL 17), so the app is lent exactly this.
CREATE FUNCTION "refresh_round_statistics"("which" text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  CASE which
    WHEN 'frame_entry' THEN ANALYZE public.frame_entry;
    WHEN 'target' THEN ANALYZE public.target;
    WHEN 'assignment' THEN ANALYZE public.assignment;
  END CASE;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "refresh_round_statistics"(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "refresh_round_statistics"(text) TO dj_app;
