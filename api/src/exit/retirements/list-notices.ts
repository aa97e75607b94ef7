import { findCounty } from '@dj/db/queries/county/counties.ts'
import { listRetirements, type RetirementListRow } from '@dj/db/queries/exit/retirement-views.ts'
import type { NoticeList, PublicNotice } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

const MOST = 500

/** What is on public notice in a county, for everybody and without anybody's name. Errors: not_found. */
export async function listNotices(deps: Deps, { countyId }: { countyId: string }): Promise<Sent<typeof NoticeList>> {
  if (!(await findCounty(deps.db, countyId))) throw new Refused('not_found')
  const rows = await listRetirements(
    inCounty(deps, countyId).db,
    countyId,
    { state: 'on_notice' },
    { limit: MOST, after: null },
  )
  const at = deps.now()
  return { items: rows.map((row) => toNotice(row, at)) }
}

const toNotice = (row: RetirementListRow, at: Date): Sent<typeof PublicNotice> => ({
  id: row.id,
  order: { number: row.order_number, title: row.title, tier: row.tier },
  owner: { name: row.owner_name },
  evidence: row.evidence,
  reason: row.reason,
  noticeUntil: wireInstantOrNull(row.notice_until),
  isOver: row.notice_until !== null && new Date(row.notice_until) <= at,
  objections: {
    raised: row.objections.length,
    answered: row.objections.filter(({ answer }) => answer !== null).length,
  },
})
