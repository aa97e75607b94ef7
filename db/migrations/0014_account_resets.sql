CREATE TABLE "account_reset" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"asked_by" uuid,
	"asked_at" timestamp (6) with time zone NOT NULL,
	"confirmed_by" uuid,
	"code_hash" text,
	"issued_at" timestamp (6) with time zone,
	"until" timestamp (6) with time zone NOT NULL,
	"ended_at" timestamp (6) with time zone,
	CONSTRAINT "account_reset_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "account_reset_kind_known" CHECK ("account_reset"."kind" in ('opening', 'reset')),
	CONSTRAINT "account_reset_state_known" CHECK ("account_reset"."state" in ('asked', 'issued', 'used', 'withdrawn', 'replaced')),
	CONSTRAINT "account_reset_code_while_issued" CHECK (("account_reset"."code_hash" is not null) = ("account_reset"."state" = 'issued')),
	CONSTRAINT "account_reset_ends" CHECK (("account_reset"."ended_at" is not null) = ("account_reset"."state" not in ('asked', 'issued'))),
	CONSTRAINT "account_reset_not_for_oneself" CHECK ("account_reset"."asked_by" <> "account_reset"."person_id" and "account_reset"."confirmed_by" <> "account_reset"."person_id"),
	CONSTRAINT "account_reset_confirmed_by_another" CHECK ("account_reset"."confirmed_by" <> "account_reset"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "account_reset" ADD CONSTRAINT "account_reset_of_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_reset" ADD CONSTRAINT "account_reset_asked_by_a_person" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_reset" ADD CONSTRAINT "account_reset_confirmed_by_a_person" FOREIGN KEY ("county_id","confirmed_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_reset_one_at_a_time" ON "account_reset" USING btree ("county_id","person_id") WHERE "account_reset"."state" in ('asked', 'issued');--> statement-breakpoint
CREATE INDEX "account_reset_by_person" ON "account_reset" USING btree ("county_id","person_id");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "account_reset" TO dj_app;
--> statement-breakpoint
ALTER TABLE "account_reset" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "account_reset" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "account_reset_in_county" ON "account_reset" USING (county_id = current_setting('app.county_id', true)) WITH CHECK (county_id = current_setting('app.county_id', true));
