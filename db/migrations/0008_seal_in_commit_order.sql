-- The seal follows the events in the order of their transactions; the generator does not know that column.
CREATE INDEX "event_in_commit_order" ON "event" USING btree ("county_id","xid","id");
