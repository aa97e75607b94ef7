import { findAnchor, type ListedAnchor, listAnchors, signAnchor } from '@dj/db/queries/county/head-anchors.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { headLine } from '@dj/shared/platform/seal/head-lines.ts'
import type { CountersignHead, HeadList, HeadView } from '@dj/shared/platform/seal/head.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

const QUARTER_DAYS = 92
const TEN_YEARS_DAYS = 3_660

export async function listHeads(deps: Deps, { countyId }: Actor): Promise<Sent<typeof HeadList>> {
  return { items: (await listAnchors(deps.db, countyId, QUARTER_DAYS)).map(toHeadView) }
}

/** Every head as a file to keep elsewhere: what `verify-events --heads` reads. */
export async function headsFile(deps: Deps, { countyId }: Actor): Promise<Response> {
  const rows = await listAnchors(deps.db, countyId, TEN_YEARS_DAYS)
  const lines = rows
    .toReversed()
    .map((row) => headLine(row, row.signer === null ? row.day : `${row.day} ${row.signer}`))
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="heads-${countyId}.txt"`,
    'cache-control': 'no-store',
  }
  return new Response(`${lines.join('\n')}\n`, { headers })
}

/** The audit administrator has the head in hand: whoever changes what lies before it has to forge that signature, too. */
export function countersignHead(
  deps: Deps,
  { actor, day, hash }: CountersignHead & { actor: Actor; day: string },
): Promise<Sent<typeof HeadView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const anchor = await findAnchor(tx, countyId, day)
    if (!anchor) throw new Refused('not_found')
    if (anchor.hash !== hash) throw new Refused('head.differs', 'hash')
    if (!(await signAnchor(tx, { countyId, day, hash, by, at }))) throw new Refused('head.signed')
    const data = { day, seq: anchor.seq, hash }
    await recordEvent(tx, { countyId, kind: 'chain.head_countersigned', at, by, data })
    const [signed] = (await listAnchors(tx, countyId, TEN_YEARS_DAYS)).filter((row) => row.day === day)
    return toHeadView(must(signed, 'the head just signed'))
  })
}

const toHeadView = ({ day, seq, hash, anchoredAt, signer, countersignedAt }: ListedAnchor): Sent<typeof HeadView> => ({
  ...{ day, seq, hash },
  anchoredAt: anchoredAt.toISOString(),
  countersignedBy: signer,
  countersignedAt: countersignedAt?.toISOString() ?? null,
})
