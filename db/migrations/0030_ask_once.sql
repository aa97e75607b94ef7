INSERT INTO "checklist" ("county_id", "version", "items", "changed_at", "note")
SELECT c.county_id, c.version + 1, kept.items, c.changed_at, '回访另有专栏，检查表不再重复询问'
FROM "checklist" c, LATERAL (
  SELECT jsonb_agg(i ORDER BY n) AS items FROM jsonb_array_elements(c.items) WITH ORDINALITY AS x(i, n)
  WHERE i ->> 'code' NOT IN ('called_back', 'call_back_gap') AND i #>> '{when,code}' IS DISTINCT FROM 'called_back'
) kept
WHERE c.items @> '[{"code": "called_back"}]' AND kept.items IS NOT NULL
  AND NOT EXISTS (SELECT FROM "checklist" l WHERE l.county_id = c.county_id AND l.version > c.version);
