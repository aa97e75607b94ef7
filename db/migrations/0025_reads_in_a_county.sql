-- Reading, too, needs the county: that of a transaction, or of a single statement that only reads. Personal data, and writing, need the
-- transaction as before. Left readable: which counties there are, rounds (plans, hashes and results are public), and orders, which
-- hold nobody's data and are searched by an index that PostgreSQL does not use behind row security.
DO $$
DECLARE
  t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = tablename || '_read' AND qual = 'true'
    AND tablename NOT IN ('county', 'round', 'demand_order')
  LOOP
    -- A CASE, which the planner takes for one half: an equation it would take for one row of a table without statistics, and choose no index rightly.
    EXECUTE format('ALTER POLICY %I ON %I USING (CASE WHEN county_id = current_setting(''app.county_id'', true) THEN true
      ELSE county_id = current_setting(''app.reading_county'', true) END)', t || '_read', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Accounts: those of a transaction's county, or the one that a question names by username, id or the hash of a session's token. Who has
-- which name is read without a transaction, too; hashes of passwords and tokens are not.
ALTER TABLE "auth_user" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "auth_account" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "auth_session" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "auth_user_named" ON "auth_user" USING ("county_id" = current_setting('app.county_id', true)
  OR "username" = current_setting('app.account', true) OR "id" = current_setting('app.account', true));
--> statement-breakpoint
CREATE POLICY "auth_user_read" ON "auth_user" FOR SELECT USING ("county_id" = current_setting('app.reading_county', true));
--> statement-breakpoint
CREATE POLICY "auth_account_named" ON "auth_account" USING ("user_id" = current_setting('app.account', true)
  OR EXISTS (SELECT FROM "auth_user" u WHERE u."id" = "user_id" AND u."county_id" = current_setting('app.county_id', true)));
--> statement-breakpoint
CREATE POLICY "auth_session_named" ON "auth_session" USING ("user_id" = current_setting('app.account', true)
  OR "token" = current_setting('app.account', true)
  OR EXISTS (SELECT FROM "auth_user" u WHERE u."id" = "user_id" AND u."county_id" = current_setting('app.county_id', true)));
--> statement-breakpoint
-- What is asked before a county is known: whose session it is, with the grants valid then; the county is found first.
CREATE FUNCTION "session_of"("_token" text, "_at" timestamptz) RETURNS TABLE ("accountId" text, "username" text, "countyId" text,
  "personId" uuid, "kind" text, "homeOrganizationId" uuid, "grants" json, "staysFor" float8)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  _now constant timestamptz := coalesce(_at, statement_timestamp());
  _before constant text := current_setting('app.reading_county', true);
  _here text;
BEGIN
  SELECT u.county_id INTO _here FROM auth_session s JOIN auth_user u ON u.id = s.user_id WHERE s.token = _token AND s.expires_at > _now;
  IF _here IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.reading_county', _here, true);
  RETURN QUERY SELECT u.id, u.username, p.county_id, p.id, p.kind, p.home_organization_id, coalesce(g.grants, '[]'),
      (extract(epoch FROM least(s.expires_at, g.changes_at) - _now) * 1000)::float8
    FROM auth_session s
    JOIN auth_user u ON u.id = s.user_id
    JOIN person p ON p.county_id = u.county_id AND p.id = u.person_id::uuid AND p.status = 'active'
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('role', r.role, 'organizationId', r.organization_id)) FILTER (WHERE r.valid_from <= _now) AS grants,
        least(min(r.valid_until), min(r.valid_from) FILTER (WHERE r.valid_from > _now)) AS changes_at
      FROM role_grant r WHERE r.county_id = p.county_id AND r.person_id = p.id AND (r.valid_until IS NULL OR r.valid_until > _now)) g
    WHERE s.token = _token;
  PERFORM set_config('app.reading_county', coalesce(_before, ''), true);
END $$;
--> statement-breakpoint
-- Whose account a username is, without its password.
CREATE FUNCTION "account_named"("_username" text) RETURNS TABLE ("accountId" text, "username" text, "countyId" text, "personId" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.username, u.county_id, u.person_id FROM auth_user u WHERE u.username = _username
$$;
--> statement-breakpoint
-- The county's needs with all of these terms, or any: the owner may use the index.
CREATE FUNCTION "needs_with_all"("_terms" text[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id FROM need n WHERE n.county_id = coalesce(nullif(current_setting('app.county_id', true), ''), current_setting('app.reading_county', true)) AND n.search @> _terms
$$;
--> statement-breakpoint
CREATE FUNCTION "needs_with_any"("_terms" text[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id FROM need n WHERE n.county_id = coalesce(nullif(current_setting('app.county_id', true), ''), current_setting('app.reading_county', true)) AND n.search && _terms
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION "session_of"(text, timestamptz), "account_named"(text), "needs_with_all"(text[]), "needs_with_any"(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "session_of"(text, timestamptz), "account_named"(text), "needs_with_all"(text[]), "needs_with_any"(text[]) TO dj_app;
