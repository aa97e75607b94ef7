DROP INDEX "account_reset_one_at_a_time";--> statement-breakpoint
ALTER TABLE "account_reset" ADD COLUMN "owner_told_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "account_reset" ADD COLUMN "security_told_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "person_identity" ADD COLUMN "phone_key" text GENERATED ALWAYS AS (regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(00)?86(?=1[0-9]{10}$)', '')) STORED;--> statement-breakpoint
ALTER TABLE "person_identity" ADD COLUMN "phone_shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person_identity" ADD COLUMN "document_key" text;--> statement-breakpoint
ALTER TABLE "person_identity" ADD COLUMN "document_last4" text;--> statement-breakpoint
-- Numbers shared since before: the oldest account keeps the number as its own, the later ones are marked. Forced row security binds the owner, too.
ALTER TABLE "person_identity" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "person_identity" i SET "phone_shared" = true WHERE EXISTS (
  SELECT FROM "person_identity" o WHERE o."county_id" = i."county_id" AND o."phone_key" = i."phone_key" AND o."person_id" < i."person_id");--> statement-breakpoint
ALTER TABLE "person_identity" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "person_identity_one_per_phone" ON "person_identity" USING btree ("county_id","phone_key") WHERE not "person_identity"."phone_shared";--> statement-breakpoint
CREATE UNIQUE INDEX "person_identity_one_per_document" ON "person_identity" USING btree ("county_id","document_key");--> statement-breakpoint
CREATE UNIQUE INDEX "account_reset_one_at_a_time" ON "account_reset" USING btree ("county_id","person_id","state") WHERE "account_reset"."state" in ('asked', 'issued');--> statement-breakpoint
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_document_whole" CHECK ((document_key is null) = (document_last4 is null));
--> statement-breakpoint
-- Who asked and who confirmed is read outside transactions as well; writing still needs the county.
DROP POLICY "account_reset_in_county" ON "account_reset";
--> statement-breakpoint
CREATE POLICY "account_reset_read" ON "account_reset" FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY "account_reset_insert" ON "account_reset" FOR INSERT WITH CHECK (county_id = current_setting('app.county_id', true));
--> statement-breakpoint
CREATE POLICY "account_reset_update" ON "account_reset" FOR UPDATE USING (county_id = current_setting('app.county_id', true)) WITH CHECK (county_id = current_setting('app.county_id', true));
--> statement-breakpoint
CREATE POLICY "account_reset_delete" ON "account_reset" FOR DELETE USING (county_id = current_setting('app.county_id', true));
