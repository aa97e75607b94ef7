ALTER TABLE "attachment" DROP CONSTRAINT "attachment_shows_one_thing";--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "need_id" uuid;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_by_need" ON "attachment" USING btree ("county_id","need_id") WHERE "need_id" is not null;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_shows_one_thing" CHECK (num_nonnulls("progress_id", "delivery_id", "finding_id", "rectification_id", "need_id") <= 1);