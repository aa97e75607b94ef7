-- A row that decides something stands with the event that says so in one transaction; whoever owns the table is bound by verify-events alone.
-- An event is of the transaction that writes it, whatever the time it says.
CREATE POLICY "event_insert_here" ON "event" AS RESTRICTIVE FOR INSERT WITH CHECK ("xid" = pg_current_xact_id());
--> statement-breakpoint
-- One look-up by the number of the transaction. Tables are named in full: a temporary one must not stand in for them.
CREATE FUNCTION "said_now"("_county" text, "_kind" text, "_data" jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.event e WHERE e.county_id = _county AND e.xid = pg_current_xact_id() AND e.kind = _kind AND e.data @> _data);
END $$;
--> statement-breakpoint
CREATE FUNCTION "refuse_unsaid"("_row" regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = _row AND pg_has_role(current_user, relowner, 'MEMBER')) THEN RETURN; END IF;
  RAISE EXCEPTION 'no event of this transaction says what % is now', _row USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = _row::text || '_said';
END $$;
--> statement-breakpoint
-- Names a target to those who have the seeds, which stay covered until the round is over: an event must not tell what was drawn.
CREATE FUNCTION "target_mark"("_county" text, "_round" uuid, "_order" uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', string_agg(s.seed, '|' ORDER BY s.position), _order), 'UTF8')), 'hex')
  FROM public.round_seed s WHERE s.county_id = _county AND s.round_id = _round
$$;
--> statement-breakpoint
-- All that was drawn, under the seeds for the same reason.
CREATE FUNCTION "targets_hash"("_county" text, "_round" uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat(target_mark(_county, _round, _round), E'\n',
    string_agg(concat_ws('|', t.order_id, t.basis, t.draw_rank, encode(t.draw_key, 'hex')), E'\n' ORDER BY t.order_id)), 'UTF8')), 'hex')
  FROM public.target t WHERE t.county_id = _county AND t.round_id = _round
$$;
--> statement-breakpoint
CREATE FUNCTION "rating_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _grades constant jsonb := jsonb_build_object('attitude', NEW.attitude, 'speed', NEW.speed, 'result', NEW.result);
BEGIN
  IF NOT (said_now(NEW.county_id, 'order.rated', _grades || jsonb_build_object('ratingId', NEW.id))
      AND NEW.excluded IS NOT DISTINCT FROM coalesce(OLD.excluded, false)
    OR said_now(NEW.county_id, 'appeal.changed', jsonb_build_object('subject', 'rating', 'subjectId', NEW.id,
      'after', _grades || jsonb_build_object('excluded', NEW.excluded))))
  THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "finding_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _value constant jsonb := jsonb_build_object('effect', NEW.effect, 'verdict', NEW.verdict);
  _subject constant jsonb := jsonb_build_object('subject', 'finding', 'subjectId', NEW.id);
BEGIN
  IF NOT (CASE
    WHEN NEW.state = 'draft' THEN OLD.state IS DISTINCT FROM 'final'
      AND said_now(NEW.county_id, 'finding.saved', jsonb_build_object('findingId', NEW.id))
    WHEN OLD.state IS DISTINCT FROM 'final' THEN said_now(NEW.county_id, 'finding.submitted', _value || jsonb_build_object('findingId', NEW.id))
    WHEN (OLD.effect, OLD.verdict, OLD.answers, OLD.words) IS NOT DISTINCT FROM (NEW.effect, NEW.verdict, NEW.answers, NEW.words)
      AND (said_now(NEW.county_id, 'appeal.filed', _subject) OR said_now(NEW.county_id, 'appeal.kept', _subject)) THEN true
    ELSE said_now(NEW.county_id, 'appeal.changed', _subject || jsonb_build_object('after', _value)) END)
  THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "target_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _round jsonb := jsonb_build_object('roundId', NEW.round_id);
  _said boolean;
BEGIN
  IF TG_OP = 'INSERT' OR (OLD.round_id, OLD.order_id, OLD.basis, OLD.draw_key, OLD.draw_rank)
      IS DISTINCT FROM (NEW.round_id, NEW.order_id, NEW.basis, NEW.draw_key, NEW.draw_rank) THEN
    _said := said_now(NEW.county_id, 'round.drawn', _round);
  ELSIF NEW.state = 'inspected' THEN
    _said := EXISTS (SELECT FROM public.event e WHERE e.county_id = NEW.county_id AND e.xid = pg_current_xact_id()
      AND e.kind = 'finding.submitted' AND e.order_id = NEW.order_id AND e.data @> _round);
  ELSE
    _round := _round || jsonb_build_object('target', target_mark(NEW.county_id, NEW.round_id, NEW.order_id));
    _said := CASE NEW.state WHEN 'excuse_asked' THEN said_now(NEW.county_id, 'round.excuse_asked', _round)
      WHEN 'excused' THEN said_now(NEW.county_id, 'round.excuse_decided', _round || '{"decision": "excuse"}')
      ELSE said_now(NEW.county_id, 'round.excuse_decided', _round || '{"decision": "refuse"}') END;
  END IF;
  IF NOT _said THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "round_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _round constant jsonb := jsonb_build_object('roundId', NEW.id);
BEGIN
  IF NEW.public_value IS DISTINCT FROM OLD.public_value
      AND NOT said_now(NEW.county_id, 'round.value_typed', _round || jsonb_build_object('value', NEW.public_value))
    OR NEW.frame_hash IS DISTINCT FROM OLD.frame_hash
      AND NOT said_now(NEW.county_id, 'round.frozen', _round || jsonb_build_object('frameHash', NEW.frame_hash))
    OR TG_OP = 'UPDATE' AND (OLD.quarter, OLD.rate, OLD.minimum, OLD.public_value_source, OLD.public_value_on, OLD.public_value_notation)
      IS DISTINCT FROM (NEW.quarter, NEW.rate, NEW.minimum, NEW.public_value_source, NEW.public_value_on, NEW.public_value_notation)
  THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "round_seed_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _seed constant jsonb := jsonb_build_object('roundId', NEW.round_id, 'position', NEW.position);
BEGIN
  IF NEW.commitment IS DISTINCT FROM OLD.commitment
      AND NOT said_now(NEW.county_id, 'round.committed', _seed || jsonb_build_object('commitment', NEW.commitment))
    OR NEW.seed IS DISTINCT FROM OLD.seed
      AND NOT said_now(NEW.county_id, CASE WHEN NEW.fallback_reason IS NULL THEN 'round.seed_revealed' ELSE 'round.seed_withheld' END, _seed)
  THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "role_grant_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _grant constant jsonb := jsonb_build_object('grantId', NEW.id, 'personId', NEW.person_id, 'role', NEW.role, 'organizationId', NEW.organization_id);
BEGIN
  IF NOT said_now(NEW.county_id, CASE TG_OP WHEN 'INSERT' THEN 'grant.given' ELSE 'grant.ended' END, _grant)
  THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rating', 'finding', 'target', 'round', 'round_seed', 'role_grant'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %I()',
      t || '_said', t, t || '_is_said');
  END LOOP;
END $$;
