DROP INDEX "rating_once_per_person";--> statement-breakpoint
DROP INDEX "rating_once_per_need";--> statement-breakpoint
CREATE UNIQUE INDEX "rating_once_per_person" ON "rating" USING btree ("county_id","order_id","cycle","quarter","rater_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_once_per_need" ON "rating" USING btree ("county_id","order_id","cycle","quarter","rater_need_id");
--> statement-breakpoint
-- A rating given after its cycle had ended was kept under the next one.
DO $$
DECLARE
  here text;
BEGIN
  FOR here IN SELECT county_id FROM "county" LOOP
    PERFORM set_config('app.county_id', here, true);
    UPDATE "rating" r SET cycle = d.cycle
      FROM (SELECT r.id, max(c.cycle) AS cycle FROM "rating" r
        JOIN "delivery" d ON d.county_id = r.county_id AND d.order_id = r.order_id AND d.delivered_at <= r.rated_at
        JOIN "claim" c ON c.county_id = d.county_id AND c.id = d.claim_id
        WHERE r.county_id = here GROUP BY r.id) d
      WHERE r.county_id = here AND r.id = d.id AND r.cycle <> d.cycle;
  END LOOP;
END $$;
