CREATE TABLE "reopening" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"state" text NOT NULL,
	"asked" text NOT NULL,
	"finding_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp (6) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (6) with time zone,
	"decision_reason" text,
	CONSTRAINT "reopening_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "reopening_decided_by_a_second_person" CHECK ("reopening"."decided_by" <> "reopening"."proposed_by"),
	CONSTRAINT "reopening_decided_is_whole" CHECK ("reopening"."state" in ('proposed', 'withdrawn') or ("reopening"."decided_by" is not null and "reopening"."decided_at" is not null)),
	CONSTRAINT "reopening_state_known" CHECK ("reopening"."state" in ('proposed', 'rectify', 'retire', 'kept', 'withdrawn')),
	CONSTRAINT "reopening_asked_known" CHECK ("reopening"."asked" in ('rectify', 'retire'))
);
--> statement-breakpoint
ALTER TABLE "feedback_record" DROP CONSTRAINT "feedback_record_outcome_known";--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_of_a_completed_cycle" FOREIGN KEY ("county_id","order_id","cycle") REFERENCES "public"."feedback_record"("county_id","order_id","cycle") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_from_a_finding" FOREIGN KEY ("county_id","finding_id") REFERENCES "public"."finding"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reopening_one_live" ON "reopening" USING btree ("county_id","order_id") WHERE "reopening"."state" = 'proposed';--> statement-breakpoint
CREATE INDEX "reopening_of_order" ON "reopening" USING btree ("county_id","order_id","cycle");--> statement-breakpoint
ALTER TABLE "feedback_record" ADD CONSTRAINT "feedback_record_outcome_known" CHECK ("outcome" in ('solved', 'unanswered', 'rectified', 'retired'));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "reopening" TO dj_app;
--> statement-breakpoint
DO $$
DECLARE
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  ALTER TABLE "reopening" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "reopening" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY "reopening_read" ON "reopening" FOR SELECT USING (true)';
  EXECUTE format('CREATE POLICY "reopening_insert" ON "reopening" FOR INSERT WITH CHECK (%s)', here);
  EXECUTE format('CREATE POLICY "reopening_update" ON "reopening" FOR UPDATE USING (%s) WITH CHECK (%s)', here, here);
  EXECUTE format('CREATE POLICY "reopening_delete" ON "reopening" FOR DELETE USING (%s)', here);
END $$;
