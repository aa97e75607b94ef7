CREATE TABLE "flag_judgement" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"flag_id" text NOT NULL,
	"kind" text NOT NULL,
	"quarter" text NOT NULL,
	"rating_ids" uuid[] NOT NULL,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	"judged_by" uuid NOT NULL,
	"judged_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "flag_judgement_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "flag_judgement_quarter_known" CHECK ("flag_judgement"."quarter" ~ '^[0-9]{4}Q[1-4]$'),
	CONSTRAINT "flag_judgement_kind_known" CHECK ("flag_judgement"."kind" in ('same_device', 'same_minute', 'reciprocal')),
	CONSTRAINT "flag_judgement_verdict_known" CHECK ("flag_judgement"."verdict" in ('clear', 'doubtful'))
);
--> statement-breakpoint
ALTER TABLE "flag_judgement" ADD CONSTRAINT "flag_judgement_by_a_person" FOREIGN KEY ("county_id","judged_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flag_judgement_of_pattern" ON "flag_judgement" USING btree ("county_id","flag_id","judged_at");