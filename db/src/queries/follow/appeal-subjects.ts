import { sql } from 'drizzle-orm'
import { AppealEffect, type AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { RatingSide } from '@dj/shared/follow/rating/rating.schema.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'

export type SubjectRow = {
  subject: 'rating' | 'finding'
  subject_id: string
  side: RatingSide | null
  quarter: string | null
  words: string | null
  at: string
  against: string | null
  value: Record<string, unknown>
  doubted_at: string | null
  state: AppealView['state'] | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  decide_by: string | null
  decision_reason: string | null
}

const MOST = 200

/** The ratings and final findings on an order, newest first, findings before ratings, each with its appeal. */
export async function appealSubjects(db: Reads, countyId: string, orderId: string): Promise<SubjectRow[]> {
  return db.execute<SubjectRow>(sql`
    with s as (
      select 'rating' as subject, r.id, r.side, r.quarter, r.words, coalesce(r.changed_at, r.rated_at) as at, r.rater_person_id as against,
        json_build_object('attitude', r.attitude, 'speed', r.speed, 'result', r.result, 'excluded', r.excluded) as value,
        (select max(j.judged_at) from (select distinct on (flag_id) * from flag_judgement where county_id = r.county_id and quarter = r.quarter
          order by flag_id, judged_at desc, id desc) j where j.verdict = 'doubtful' and r.id = any(j.rating_ids)) as doubted_at
      from rating r where r.county_id = ${countyId} and r.order_id = ${orderId}
      union all select 'finding', f.id, null, f.quarter, f.words, f.received_at, f.inspector_id,
        json_build_object('effect', f.effect, 'verdict', f.verdict), null
      from finding f where f.county_id = ${countyId} and f.order_id = ${orderId} and f.state = 'final')
    select s.subject, s.id as subject_id, s.side, s.quarter, s.words, s.at::text, s.against, s.value, s.doubted_at::text,
      a.state, a.before, a.after, a.decide_by::text, a.decision_reason
    from s left join appeal a on a.county_id = ${countyId} and a.subject = s.subject and a.subject_id = s.id
    order by s.subject, s.at desc, s.id desc limit ${MOST}`)
}

/** What ended or began on a held order since an event with this id could have been written. */
export async function effectsSince(tx: Tx, countyId: string, orderId: string, mark: string): Promise<AppealEffect[]> {
  const kinds = sql.join(
    AppealEffect.options.map((kind) => sql`${kind}`),
    sql`, `,
  )
  const rows = await tx.execute<{ kind: AppealEffect }>(sql`
    select distinct kind from event where county_id = ${countyId} and order_id = ${orderId} and id > ${mark}::uuid
      and kind in (${kinds}) order by kind`)
  return rows.map(({ kind }) => kind)
}
