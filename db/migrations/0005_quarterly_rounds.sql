CREATE TABLE "appeal" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_at" timestamp (6) with time zone NOT NULL,
	"decide_by" timestamp (6) with time zone NOT NULL,
	"against" uuid,
	"state" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp (6) with time zone,
	CONSTRAINT "appeal_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "appeal_decided_by_a_third" CHECK ("appeal"."decided_by" <> "appeal"."filed_by" and "appeal"."decided_by" <> "appeal"."against"),
	CONSTRAINT "appeal_state_known" CHECK ("appeal"."state" in ('filed', 'changed', 'kept')),
	CONSTRAINT "appeal_subject_known" CHECK ("appeal"."subject" in ('rating', 'finding'))
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"round_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"inspector_id" uuid NOT NULL,
	"state" text NOT NULL,
	"checklist_version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"effect" text,
	"verdict" text,
	"words" text NOT NULL,
	"call_back" jsonb,
	"written_at" timestamp (6) with time zone NOT NULL,
	"received_at" timestamp (6) with time zone NOT NULL,
	"quarter" text,
	"late" boolean DEFAULT false NOT NULL,
	"upheld" text DEFAULT 'standing' NOT NULL,
	"part" text GENERATED ALWAYS AS ('inspector') STORED NOT NULL,
	CONSTRAINT "finding_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "finding_final_is_whole" CHECK ("finding"."state" = 'draft' or ("finding"."effect" is not null and "finding"."verdict" is not null and "finding"."quarter" is not null)),
	CONSTRAINT "finding_state_known" CHECK ("finding"."state" in ('draft', 'final')),
	CONSTRAINT "finding_effect_known" CHECK ("finding"."effect" in ('good', 'fair', 'poor')),
	CONSTRAINT "finding_verdict_known" CHECK ("finding"."verdict" in ('pass', 'rectify', 'propose_retirement')),
	CONSTRAINT "finding_upheld_known" CHECK ("finding"."upheld" in ('standing', 'appealed', 'changed'))
);
--> statement-breakpoint
CREATE TABLE "objection" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"retirement_id" uuid NOT NULL,
	"person_id" uuid,
	"need_id" uuid,
	"words" text NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (6) with time zone,
	CONSTRAINT "objection_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "objection_by_person_or_need" CHECK (num_nonnulls("objection"."person_id", "objection"."need_id") = 1),
	CONSTRAINT "objection_not_answered_by_its_author" CHECK ("objection"."answered_by" <> "objection"."person_id")
);
--> statement-breakpoint
CREATE TABLE "rectification_item" (
	"county_id" text NOT NULL,
	"rectification_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"words" text NOT NULL,
	"done" text,
	"done_by" uuid,
	"done_at" timestamp (6) with time zone,
	CONSTRAINT "rectification_item_pkey" PRIMARY KEY("county_id","rectification_id","item")
);
--> statement-breakpoint
CREATE TABLE "rectification" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"number" text NOT NULL,
	"order_id" uuid NOT NULL,
	"state" text NOT NULL,
	"cause" text NOT NULL,
	"finding_id" uuid,
	"facts" jsonb NOT NULL,
	"order_state_before" text NOT NULL,
	"responsible_id" uuid,
	"issued_by" uuid,
	"issued_at" timestamp (6) with time zone NOT NULL,
	"deadline_at" timestamp (6) with time zone NOT NULL,
	"extended" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp (6) with time zone,
	"found_by" uuid,
	"reinspector_id" uuid,
	"decided_at" timestamp (6) with time zone,
	"decision" text,
	CONSTRAINT "rectification_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "rectification_reinspected_by_another" CHECK ("rectification"."reinspector_id" <> "rectification"."found_by" and "rectification"."reinspector_id" <> "rectification"."submitted_by"),
	CONSTRAINT "rectification_state_known" CHECK ("rectification"."state" in ('issued', 'submitted', 'passed', 'failed', 'void')),
	CONSTRAINT "rectification_cause_known" CHECK ("rectification"."cause" in ('finding', 'poor_rating'))
);
--> statement-breakpoint
CREATE TABLE "retirement" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" uuid NOT NULL,
	"state" text NOT NULL,
	"evidence" text NOT NULL,
	"facts" jsonb NOT NULL,
	"reason" text NOT NULL,
	"order_state_before" text NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp (6) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (6) with time zone,
	"decision_reason" text,
	"notice_until" timestamp (6) with time zone,
	"final_by" uuid,
	"final_at" timestamp (6) with time zone,
	"undo_until" timestamp (6) with time zone,
	CONSTRAINT "retirement_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "retirement_decided_by_a_second_person" CHECK ("retirement"."decided_by" <> "retirement"."proposed_by"),
	CONSTRAINT "retirement_final_after_its_notice" CHECK ("retirement"."final_at" is null or "retirement"."final_at" >= "retirement"."notice_until"),
	CONSTRAINT "retirement_state_known" CHECK ("retirement"."state" in ('proposed', 'on_notice', 'final', 'refused', 'withdrawn')),
	CONSTRAINT "retirement_evidence_known" CHECK ("retirement"."evidence" in ('finding', 'second_poor', 'poor_rating', 'failed_rectification', 'need_ceased'))
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"nth" integer DEFAULT 1 NOT NULL,
	"inspector_id" uuid NOT NULL,
	"assigned_at" timestamp (6) with time zone NOT NULL,
	"ended_at" timestamp (6) with time zone,
	"end_reason" text,
	"part" text GENERATED ALWAYS AS ('inspector') STORED NOT NULL,
	CONSTRAINT "assignment_pkey" PRIMARY KEY("county_id","round_id","order_id","slot","nth"),
	CONSTRAINT "assignment_slot_known" CHECK ("assignment"."slot" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "bulletin" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"correction" text,
	"signed_by" uuid NOT NULL,
	"published_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "bulletin_pkey" PRIMARY KEY("county_id","round_id","version"),
	CONSTRAINT "bulletin_correction_says_why" CHECK ("bulletin"."version" = 1 or "bulletin"."correction" is not null)
);
--> statement-breakpoint
CREATE TABLE "checklist" (
	"county_id" text NOT NULL,
	"version" integer NOT NULL,
	"items" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (6) with time zone NOT NULL,
	"note" text,
	CONSTRAINT "checklist_pkey" PRIMARY KEY("county_id","version")
);
--> statement-breakpoint
CREATE TABLE "declared_conflict" (
	"county_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declared_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "declared_conflict_pkey" PRIMARY KEY("county_id","person_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "event_seal" (
	"county_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "event_seal_pkey" PRIMARY KEY("county_id","seq"),
	CONSTRAINT "event_seal_hash_known" CHECK ("event_seal"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "frame_entry" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"order_version" integer NOT NULL,
	"tier" text NOT NULL,
	"town_id" uuid,
	"owner_organization_id" uuid NOT NULL,
	CONSTRAINT "frame_entry_pkey" PRIMARY KEY("county_id","round_id","order_id"),
	CONSTRAINT "frame_entry_tier_known" CHECK ("frame_entry"."tier" in ('A', 'B', 'C'))
);
--> statement-breakpoint
CREATE TABLE "round_seed" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"holder_id" uuid NOT NULL,
	"commitment" text,
	"committed_at" timestamp (6) with time zone,
	"seed" text,
	"revealed_by" uuid,
	"revealed_at" timestamp (6) with time zone,
	"fallback_reason" text,
	CONSTRAINT "round_seed_pkey" PRIMARY KEY("county_id","round_id","position"),
	CONSTRAINT "round_seed_position_known" CHECK ("round_seed"."position" in (1, 2)),
	CONSTRAINT "round_seed_matches_its_commitment" CHECK ("round_seed"."seed" is null or encode(sha256(convert_to("round_seed"."seed", 'UTF8')), 'hex') = "round_seed"."commitment"
        or ("round_seed"."fallback_reason" is not null and "round_seed"."seed" = encode(sha256(convert_to('withheld:' || "round_seed"."commitment", 'UTF8')), 'hex')))
);
--> statement-breakpoint
CREATE TABLE "round" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"quarter" text NOT NULL,
	"state" text NOT NULL,
	"lead_bodies" text[] NOT NULL,
	"due_on" date NOT NULL,
	"settings_version" integer NOT NULL,
	"rate" numeric(4, 3) NOT NULL,
	"minimum" integer NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp (6) with time zone NOT NULL,
	"public_value_source" text NOT NULL,
	"public_value_on" date NOT NULL,
	"public_value" text,
	"public_value_by" uuid,
	"public_value_at" timestamp (6) with time zone,
	"frozen_by" uuid,
	"frozen_at" timestamp (6) with time zone,
	"frame_hash" text,
	"frame_count" integer,
	"drawn_by" uuid,
	"drawn_at" timestamp (6) with time zone,
	"closing_by" uuid,
	"closing_at" timestamp (6) with time zone,
	"closed_by" uuid,
	"closed_at" timestamp (6) with time zone,
	"abort_reason" text,
	"aborted_at" timestamp (6) with time zone,
	CONSTRAINT "round_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "round_state_known" CHECK ("round"."state" in ('planned', 'frozen', 'drawn', 'running', 'closing', 'closed', 'aborted')),
	CONSTRAINT "round_quarter_known" CHECK ("round"."quarter" ~ '^[0-9]{4}Q[1-4]$'),
	CONSTRAINT "round_closed_by_two" CHECK ("round"."closed_by" <> "round"."closing_by"),
	CONSTRAINT "round_drawer_does_not_type_the_value" CHECK ("round"."drawn_by" <> "round"."public_value_by"),
	CONSTRAINT "round_frozen_has_a_hash" CHECK (num_nonnulls("round"."frozen_at", "round"."frozen_by", "round"."frame_hash", "round"."frame_count") in (0, 4)),
	CONSTRAINT "round_drawn_after_the_value" CHECK ("round"."drawn_at" is null or ("round"."public_value_at" is not null and "round"."drawn_at" >= "round"."public_value_at"))
);
--> statement-breakpoint
CREATE TABLE "target" (
	"county_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"draw_key" "bytea",
	"draw_rank" integer,
	"state" text NOT NULL,
	"excuse_reason" text,
	"excuse_asked_by" uuid,
	"excuse_decided_by" uuid,
	"inspected_at" timestamp (6) with time zone,
	CONSTRAINT "target_pkey" PRIMARY KEY("county_id","round_id","order_id"),
	CONSTRAINT "target_basis_known" CHECK ("target"."basis" in ('census', 'sample', 'targeted')),
	CONSTRAINT "target_state_known" CHECK ("target"."state" in ('waiting', 'inspected', 'excuse_asked', 'excused')),
	CONSTRAINT "target_excused_by_a_second_person" CHECK ("target"."excuse_decided_by" <> "target"."excuse_asked_by"),
	CONSTRAINT "target_excused_with_reason" CHECK ("target"."state" not in ('excuse_asked', 'excused') or ("target"."excuse_reason" is not null and "target"."excuse_asked_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_shows_one_thing";--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "finding_id" uuid;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "rectification_id" uuid;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "rectification_item" integer;--> statement-breakpoint
ALTER TABLE "demand_order" ADD COLUMN "reentry_of_id" uuid;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "excluded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_about_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_on_a_target" FOREIGN KEY ("county_id","round_id","order_id") REFERENCES "public"."target"("county_id","round_id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_by_an_inspector" FOREIGN KEY ("county_id","order_id","inspector_id","part") REFERENCES "public"."order_part"("county_id","order_id","person_id","part") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_to_a_retirement" FOREIGN KEY ("county_id","retirement_id") REFERENCES "public"."retirement"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_by_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_by_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_item" ADD CONSTRAINT "rectification_item_of_a_notice" FOREIGN KEY ("county_id","rectification_id") REFERENCES "public"."rectification"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_from_a_finding" FOREIGN KEY ("county_id","finding_id") REFERENCES "public"."finding"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_answered_by_a_person" FOREIGN KEY ("county_id","responsible_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retirement" ADD CONSTRAINT "retirement_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_of_a_target" FOREIGN KEY ("county_id","round_id","order_id") REFERENCES "public"."target"("county_id","round_id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_makes_an_inspector" FOREIGN KEY ("county_id","order_id","inspector_id","part") REFERENCES "public"."order_part"("county_id","order_id","person_id","part") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_of_a_round" FOREIGN KEY ("county_id","round_id") REFERENCES "public"."round"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist" ADD CONSTRAINT "checklist_county_id_county_county_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."county"("county_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_conflict" ADD CONSTRAINT "declared_conflict_of_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_entry" ADD CONSTRAINT "frame_entry_in_a_round" FOREIGN KEY ("county_id","round_id") REFERENCES "public"."round"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_entry" ADD CONSTRAINT "frame_entry_is_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_seed" ADD CONSTRAINT "round_seed_of_a_round" FOREIGN KEY ("county_id","round_id") REFERENCES "public"."round"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_seed" ADD CONSTRAINT "round_seed_held_by_a_person" FOREIGN KEY ("county_id","holder_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_county_id_county_county_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."county"("county_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_from_the_frame" FOREIGN KEY ("county_id","round_id","order_id") REFERENCES "public"."frame_entry"("county_id","round_id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_once" ON "appeal" USING btree ("county_id","subject","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_one_per_inspector" ON "finding" USING btree ("county_id","round_id","order_id","inspector_id");--> statement-breakpoint
CREATE INDEX "finding_of_order" ON "finding" USING btree ("county_id","order_id","quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "rectification_number_once" ON "rectification" USING btree ("county_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "rectification_one_live" ON "rectification" USING btree ("county_id","order_id") WHERE "rectification"."state" in ('issued', 'submitted');--> statement-breakpoint
CREATE UNIQUE INDEX "retirement_one_live" ON "retirement" USING btree ("county_id","order_id") WHERE "retirement"."state" in ('proposed', 'on_notice');--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_one_live_per_slot" ON "assignment" USING btree ("county_id","round_id","order_id","slot") WHERE "assignment"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_two_different_inspectors" ON "assignment" USING btree ("county_id","round_id","order_id","inspector_id") WHERE "assignment"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "assignment_by_inspector" ON "assignment" USING btree ("county_id","inspector_id","round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_seal_once" ON "event_seal" USING btree ("county_id","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_seed_two_holders" ON "round_seed" USING btree ("county_id","round_id","holder_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_one_per_quarter" ON "round" USING btree ("county_id","quarter") WHERE "round"."state" <> 'aborted';--> statement-breakpoint
CREATE INDEX "target_by_state" ON "target" USING btree ("county_id","round_id","basis","state");--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_a_finding" FOREIGN KEY ("county_id","finding_id") REFERENCES "public"."finding"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_a_rectification_item" FOREIGN KEY ("county_id","rectification_id","rectification_item") REFERENCES "public"."rectification_item"("county_id","rectification_id","item") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_shows_one_thing" CHECK (num_nonnulls("progress_id", "delivery_id", "finding_id", "rectification_id") <= 1);