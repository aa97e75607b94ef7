CREATE TABLE "message_read" (
	"county_id" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "message_read_pkey" PRIMARY KEY("county_id","claim_id","need_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid,
	"words" text NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "message_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "message_unsigned_only_by_requester" CHECK ("message"."person_id" is not null or "message"."side" = 'requester'),
	CONSTRAINT "message_words_not_too_long" CHECK (char_length("message"."words") between 1 and 1000),
	CONSTRAINT "message_side_known" CHECK ("message"."side" in ('claimant', 'owner', 'requester'))
);
--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "contact_consent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "released_words" text;--> statement-breakpoint
ALTER TABLE "message_read" ADD CONSTRAINT "message_read_under_a_claim" FOREIGN KEY ("county_id","claim_id") REFERENCES "public"."claim"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_read" ADD CONSTRAINT "message_read_by_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_under_a_claim" FOREIGN KEY ("county_id","claim_id") REFERENCES "public"."claim"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_about_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_by_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_of_conversation" ON "message" USING btree ("county_id","claim_id","need_id","at");
--> statement-breakpoint
-- Messages are written once and hold what people said of themselves: reading, too, needs a transaction of the county.
GRANT SELECT, INSERT ON "message" TO dj_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "message_read" TO dj_app;
--> statement-breakpoint
DO $$
DECLARE
  t text;
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  FOREACH t IN ARRAY ARRAY['message', 'message_read']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (%s) WITH CHECK (%s)', t || '_in_county', t, here, here);
  END LOOP;
END $$;
