ALTER TABLE "claim" ADD COLUMN "term_until" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_term_was_cut_short" CHECK ("term_until" > "due_at");
--> statement-breakpoint
-- Claims that still run are due with their order from now on; what is delivered or over stays as it was promised.
DO $$
DECLARE
  here text;
BEGIN
  FOR here IN SELECT county_id FROM "county" LOOP
    PERFORM set_config('app.county_id', here, true);
    UPDATE "claim" c SET term_until = c.due_at, due_at = ends.at
      FROM (SELECT county_id, id, (due_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS at FROM "demand_order") ends
      WHERE c.county_id = here AND ends.county_id = here AND ends.id = c.order_id AND c.state IN ('requested', 'active') AND ends.at < c.due_at;
  END LOOP;
END $$;
