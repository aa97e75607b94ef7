import { findRound, listRounds } from '@dj/db/queries/follow/rounds.ts'
import { findCounty } from '@dj/db/queries/county/counties.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { RoundPage, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewRound, viewRounds } from './round.view.ts'

interface Paging {
  limit: number
  cursor?: string | undefined
}

/** The rounds of the county, newest first, aborted ones among them. */
export function listRoundsFor(deps: Deps, { actor, ...paging }: Paging & { actor: Actor }) {
  return pageOfRounds(deps, actor.countyId, actor, paging)
}

/** The same to everybody: plans, hashes and results, without half-way figures. */
export async function publishedRounds(deps: Deps, { countyId, ...paging }: Paging & { countyId: string }) {
  if (!(await findCounty(deps.db, countyId))) throw new Refused('not_found')
  return pageOfRounds(inCounty(deps, countyId), countyId, null, paging)
}

async function pageOfRounds(
  deps: Deps,
  countyId: string,
  actor: Actor | null,
  { limit, cursor }: Paging,
): Promise<Sent<typeof RoundPage>> {
  const rows = await listRounds(deps.db, countyId, { limit: limit + 1, after: fromCursor(cursor, 'name') })
  const page = cutPage(rows, limit, ({ quarter, id }) => ({ key: quarter, id }))
  return { ...page, items: await viewRounds(deps.db, page.items, actor, deps.now()) }
}

export async function readRound(
  deps: Deps,
  { actor, roundId }: { actor: Actor; roundId: string },
): Promise<Sent<typeof RoundView>> {
  const round = await findRound(deps.db, actor.countyId, roundId)
  if (!round) throw new Refused('not_found')
  return viewRound(deps.db, round, actor, deps.now())
}
