import { appendFile } from 'node:fs/promises'
import { findAnchor, insertAnchor } from '@dj/db/queries/county/head-anchors.ts'
import { headLine } from '@dj/shared/platform/seal/head-lines.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { sealEvents } from '../../platform/seal/seal-events.ts'

/**
 * Once a day the head of the county's chain leaves the database: as a line of a file that stands elsewhere, and before the
 * audit administrator, who counter-signs it. The line is written first: twice does no harm, never would.
 */
export async function anchorHeads(deps: Deps, countyId: string): Promise<{ anchored: boolean; seq?: number }> {
  const day = civilDateOf(deps.now())
  if (await findAnchor(deps.db, countyId, day)) return { anchored: false }
  const { seq, hash } = await sealEvents(deps, countyId)
  if (deps.headsFile !== undefined) await appendFile(deps.headsFile, `${headLine({ countyId, seq, hash }, day)}\n`)
  const anchored = await deps.withTx(countyId, (tx, at) =>
    insertAnchor(tx, { countyId, day, seq, hash, anchoredAt: at }),
  )
  return { anchored, seq }
}
