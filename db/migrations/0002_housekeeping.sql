CREATE INDEX "attachment_by_content" ON "attachment" USING btree ("county_id","sha256");--> statement-breakpoint
CREATE INDEX "attachment_unused" ON "attachment" USING btree ("county_id","uploaded_at") WHERE "attachment"."progress_id" is null and "attachment"."delivery_id" is null;--> statement-breakpoint
CREATE INDEX "idempotency_by_age" ON "idempotency" USING brin ("at");--> statement-breakpoint
-- Housekeeping removes what has served: photos nobody attached, and replies nobody will ask for again.
GRANT DELETE ON "attachment", "idempotency" TO dj_app;
