import { must } from '@dj/shared/platform/assert.ts'
import type { JSONValue, Sql } from 'postgres'
import type { Entry } from './clients.ts'
import { LEDGER_ROWS } from './verbs-attempts.ts'

export const verbOf = (key: string) => must(key.split(':')[0], 'a verb')

/** What a fault is called, and the rows that show it. `j`: what people were told, by verb. */
const faults = {
  'acknowledged and lost': `
    select key from j where verb = 'answer' and status < 300 and not exists (select 1 from delivery d where d.id = j.about and d.answer = 'solved')
    union all select key from j where verb = 'photo' and status < 300 and not exists (select 1 from attachment a where a.id = j.made)
    union all select key from j where verb = 'draw' and status < 300 and not exists (select 1 from round r where r.id = j.about and drawn_at is not null)
    union all select key from j where verb = 'close' and status < 300 and not exists (select 1 from round r where r.id = j.about and closed_at is not null)
    union all select 'imports' where (select count(distinct key) from j where verb = 'import' and status < 300) <> (select count(*) from import_batch)`,
  'done twice': `
    select file_hash from import_batch group by file_hash having count(*) > 1
    union all select claim_id::text from event where kind = 'delivery.answered' group by claim_id having count(*) > 1
    union all select kind from event where kind in ('round.drawn', 'round.closed') group by kind having count(*) > 1
    union all select 'photos' where (select count(*) from attachment) <> (select count(distinct key) from j where verb = 'photo' and status < 300)`,
  'done by half': `
    select b.id::text from import_batch b where ${LEDGER_ROWS} <> (select count(*) from need n where n.import_batch_id = b.id)
    union all select d.id::text from delivery d where answer is not null and not exists (select 1 from event e where e.kind = 'delivery.answered' and e.claim_id = d.claim_id)
    union all select c.id::text from claim c join delivery d on d.claim_id = c.id where (d.answer = 'solved') <> (c.state = 'completed')
    union all select r.id::text from round r where drawn_at is not null and (select count(*) from target t where t.round_id = r.id) = 0`,
  'refused without reason': `select key from j where status >= 300`,
  'never answered': `select key from j where status is null`,
  'one key, two answers': `select key from j group by key having count(distinct (status, made)) > 1`,
} as const

/** Looks at the database itself, with what people were told beside it. */
export async function judgeVerbs(sql: Sql, journal: readonly Entry[]): Promise<Record<string, number>> {
  const rows: Record<string, JSONValue>[] = journal.flatMap(({ key, about, senders, answers: told }) =>
    Array.from({ length: senders }, (_, n) => {
      const { status = null, id = null } = told[n] ?? {}
      return { key, verb: verbOf(key), about, status, made: id }
    }),
  )
  await sql`create temp table j as select * from jsonb_to_recordset(${sql.json(rows)})
    as t(key text, verb text, about uuid, status int, made uuid)`
  const verdict: Record<string, number> = {}
  for (const [fault, query] of Object.entries(faults)) {
    const found = await sql.unsafe(query)
    if (found.length > 0) verdict[fault] = found.length
  }
  return verdict
}
