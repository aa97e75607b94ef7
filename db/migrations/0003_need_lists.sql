CREATE INDEX "need_newest" ON "need" USING btree ("county_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "need_voices" ON "need" USING btree ("county_id","merged_into_id") WHERE "need"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "second_by_person" ON "second" USING btree ("county_id","person_id");