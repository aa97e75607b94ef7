import type { Sql } from 'postgres'
import { COUNTY } from './places.ts'

/** Members who have claimed and reported, those who have rated, and those who are about to claim for the first time. */
export interface Crowd {
  doers: number
  raters: number
  claimants: number
}

export const tokenOf = (person: number): string => `bench-token-${person}`

/** People with accounts and open sessions, numbered from 0 in the order of the crowd's parts. */
export async function makePeople(sql: Sql, { doers, raters, claimants }: Crowd): Promise<void> {
  const last = doers + raters + claimants - 1
  await sql.unsafe(`
    create temp table people as
      select n as nr, pg_temp.v7('2024-02-01'::timestamptz + n * interval '1 second', 3, n) as id, b.id as home,
        (array['电工', '招聘', '心理咨询', '法律', '消防', '教育', '采购', '研发'])[1 + n % 8] as skill
      from generate_series(0, ${last}) n join branch b on b.i = n * 7 % (select count(*) from branch);
    insert into person (county_id, id, account_id, alias, kind, home_organization_id, skills, created_at)
      select '${COUNTY}', id, 'bench-account-' || nr, '同志' || nr, case when nr % 20 = 7 then 'probationary' else 'member' end, home,
        array[skill], '2024-02-01' from people;
    insert into person_identity (county_id, person_id, name, phone)
      select '${COUNTY}', id, '姓名' || nr, '1380000' || lpad((nr % 10000)::text, 4, '0') from people;
    insert into auth_user (id, name, email, username, display_username, county_id, person_id, created_at, updated_at)
      select 'bench-account-' || nr, 'bench' || nr, 'bench' || nr || '@accounts.invalid', 'bench' || nr, 'bench' || nr, '${COUNTY}', id, now(), now()
      from people;
    insert into auth_session (id, token, user_id, expires_at, created_at, updated_at)
      select 'bench-session-' || nr, encode(sha256(convert_to('bench-token-' || nr, 'UTF8')), 'hex'), 'bench-account-' || nr, now() + interval '7 days', now(), now() from people;
    create unique index on people (nr);
    analyze people`)
}
