CREATE TABLE "deal_exclusion" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"inspector_id" uuid NOT NULL,
	CONSTRAINT "deal_exclusion_pkey" PRIMARY KEY("county_id","round_id","nth","order_id","inspector_id")
);
--> statement-breakpoint
CREATE TABLE "deal" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"reason" text NOT NULL,
	"inspectors" uuid[] NOT NULL,
	"order_id" uuid,
	"ended_slot" integer,
	"ended_inspector_id" uuid,
	CONSTRAINT "deal_pkey" PRIMARY KEY("county_id","round_id","nth"),
	CONSTRAINT "deal_reason_known" CHECK ("reason" in ('draw', 'again', 'supplement', 'conflict', 'no_longer_inspector')),
	CONSTRAINT "deal_ends_a_whole_slot" CHECK (num_nonnulls("order_id", "ended_slot", "ended_inspector_id") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "pool" uuid[];--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "pool_hash" text;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "deal" integer;--> statement-breakpoint
ALTER TABLE "deal_exclusion" ADD CONSTRAINT "deal_exclusion_of_a_deal" FOREIGN KEY ("county_id","round_id","nth") REFERENCES "public"."deal"("county_id","round_id","nth") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_of_a_round" FOREIGN KEY ("county_id","round_id") REFERENCES "public"."round"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_pool_has_a_hash" CHECK (num_nonnulls("pool", "pool_hash") in (0, 2));--> statement-breakpoint
-- Written once: what was dealt can be dealt again, not told otherwise.
GRANT SELECT, INSERT ON "deal", "deal_exclusion" TO dj_app;
--> statement-breakpoint
DO $$
DECLARE
  t text;
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  FOREACH t IN ARRAY ARRAY['deal', 'deal_exclusion']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (CASE WHEN %s THEN true ELSE county_id = current_setting(''app.reading_county'', true) END)', t || '_read', t, here);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', t || '_insert', t, here);
  END LOOP;
END $$;
