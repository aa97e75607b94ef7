import { digest } from '@dj/db/digest.ts'
import { insertSeals, lastSeal, lockSealing, unsealedEvents } from '@dj/db/queries/platform/seals.ts'
import { genesisOf, sealed } from '@dj/shared/platform/seal/chain.rules.ts'
import type { Deps } from '../deps.ts'

const BATCH = 5_000

/**
 * Seals what happened since the last time into the county's chain, in commit order. An event whose transaction another one still under
 * way could precede waits for the next time, so no late committer is passed over. Answers the head, which the log keeps outside the database.
 */
export async function sealEvents(deps: Deps, countyId: string): Promise<{ sealed: number; seq: number; hash: string }> {
  let count = 0
  for (;;) {
    const { added, head } = await sealBatch(deps, countyId)
    count += added
    if (added < BATCH) return { sealed: count, ...head }
  }
}

function sealBatch(deps: Deps, countyId: string) {
  return deps.withTx(countyId, async (tx, at) => {
    await lockSealing(tx, countyId)
    const [last, events] = await Promise.all([lastSeal(tx, countyId), unsealedEvents(tx, countyId, BATCH)])
    const before = last ?? genesisOf(countyId, digest)
    const heads = sealed(before, events, digest)
    if (events.length > 0) {
      await insertSeals(
        tx,
        countyId,
        heads.map((head, i) => ({ ...head, eventId: events[i]?.id ?? '' })),
        at,
      )
    }
    return { added: events.length, head: heads.at(-1) ?? before }
  })
}
