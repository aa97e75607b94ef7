-- As before, and: how long a session may stay unused is what the county has set; what is handed in where it has not.
CREATE OR REPLACE FUNCTION "session_of"("_token" text, "_at" timestamptz, "_desk_idle" integer, "_idle" integer) RETURNS TABLE ("accountId" text,
  "username" text, "countyId" text, "personId" uuid, "kind" text, "homeOrganizationId" uuid, "grants" json, "staysFor" float8,
  "confirmedAt" float8, "seenAt" float8)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  _now constant timestamptz := coalesce(_at, statement_timestamp());
  _before constant text := current_setting('app.reading_county', true);
  _here text;
  _set jsonb;
BEGIN
  SELECT u.county_id INTO _here FROM auth_session s JOIN auth_user u ON u.id = s.user_id WHERE s.token = _token AND s.expires_at > _now;
  IF _here IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.reading_county', _here, true);
  SELECT c.settings -> 'session' INTO _set FROM county_settings c WHERE c.county_id = _here ORDER BY c.version DESC LIMIT 1;
  _desk_idle := coalesce((_set ->> 'deskIdleMinutes')::integer * 60, _desk_idle);
  _idle := coalesce((_set ->> 'othersIdleHours')::integer * 3600, _idle);
  RETURN QUERY SELECT u.id, u.username, p.county_id, p.id, p.kind, p.home_organization_id, coalesce(g.grants, '[]'),
      (extract(epoch FROM least(s.expires_at, g.changes_at, i.ends_at) - _now) * 1000)::float8,
      (extract(epoch FROM coalesce(s.confirmed_at, s.created_at)) * 1000)::float8, (extract(epoch FROM s.seen_at) * 1000)::float8
    FROM auth_session s
    JOIN auth_user u ON u.id = s.user_id
    JOIN person p ON p.county_id = u.county_id AND p.id = u.person_id::uuid AND p.status = 'active'
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('role', r.role, 'organizationId', r.organization_id)) FILTER (WHERE r.valid_from <= _now) AS grants,
        least(min(r.valid_until), min(r.valid_from) FILTER (WHERE r.valid_from > _now)) AS changes_at
      FROM role_grant r WHERE r.county_id = p.county_id AND r.person_id = p.id AND (r.valid_until IS NULL OR r.valid_until > _now)) g
    CROSS JOIN LATERAL (SELECT s.seen_at + make_interval(secs => CASE WHEN g.grants IS NULL THEN _idle ELSE _desk_idle END) AS ends_at) i
    WHERE s.token = _token AND (i.ends_at IS NULL OR i.ends_at > _now);
  PERFORM set_config('app.reading_county', coalesce(_before, ''), true);
END $$;
