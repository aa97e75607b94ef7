ALTER TABLE "organization" ADD COLUMN "contact_name" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_contact_is_whole" CHECK (num_nonnulls("contact_name", "contact_phone") <> 1);