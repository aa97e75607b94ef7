ALTER TABLE "need" ADD COLUMN "handover_to" uuid;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "handover_reason" text;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_handed_to_a_person" FOREIGN KEY ("county_id","handover_to") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_handed_over_with_reason" CHECK (num_nonnulls("handover_to", "handover_reason") <> 1);