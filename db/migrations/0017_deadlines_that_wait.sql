CREATE TABLE "calendar_change" (
	"county_id" text NOT NULL,
	"version" integer NOT NULL,
	"year" integer NOT NULL,
	"source" text NOT NULL,
	"words" text,
	"reason" text,
	"days" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "calendar_change_pkey" PRIMARY KEY("county_id","version"),
	CONSTRAINT "calendar_change_version_counts" CHECK ("calendar_change"."version" >= 1),
	CONSTRAINT "calendar_change_correction_has_a_reason" CHECK ("calendar_change"."source" <> 'correction' or "calendar_change"."reason" is not null),
	CONSTRAINT "calendar_change_source_known" CHECK ("calendar_change"."source" in ('published', 'notice', 'list', 'correction'))
);
--> statement-breakpoint
ALTER TABLE "retirement" DROP CONSTRAINT "retirement_final_after_its_notice";--> statement-breakpoint
ALTER TABLE "need" ALTER COLUMN "respond_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ALTER COLUMN "deadline_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal" ALTER COLUMN "decide_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "respond_from" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "respond_days" integer;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "respond_from" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "respond_days" integer;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "deadline_from" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "deadline_days" integer;--> statement-breakpoint
ALTER TABLE "retirement" ADD COLUMN "notice_from" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "retirement" ADD COLUMN "notice_days" integer;--> statement-breakpoint
ALTER TABLE "appeal" ADD COLUMN "decide_from" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "appeal" ADD COLUMN "decide_days" integer;--> statement-breakpoint
ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_by_a_person" FOREIGN KEY ("county_id","changed_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "need_waits_for_calendar" ON "need" USING btree ("county_id","respond_from") WHERE "respond_by" is null;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_respond_term_is_whole" CHECK (num_nonnulls("respond_from", "respond_days") <> 1);--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_respond_term_is_whole" CHECK (num_nonnulls("respond_from", "respond_days") <> 1);--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_respond_by_or_its_term" CHECK (num_nonnulls("respond_by", "respond_days") > 0);--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_deadline_term_is_whole" CHECK (num_nonnulls("deadline_from", "deadline_days") <> 1);--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_deadline_or_its_term" CHECK (num_nonnulls("deadline_at", "deadline_days") > 0);--> statement-breakpoint
ALTER TABLE "retirement" ADD CONSTRAINT "retirement_notice_term_is_whole" CHECK (num_nonnulls("notice_from", "notice_days") <> 1);--> statement-breakpoint
ALTER TABLE "retirement" ADD CONSTRAINT "retirement_final_after_its_notice" CHECK ("final_at" is null or ("notice_until" is not null and "final_at" >= "notice_until"));--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decide_term_is_whole" CHECK (num_nonnulls("decide_from", "decide_days") <> 1);--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decide_by_or_its_term" CHECK (num_nonnulls("decide_by", "decide_days") > 0);
--> statement-breakpoint
-- Written once: the next change stands beside the earlier one.
GRANT SELECT, INSERT ON "calendar_change" TO dj_app;
--> statement-breakpoint
DO $$
DECLARE
  here constant text := 'county_id = current_setting(''app.county_id'', true)';
BEGIN
  ALTER TABLE "calendar_change" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "calendar_change" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY "calendar_change_read" ON "calendar_change" FOR SELECT USING (true)';
  EXECUTE format('CREATE POLICY "calendar_change_insert" ON "calendar_change" FOR INSERT WITH CHECK (%s)', here);
END $$;
--> statement-breakpoint
-- Open deadlines of before say what they were counted from, too: as many working days as the calendar has between the two.
DO $$
DECLARE
  here text;
  counted constant text := '(select count(*) from calendar_day d where d.county_id = t.county_id and d.is_working
    and d.day > (%1$s at time zone ''Asia/Shanghai'')::date
    and d.day <= ((%2$s - interval ''1 millisecond'') at time zone ''Asia/Shanghai'')::date)';
BEGIN
  FOR here IN SELECT county_id FROM "county" LOOP
    PERFORM set_config('app.county_id', here, true);
    EXECUTE 'UPDATE need t SET respond_from = received_at, respond_days = ' || format(counted, 't.received_at', 't.respond_by')
      || ' WHERE county_id = $1 AND state = ''received''' USING here;
    EXECUTE 'UPDATE claim t SET respond_from = started_at, respond_days = ' || format(counted, 't.started_at', 't.respond_by')
      || ' WHERE county_id = $1 AND state = ''requested'' AND respond_by IS NOT NULL' USING here;
    EXECUTE 'UPDATE rectification t SET deadline_from = issued_at, deadline_days = ' || format(counted, 't.issued_at', 't.deadline_at')
      || ' WHERE county_id = $1 AND state = ''issued''' USING here;
    EXECUTE 'UPDATE retirement t SET notice_from = decided_at, notice_days = ' || format(counted, 't.decided_at', 't.notice_until')
      || ' WHERE county_id = $1 AND state = ''on_notice''' USING here;
    EXECUTE 'UPDATE appeal t SET decide_from = filed_at, decide_days = ' || format(counted, 't.filed_at', 't.decide_by')
      || ' WHERE county_id = $1 AND state = ''filed''' USING here;
  END LOOP;
END $$;
