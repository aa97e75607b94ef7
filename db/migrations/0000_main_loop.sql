CREATE TABLE "attachment" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (6) with time zone NOT NULL,
	"progress_id" uuid,
	"delivery_id" uuid,
	CONSTRAINT "attachment_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "attachment_shows_one_thing" CHECK (num_nonnulls("attachment"."progress_id", "attachment"."delivery_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (6) with time zone,
	"refresh_token_expires_at" timestamp (6) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"county_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"created_at" timestamp (6) with time zone,
	"updated_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"place" integer NOT NULL,
	"claimant_kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"state" text NOT NULL,
	"note" text,
	"started_at" timestamp (6) with time zone NOT NULL,
	"due_at" timestamp (6) with time zone NOT NULL,
	"respond_by" timestamp (6) with time zone,
	"extended" boolean DEFAULT false NOT NULL,
	"share" integer,
	"last_report_at" timestamp (6) with time zone,
	"not_solved_once" boolean DEFAULT false NOT NULL,
	"ended_at" timestamp (6) with time zone,
	"end_reason" text,
	"part" text GENERATED ALWAYS AS ('doer') STORED NOT NULL,
	CONSTRAINT "claim_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "claim_of_its_order" UNIQUE("county_id","id","order_id"),
	CONSTRAINT "claim_by_member_or_organization" CHECK (("claim"."claimant_kind" = 'member') = ("claim"."organization_id" is null)),
	CONSTRAINT "claim_ends_after_it_starts" CHECK ("claim"."ended_at" >= "claim"."started_at"),
	CONSTRAINT "claim_ended_when_over" CHECK (("claim"."state" in ('requested', 'active', 'delivered')) = ("claim"."ended_at" is null)),
	CONSTRAINT "claim_share_is_a_percentage" CHECK ("claim"."share" between 0 and 100),
	CONSTRAINT "claim_state_known" CHECK ("claim"."state" in ('requested', 'active', 'delivered', 'completed', 'released', 'lapsed', 'failed', 'ended')),
	CONSTRAINT "claim_claimant_kind_known" CHECK ("claim"."claimant_kind" in ('member', 'group', 'branch', 'alliance'))
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"words" text NOT NULL,
	"hours" numeric(6, 1),
	"delivered_by" uuid NOT NULL,
	"delivered_at" timestamp (6) with time zone NOT NULL,
	"answer" text,
	"answer_words" text,
	"answer_via" text,
	"answered_by" uuid,
	"answered_at" timestamp (6) with time zone,
	CONSTRAINT "delivery_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "delivery_not_answered_by_its_doer" CHECK ("delivery"."answered_by" <> "delivery"."delivered_by"),
	CONSTRAINT "delivery_answer_is_whole" CHECK (num_nonnulls("delivery"."answer", "delivery"."answer_via", "delivery"."answered_at") in (0, 3)),
	CONSTRAINT "delivery_answer_known" CHECK ("delivery"."answer" in ('solved', 'partly', 'not', 'unanswered')),
	CONSTRAINT "delivery_answer_via_known" CHECK ("delivery"."answer_via" in ('signed_in', 'receipt', 'telephone', 'silence'))
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"county_id" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (6) with time zone NOT NULL,
	"part" text GENERATED ALWAYS AS (case when state = 'confirmed' then 'doer' end) STORED,
	CONSTRAINT "participant_pkey" PRIMARY KEY("county_id","claim_id","person_id"),
	CONSTRAINT "participant_state_known" CHECK ("participant"."state" in ('listed', 'confirmed', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"share" integer NOT NULL,
	"words" text NOT NULL,
	"hours" numeric(6, 1),
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "progress_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "progress_share_is_a_percentage" CHECK ("progress"."share" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"county_id" text NOT NULL,
	"day" date NOT NULL,
	"is_working" boolean NOT NULL,
	"note" text,
	CONSTRAINT "calendar_day_pkey" PRIMARY KEY("county_id","day")
);
--> statement-breakpoint
CREATE TABLE "county_settings" (
	"county_id" text NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (6) with time zone NOT NULL,
	"note" text,
	CONSTRAINT "county_settings_pkey" PRIMARY KEY("county_id","version"),
	CONSTRAINT "county_settings_version_counts" CHECK ("county_settings"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "county" (
	"county_id" text NOT NULL,
	"name" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "county_pkey" PRIMARY KEY("county_id"),
	CONSTRAINT "county_id_is_a_division_code" CHECK ("county"."county_id" ~ '^[0-9]{6}$')
);
--> statement-breakpoint
CREATE TABLE "event" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"by" uuid,
	"need_id" uuid,
	"order_id" uuid,
	"claim_id" uuid,
	"data" jsonb NOT NULL,
	CONSTRAINT "event_pkey" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"county_id" text NOT NULL,
	"subject" text NOT NULL,
	"key" text NOT NULL,
	"route" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb,
	"at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "idempotency_pkey" PRIMARY KEY("county_id","subject","key")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"counts" jsonb NOT NULL,
	"applied_by" uuid NOT NULL,
	"applied_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "import_batch_pkey" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "need_contact" (
	"county_id" text NOT NULL,
	"need_id" uuid NOT NULL,
	"name" text,
	"phone" text,
	CONSTRAINT "need_contact_pkey" PRIMARY KEY("county_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "need" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"channel" text NOT NULL,
	"round_label" text,
	"requester_kind" text NOT NULL,
	"requester_name" text NOT NULL,
	"requester_person_id" uuid,
	"organization_id" uuid,
	"town_id" uuid,
	"category" text NOT NULL,
	"body" text NOT NULL,
	"urgency" text NOT NULL,
	"collected_on" date,
	"collected_precision" text,
	"remark" text,
	"source_url" text,
	"receipt_code" text NOT NULL,
	"entered_by" uuid,
	"holder_id" uuid,
	"import_batch_id" uuid,
	"import_fingerprint" text,
	"merged_into_id" uuid,
	"answer" text,
	"decline_reason" text,
	"reopened" boolean DEFAULT false NOT NULL,
	"search" text[] NOT NULL,
	"received_at" timestamp (6) with time zone NOT NULL,
	"respond_by" timestamp (6) with time zone NOT NULL,
	"responded_at" timestamp (6) with time zone,
	CONSTRAINT "need_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "need_receipt_code_once" UNIQUE("county_id","receipt_code"),
	CONSTRAINT "need_answered_with_words" CHECK ("need"."state" <> 'answered' or "need"."answer" is not null),
	CONSTRAINT "need_declined_with_reason" CHECK ("need"."state" <> 'declined' or "need"."decline_reason" is not null),
	CONSTRAINT "need_not_merged_into_itself" CHECK ("need"."merged_into_id" <> "need"."id"),
	CONSTRAINT "need_state_known" CHECK ("need"."state" in ('received', 'linked', 'answered', 'declined')),
	CONSTRAINT "need_channel_known" CHECK ("need"."channel" in ('solicitation', 'symposium', 'poll', 'hotline', 'scout', 'station', 'self_service', 'import')),
	CONSTRAINT "need_requester_kind_known" CHECK ("need"."requester_kind" in ('enterprise', 'organization', 'member', 'worker')),
	CONSTRAINT "need_urgency_known" CHECK ("need"."urgency" in ('critical', 'urgent', 'normal'))
);
--> statement-breakpoint
CREATE TABLE "feedback_record" (
	"county_id" text NOT NULL,
	"order_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"outcome" text NOT NULL,
	"summary" text NOT NULL,
	"claims" integer NOT NULL,
	"hours" text NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "feedback_record_pkey" PRIMARY KEY("county_id","order_id","cycle"),
	CONSTRAINT "feedback_record_outcome_known" CHECK ("feedback_record"."outcome" in ('solved', 'unanswered', 'retired'))
);
--> statement-breakpoint
CREATE TABLE "order_need" (
	"county_id" text NOT NULL,
	"order_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "order_need_pkey" PRIMARY KEY("county_id","order_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "order_number" (
	"county_id" text NOT NULL,
	"tier" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "order_number_pkey" PRIMARY KEY("county_id","tier","year")
);
--> statement-breakpoint
CREATE TABLE "order_part" (
	"county_id" text NOT NULL,
	"order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "order_part_pkey" PRIMARY KEY("county_id","order_id","person_id"),
	CONSTRAINT "order_part_is_one" UNIQUE("county_id","order_id","person_id","part"),
	CONSTRAINT "order_part_known" CHECK ("order_part"."part" in ('doer', 'rater', 'inspector'))
);
--> statement-breakpoint
CREATE TABLE "order_place" (
	"county_id" text NOT NULL,
	"order_id" uuid NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "order_place_pkey" PRIMARY KEY("county_id","order_id","place"),
	CONSTRAINT "order_place_counts" CHECK ("order_place"."place" between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "demand_order" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"number" text,
	"tier" text NOT NULL,
	"tier_reason" text NOT NULL,
	"owner_organization_id" uuid NOT NULL,
	"town_id" uuid,
	"state" text NOT NULL,
	"cycle" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"ask" text NOT NULL,
	"acceptance" text NOT NULL,
	"beneficiaries" text NOT NULL,
	"category" text NOT NULL,
	"mode" text NOT NULL,
	"confirm_required" boolean NOT NULL,
	"skills" text[] NOT NULL,
	"location" text,
	"claim_by" date,
	"due_on" date,
	"standing" boolean NOT NULL,
	"standing_until" date,
	"author_id" uuid NOT NULL,
	"publisher_id" uuid,
	"published_at" timestamp (6) with time zone,
	"listed_at" timestamp (6) with time zone NOT NULL,
	"state_since" timestamp (6) with time zone NOT NULL,
	"confirmed_at" timestamp (6) with time zone NOT NULL,
	"closed_cycle" integer,
	"search" text[] NOT NULL,
	CONSTRAINT "demand_order_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "demand_order_number_once" UNIQUE("county_id","number"),
	CONSTRAINT "demand_order_closed_has_a_record" CHECK ("demand_order"."state" <> 'closed' or "demand_order"."closed_cycle" is not null),
	CONSTRAINT "demand_order_second_person_publishes" CHECK ("demand_order"."tier" = 'C' or "demand_order"."publisher_id" <> "demand_order"."author_id"),
	CONSTRAINT "demand_order_published_is_complete" CHECK ("demand_order"."state" in ('draft', 'discarded') or ("demand_order"."number" is not null and "demand_order"."publisher_id" is not null and "demand_order"."published_at" is not null)),
	CONSTRAINT "demand_order_due_after_claim_by" CHECK ("demand_order"."due_on" >= "demand_order"."claim_by"),
	CONSTRAINT "demand_order_state_known" CHECK ("demand_order"."state" in ('draft', 'open', 'claimed', 'delivered', 'rectifying', 'retiring', 'retired', 'closed', 'discarded')),
	CONSTRAINT "demand_order_tier_known" CHECK ("demand_order"."tier" in ('A', 'B', 'C')),
	CONSTRAINT "demand_order_mode_known" CHECK ("demand_order"."mode" in ('individual', 'collective', 'either'))
);
--> statement-breakpoint
CREATE TABLE "second" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"need_id" uuid,
	"order_id" uuid,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "second_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "second_joins_one_thing" CHECK (num_nonnulls("second"."need_id", "second"."order_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "alliance_member" (
	"county_id" text NOT NULL,
	"alliance_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "alliance_member_pkey" PRIMARY KEY("county_id","alliance_id","organization_id"),
	CONSTRAINT "alliance_member_part_known" CHECK ("alliance_member"."part" in ('lead', 'member', 'enterprise'))
);
--> statement-breakpoint
CREATE TABLE "enterprise" (
	"county_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"industry" text,
	"employees" integer,
	"party_organization_id" uuid,
	CONSTRAINT "enterprise_pkey" PRIMARY KEY("county_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"parent_id" uuid,
	"town_id" uuid,
	"path" uuid[] NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "organization_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "organization_name_once_per_parent" UNIQUE("county_id","parent_id","name"),
	CONSTRAINT "organization_only_the_county_is_root" CHECK (("organization"."kind" = 'county') = ("organization"."parent_id" is null)),
	CONSTRAINT "organization_path_ends_in_itself" CHECK ("organization"."path"[cardinality("organization"."path")] = "organization"."id"),
	CONSTRAINT "organization_kind_known" CHECK ("organization"."kind" in ('county', 'town', 'park_committee', 'party_committee', 'general_branch', 'branch', 'joint_branch', 'group', 'enterprise', 'station', 'alliance'))
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"county_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "membership_pkey" PRIMARY KEY("county_id","person_id","organization_id"),
	CONSTRAINT "membership_state_known" CHECK ("membership"."state" in ('asked', 'invited', 'accepted', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "person_identity" (
	"county_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	CONSTRAINT "person_identity_pkey" PRIMARY KEY("county_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"account_id" text,
	"alias" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"home_organization_id" uuid,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "person_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "person_kind_known" CHECK ("person"."kind" in ('member', 'probationary', 'worker', 'staff')),
	CONSTRAINT "person_status_known" CHECK ("person"."status" in ('active', 'suspended', 'left'))
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"valid_from" timestamp (6) with time zone NOT NULL,
	"valid_until" timestamp (6) with time zone,
	"granted_by" uuid,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "role_grant_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "role_grant_not_to_oneself" CHECK ("role_grant"."granted_by" <> "role_grant"."person_id"),
	CONSTRAINT "role_grant_ends_after_it_starts" CHECK ("role_grant"."valid_until" >= "role_grant"."valid_from"),
	CONSTRAINT "role_grant_role_known" CHECK ("role_grant"."role" in ('secretary', 'alliance_lead', 'town_organizer', 'county_organizer', 'inspector', 'operator', 'scout', 'system_admin', 'security_admin', 'audit_admin'))
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"county_id" text NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"quarter" text NOT NULL,
	"rater_person_id" uuid,
	"rater_need_id" uuid,
	"side" text NOT NULL,
	"attitude" integer NOT NULL,
	"speed" integer NOT NULL,
	"result" integer NOT NULL,
	"words" text,
	"entered_by" uuid,
	"rated_at" timestamp (6) with time zone NOT NULL,
	"changed_at" timestamp (6) with time zone,
	"part" text GENERATED ALWAYS AS ('rater') STORED NOT NULL,
	CONSTRAINT "rating_pkey" PRIMARY KEY("county_id","id"),
	CONSTRAINT "rating_by_person_or_need" CHECK (num_nonnulls("rating"."rater_person_id", "rating"."rater_need_id") = 1),
	CONSTRAINT "rating_grades_known" CHECK ("rating"."attitude" between 1 and 5 and "rating"."speed" between 1 and 5 and "rating"."result" between 1 and 5),
	CONSTRAINT "rating_quarter_known" CHECK ("rating"."quarter" ~ '^[0-9]{4}Q[1-4]$'),
	CONSTRAINT "rating_side_known" CHECK ("rating"."side" in ('member', 'worker', 'enterprise'))
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_by_a_person" FOREIGN KEY ("county_id","uploaded_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_progress" FOREIGN KEY ("county_id","progress_id") REFERENCES "public"."progress"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_a_delivery" FOREIGN KEY ("county_id","delivery_id") REFERENCES "public"."delivery"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_takes_a_place" FOREIGN KEY ("county_id","order_id","place") REFERENCES "public"."order_place"("county_id","order_id","place") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_makes_a_doer" FOREIGN KEY ("county_id","order_id","person_id","part") REFERENCES "public"."order_part"("county_id","order_id","person_id","part") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_by_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_for_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_of_a_claim" FOREIGN KEY ("county_id","claim_id","order_id") REFERENCES "public"."claim"("county_id","id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_by_a_person" FOREIGN KEY ("county_id","delivered_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_in_a_claim" FOREIGN KEY ("county_id","claim_id","order_id") REFERENCES "public"."claim"("county_id","id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_is_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_becomes_a_doer" FOREIGN KEY ("county_id","order_id","person_id","part") REFERENCES "public"."order_part"("county_id","order_id","person_id","part") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_of_a_claim" FOREIGN KEY ("county_id","claim_id") REFERENCES "public"."claim"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_by_a_person" FOREIGN KEY ("county_id","reported_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_county_id_county_county_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."county"("county_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "county_settings" ADD CONSTRAINT "county_settings_county_id_county_county_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."county"("county_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_by_a_person" FOREIGN KEY ("county_id","applied_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_contact" ADD CONSTRAINT "need_contact_of_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_requested_by_a_person" FOREIGN KEY ("county_id","requester_person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_entered_by_a_person" FOREIGN KEY ("county_id","entered_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_held_by_a_person" FOREIGN KEY ("county_id","holder_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_of_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_in_a_town" FOREIGN KEY ("county_id","town_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_from_an_import" FOREIGN KEY ("county_id","import_batch_id") REFERENCES "public"."import_batch"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_merged_into_a_need" FOREIGN KEY ("county_id","merged_into_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_need" ADD CONSTRAINT "order_need_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_need" ADD CONSTRAINT "order_need_links_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_part" ADD CONSTRAINT "order_part_in_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_part" ADD CONSTRAINT "order_part_of_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_place" ADD CONSTRAINT "order_place_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_order" ADD CONSTRAINT "demand_order_owned_by_an_organization" FOREIGN KEY ("county_id","owner_organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_order" ADD CONSTRAINT "demand_order_in_a_town" FOREIGN KEY ("county_id","town_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_order" ADD CONSTRAINT "demand_order_written_by_a_person" FOREIGN KEY ("county_id","author_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_order" ADD CONSTRAINT "demand_order_published_by_a_person" FOREIGN KEY ("county_id","publisher_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_order" ADD CONSTRAINT "demand_order_closes_with_a_record" FOREIGN KEY ("county_id","id","closed_cycle") REFERENCES "public"."feedback_record"("county_id","order_id","cycle") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second" ADD CONSTRAINT "second_joins_a_need" FOREIGN KEY ("county_id","need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second" ADD CONSTRAINT "second_joins_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second" ADD CONSTRAINT "second_by_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second" ADD CONSTRAINT "second_for_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alliance_member" ADD CONSTRAINT "alliance_member_belongs_to_an_alliance" FOREIGN KEY ("county_id","alliance_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alliance_member" ADD CONSTRAINT "alliance_member_is_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_is_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_is_covered_by_a_party_organization" FOREIGN KEY ("county_id","party_organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_county_id_county_county_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."county"("county_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_has_a_parent" FOREIGN KEY ("county_id","parent_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_lies_in_a_town" FOREIGN KEY ("county_id","town_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_of_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_in_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_of_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_has_a_home" FOREIGN KEY ("county_id","home_organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_to_a_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_by_a_person" FOREIGN KEY ("county_id","granted_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_in_an_organization" FOREIGN KEY ("county_id","organization_id") REFERENCES "public"."organization"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_of_an_order" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."demand_order"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_by_a_rater" FOREIGN KEY ("county_id","order_id","rater_person_id","part") REFERENCES "public"."order_part"("county_id","order_id","person_id","part") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_by_a_need" FOREIGN KEY ("county_id","rater_need_id") REFERENCES "public"."need"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_entered_by_a_person" FOREIGN KEY ("county_id","entered_by") REFERENCES "public"."person"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_by_progress" ON "attachment" USING btree ("county_id","progress_id");--> statement-breakpoint
CREATE INDEX "attachment_by_delivery" ON "attachment" USING btree ("county_id","delivery_id");--> statement-breakpoint
CREATE INDEX "auth_account_by_user" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_session_token_once" ON "auth_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "auth_session_by_user" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_email_once" ON "auth_user" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_username_once" ON "auth_user" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_one_live_per_place" ON "claim" USING btree ("county_id","order_id","cycle","place") WHERE "claim"."state" in ('requested', 'active', 'delivered', 'completed');--> statement-breakpoint
CREATE UNIQUE INDEX "claim_one_live_per_member" ON "claim" USING btree ("county_id","order_id","person_id") WHERE "claim"."claimant_kind" = 'member' and "claim"."state" in ('requested', 'active', 'delivered');--> statement-breakpoint
CREATE UNIQUE INDEX "claim_one_live_per_organization" ON "claim" USING btree ("county_id","order_id","organization_id") WHERE "claim"."state" in ('requested', 'active', 'delivered');--> statement-breakpoint
CREATE INDEX "claim_by_order" ON "claim" USING btree ("county_id","order_id","cycle");--> statement-breakpoint
CREATE INDEX "claim_by_person" ON "claim" USING btree ("county_id","person_id","state");--> statement-breakpoint
CREATE INDEX "claim_by_organization" ON "claim" USING btree ("county_id","organization_id","state");--> statement-breakpoint
CREATE INDEX "claim_clock" ON "claim" USING btree ("county_id","state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_one_unanswered" ON "delivery" USING btree ("county_id","claim_id") WHERE "delivery"."answer" is null;--> statement-breakpoint
CREATE INDEX "delivery_by_order" ON "delivery" USING btree ("county_id","order_id","delivered_at");--> statement-breakpoint
CREATE INDEX "participant_by_person" ON "participant" USING btree ("county_id","person_id","state");--> statement-breakpoint
CREATE INDEX "progress_by_claim" ON "progress" USING btree ("county_id","claim_id","reported_at");--> statement-breakpoint
CREATE INDEX "event_of_order" ON "event" USING btree ("county_id","order_id","at","id");--> statement-breakpoint
CREATE INDEX "event_of_need" ON "event" USING btree ("county_id","need_id","at","id");--> statement-breakpoint
CREATE INDEX "event_by_kind" ON "event" USING btree ("county_id","kind","at");--> statement-breakpoint
CREATE UNIQUE INDEX "need_import_once" ON "need" USING btree ("county_id","import_fingerprint");--> statement-breakpoint
CREATE INDEX "need_list" ON "need" USING btree ("county_id","state","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "need_by_town" ON "need" USING btree ("county_id","town_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "need_by_organization" ON "need" USING btree ("county_id","organization_id");--> statement-breakpoint
CREATE INDEX "need_by_requester" ON "need" USING btree ("county_id","requester_person_id");--> statement-breakpoint
CREATE INDEX "need_search" ON "need" USING gin ("search");--> statement-breakpoint
CREATE INDEX "order_need_by_need" ON "order_need" USING btree ("county_id","need_id");--> statement-breakpoint
CREATE INDEX "order_part_by_person" ON "order_part" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "demand_order_list" ON "demand_order" USING btree ("county_id","state","listed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "demand_order_by_tier" ON "demand_order" USING btree ("county_id","tier","state","listed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "demand_order_by_town" ON "demand_order" USING btree ("county_id","town_id","state","listed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "demand_order_by_owner" ON "demand_order" USING btree ("county_id","owner_organization_id","state");--> statement-breakpoint
CREATE INDEX "demand_order_search" ON "demand_order" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "second_once_per_need" ON "second" USING btree ("county_id","need_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_once_per_order" ON "second" USING btree ("county_id","order_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "alliance_member_one_lead" ON "alliance_member" USING btree ("county_id","alliance_id") WHERE "alliance_member"."part" = 'lead';--> statement-breakpoint
CREATE UNIQUE INDEX "organization_one_root" ON "organization" USING btree ("county_id") WHERE "organization"."kind" = 'county';--> statement-breakpoint
CREATE INDEX "organization_by_path" ON "organization" USING gin ("path");--> statement-breakpoint
CREATE UNIQUE INDEX "person_one_per_account" ON "person" USING btree ("county_id","account_id");--> statement-breakpoint
CREATE INDEX "person_by_home" ON "person" USING btree ("county_id","home_organization_id");--> statement-breakpoint
CREATE INDEX "role_grant_by_organization" ON "role_grant" USING btree ("county_id","organization_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_once_per_person" ON "rating" USING btree ("county_id","order_id","quarter","rater_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_once_per_need" ON "rating" USING btree ("county_id","order_id","quarter","rater_need_id");