ALTER TABLE "organization" DROP CONSTRAINT "organization_name_once_per_parent";--> statement-breakpoint
ALTER TABLE "enterprise" ADD COLUMN "credit_code" text;--> statement-breakpoint
ALTER TABLE "enterprise" ADD COLUMN "size_class" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "former_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_is_succeeded" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enterprise_one_per_credit_code" ON "enterprise" USING btree ("county_id","credit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_name_once_per_parent" ON "organization" USING btree ("county_id","parent_id","name") WHERE "closed_on" is null;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_size_class_known" CHECK ("size_class" in ('large', 'medium', 'small', 'micro'));--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_succeeded_when_closed" CHECK ("successor_id" is null or "closed_on" is not null);--> statement-breakpoint
-- Nothing new hangs on an organization that was closed. The row is held, so whoever closes it meanwhile is waited for.
CREATE FUNCTION "refuse_closed_organization"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  _row jsonb := to_jsonb(NEW);
  _closed date;
BEGIN
  IF _row ->> TG_ARGV[0] IS NULL OR (TG_OP = 'UPDATE' AND _row ->> TG_ARGV[0] IS NOT DISTINCT FROM to_jsonb(OLD) ->> TG_ARGV[0]) THEN
    RETURN NEW;
  END IF;
  SELECT closed_on INTO _closed FROM organization
    WHERE county_id = _row ->> 'county_id' AND id = (_row ->> TG_ARGV[0])::uuid FOR KEY SHARE;
  IF _closed IS NOT NULL THEN
    RAISE EXCEPTION 'the organization was closed on %', _closed USING ERRCODE = '23514', CONSTRAINT = 'organization_is_open';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "claim_for_an_open_organization" BEFORE INSERT OR UPDATE OF "organization_id" ON "claim" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('organization_id');--> statement-breakpoint
CREATE TRIGGER "order_of_an_open_organization" BEFORE INSERT OR UPDATE OF "owner_organization_id" ON "demand_order" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('owner_organization_id');--> statement-breakpoint
CREATE TRIGGER "need_of_an_open_organization" BEFORE INSERT OR UPDATE OF "organization_id" ON "need" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('organization_id');--> statement-breakpoint
CREATE TRIGGER "grant_in_an_open_organization" BEFORE INSERT ON "role_grant" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('organization_id');--> statement-breakpoint
CREATE TRIGGER "person_at_an_open_home" BEFORE INSERT OR UPDATE OF "home_organization_id" ON "person" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('home_organization_id');--> statement-breakpoint
CREATE TRIGGER "membership_in_an_open_organization" BEFORE INSERT ON "membership" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('organization_id');--> statement-breakpoint
CREATE TRIGGER "organization_below_an_open_one" BEFORE INSERT OR UPDATE OF "parent_id" ON "organization" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('parent_id');--> statement-breakpoint
CREATE TRIGGER "alliance_of_open_organizations" BEFORE INSERT OR UPDATE OF "organization_id" ON "alliance_member" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('organization_id');--> statement-breakpoint
CREATE TRIGGER "enterprise_covered_by_an_open_one" BEFORE INSERT OR UPDATE OF "party_organization_id" ON "enterprise" FOR EACH ROW EXECUTE FUNCTION "refuse_closed_organization"('party_organization_id');
