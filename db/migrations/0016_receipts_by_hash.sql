CREATE TABLE "code_use" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"device" text,
	"at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "code_use_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "code_use_quarter_known" CHECK ("code_use"."quarter" ~ '^[0-9]{4}Q[1-4]$'),
	CONSTRAINT "code_use_subject_known" CHECK ("code_use"."subject" in ('answer', 'rating'))
);
--> statement-breakpoint
CREATE TABLE "need_sight" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"told" text,
	"device" text,
	"at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "need_sight_pkey" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
ALTER TABLE "need" DROP CONSTRAINT "need_receipt_code_once";--> statement-breakpoint
ALTER TABLE "flag_judgement" DROP CONSTRAINT "flag_judgement_kind_known";--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "receipt_hash" text;--> statement-breakpoint
-- The codes in hand go on working. Row security would hide the rows even from their owner, who has no county.
ALTER TABLE "need" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "need" SET "receipt_hash" = encode(sha256(convert_to("receipt_code", 'UTF8')), 'hex');--> statement-breakpoint
ALTER TABLE "need" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "need" ALTER COLUMN "receipt_hash" SET NOT NULL;--> statement-breakpoint
-- Until now a look at the contact showed the code.
INSERT INTO "need_sight" ("county_id", "id", "need_id", "person_id", "told", "at")
  SELECT e."county_id", e."id", n."id", e."by", n."receipt_hash", e."at" FROM "event" e
  JOIN "need" n ON n."county_id" = e."county_id" AND n."id" = e."need_id" WHERE e."kind" = 'need.contact_revealed' AND e."by" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "code_use" ADD CONSTRAINT "code_use_for_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_use" ADD CONSTRAINT "code_use_on_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sight" ADD CONSTRAINT "need_sight_of_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sight" ADD CONSTRAINT "need_sight_by_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_use_in_quarter" ON "code_use" USING btree ("county_id","quarter");--> statement-breakpoint
CREATE INDEX "need_sight_of_need" ON "need_sight" USING btree ("county_id","need_id","at");--> statement-breakpoint
ALTER TABLE "need" DROP COLUMN "receipt_code";--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_receipt_once" UNIQUE("county_id","receipt_hash");--> statement-breakpoint
ALTER TABLE "flag_judgement" ADD CONSTRAINT "flag_judgement_kind_known" CHECK ("kind" in ('same_device', 'same_minute', 'reciprocal', 'soon_after_look'));
--> statement-breakpoint
-- Written once: who saw what, and what was done with a code.
GRANT SELECT, INSERT ON "need_sight", "code_use" TO dj_app;
--> statement-breakpoint
DO $$
DECLARE
  t text;
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  FOREACH t IN ARRAY ARRAY['need_sight', 'code_use']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', t || '_insert', t, here);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', t || '_delete', t, here);
  END LOOP;
END $$;
