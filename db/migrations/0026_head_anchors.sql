CREATE TABLE "head_anchor" (
	"county_id" text NOT NULL,
	"day" date NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"anchored_at" timestamp (6) with time zone NOT NULL,
	"countersigned_by" uuid,
	"countersigned_at" timestamp (6) with time zone,
	CONSTRAINT "head_anchor_pkey" PRIMARY KEY("county_id","day"),
	CONSTRAINT "head_anchor_hash_known" CHECK ("head_anchor"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "head_anchor_signed_whole" CHECK (num_nonnulls("head_anchor"."countersigned_by", "head_anchor"."countersigned_at") in (0, 2))
);
--> statement-breakpoint
-- A head stays as it was anchored; the signature is all that is added.
GRANT SELECT, INSERT, UPDATE ("countersigned_by", "countersigned_at") ON "head_anchor" TO dj_app;
--> statement-breakpoint
ALTER TABLE "head_anchor" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "head_anchor" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "head_anchor_read" ON "head_anchor" FOR SELECT USING (CASE WHEN "county_id" = current_setting('app.county_id', true) THEN true ELSE "county_id" = current_setting('app.reading_county', true) END);
--> statement-breakpoint
CREATE POLICY "head_anchor_insert" ON "head_anchor" FOR INSERT WITH CHECK ("county_id" = current_setting('app.county_id', true));
--> statement-breakpoint
CREATE POLICY "head_anchor_update" ON "head_anchor" FOR UPDATE USING ("county_id" = current_setting('app.county_id', true)) WITH CHECK ("county_id" = current_setting('app.county_id', true));
