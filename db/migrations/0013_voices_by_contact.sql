-- What an imported need is known by includes its contact from now on: the same words from somebody else are another voice.
-- Forced row security binds the owner too, who works here for all counties at once.
ALTER TABLE "need" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "need_contact" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "need" n SET "import_fingerprint" = encode(sha256(convert_to(
    n."import_fingerprint" || chr(10) || replace(normalize(coalesce(c."name", ''), NFKC), ' ', '')
    || chr(10) || replace(normalize(coalesce(c."phone", ''), NFKC), ' ', ''), 'UTF8')), 'hex')
  FROM "need_contact" c
  WHERE c."county_id" = n."county_id" AND c."need_id" = n."id" AND n."import_fingerprint" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "need_contact" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "need" FORCE ROW LEVEL SECURITY;
