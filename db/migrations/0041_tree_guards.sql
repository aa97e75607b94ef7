-- An alliance keeps one row for what two organizations were in it.
GRANT DELETE ON "alliance_member" TO dj_app;--> statement-breakpoint
-- A need of a town without an organization hangs on the town.
CREATE TRIGGER "need_in_an_open_town" BEFORE INSERT OR UPDATE OF "town_id" ON "need" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('town_id');--> statement-breakpoint
CREATE TRIGGER "alliance_that_is_open" BEFORE INSERT ON "alliance_member" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('alliance_id');--> statement-breakpoint
-- The pool of inspectors is frozen with the frame, and said with it.
CREATE OR REPLACE FUNCTION "round_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _round constant jsonb := jsonb_build_object('roundId', NEW.id);
BEGIN
  IF NEW.public_value IS DISTINCT FROM OLD.public_value
      AND NOT said_now(NEW.county_id, 'round.value_typed', _round || jsonb_build_object('value', NEW.public_value))
    OR NEW.frame_hash IS DISTINCT FROM OLD.frame_hash
      AND NOT said_now(NEW.county_id, 'round.frozen', _round || jsonb_build_object('frameHash', NEW.frame_hash))
    OR (NEW.pool, NEW.pool_hash) IS DISTINCT FROM (OLD.pool, OLD.pool_hash)
      AND NOT said_now(NEW.county_id, 'round.frozen', _round || jsonb_build_object('poolHash', NEW.pool_hash))
    OR TG_OP = 'UPDATE' AND (OLD.quarter, OLD.rate, OLD.minimum, OLD.public_value_source, OLD.public_value_on, OLD.public_value_notation)
      IS DISTINCT FROM (NEW.quarter, NEW.rate, NEW.minimum, NEW.public_value_source, NEW.public_value_on, NEW.public_value_notation)
  THEN PERFORM refuse_unsaid(TG_RELID); END IF;
  RETURN NULL;
END $$;
