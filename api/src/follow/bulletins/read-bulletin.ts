import { findBulletin } from '@dj/db/queries/follow/bulletins.ts'
import { findCountyOfRound, type PublishedRound } from '@dj/db/queries/follow/rounds.ts'
import type { BulletinQuery, BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { bulletinPaper } from '@dj/shared/follow/bulletin/paper/paper.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { download } from '../../platform/http/download.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { bulletinDocx } from './bulletin.docx.ts'
import { bulletinHtml } from './bulletin.html.ts'
import { draftView, publishedView } from './bulletin.view.ts'
import { computeBulletin } from './compute-bulletin.ts'

type View = Sent<typeof BulletinView>
type Input = BulletinQuery & { roundId: string; actor: Actor | null }

/** The 通报 as data, as a page to print or as a Word file: to everybody once published, before that to the leads of the county. */
export async function readBulletin(deps: Deps, { format, ...input }: Input): Promise<View | Response> {
  const round = await findCountyOfRound(deps.db, input.roundId)
  if (!round) throw new Refused('not_found')
  const view = await viewFor(inCounty(deps, round.countyId), round, input)
  if (format === 'json') return view
  const paper = bulletinPaper(view)
  if (format === 'docx') return download(await bulletinDocx(paper), { name: view.body.title, format })
  return new Response(bulletinHtml(paper), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function viewFor(
  deps: Deps,
  round: PublishedRound,
  { actor, version, draft }: Omit<Input, 'format'>,
): Promise<View> {
  const of = { countyId: round.countyId, roundId: round.id }
  const isLead = actor?.countyId === round.countyId && mayAnywhere('bulletin.publish', actor)
  const published = await findBulletin(deps.db, of, version)
  if (published && !(draft && isLead)) return publishedView(published)
  if (!isLead || version !== undefined) throw new Refused('round.not_published')
  if (round.state !== 'closed') throw new Refused('bulletin.round_open')
  return draftView(round.id, (published?.version ?? 0) + 1, await computeBulletin(deps.db, round, { at: deps.now() }))
}
