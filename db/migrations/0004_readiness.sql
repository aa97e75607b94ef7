-- A process is ready only while the database has every migration it knows, so it may read which were applied.
DO $$
BEGIN
  IF to_regclass('drizzle.__drizzle_migrations') IS NOT NULL THEN
    GRANT USAGE ON SCHEMA drizzle TO dj_app;
    GRANT SELECT ON drizzle.__drizzle_migrations TO dj_app;
  END IF;
END $$;
