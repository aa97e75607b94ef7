import {
  type Fault,
  firstFault,
  followChain,
  genesisOf,
  type Head,
  headFault,
} from '@dj/shared/platform/seal/chain.rules.ts'
import type { Reads } from './connect.ts'
import { digest } from './digest.ts'
import { countChangedBulletins } from './queries/follow/bulletins.ts'
import { type UnsaidRow, unsaidRows } from './queries/follow/unsaid-rows.ts'
import { countUnsealed, firstBehind, hashAt, linksAfter, printedHeads } from './queries/platform/seals.ts'

const PAGE = 5_000
const UNSEALED_AFTER_MS = 10 * 60_000

export interface Verified {
  /** Where the chain ends, or where it is right up to. */
  head: Head
  fault: Fault | undefined
  /** Events that should have been sealed long ago. */
  unsealed: number
  /** Published bulletins that are not what their sealed events say. */
  changedBulletins: number
  /** Rows that are not what their sealed events say. */
  unsaid: readonly UnsaidRow[]
}

/** Follows a county's chain from its beginning and holds it against the heads that were printed. `heads`: those known from paper or a log. */
export async function verifyEvents(
  db: Reads,
  countyId: string,
  { at, heads = [] }: { at: Date; heads?: readonly Head[] },
): Promise<Verified> {
  // Read before the chain, which only grows: a bulletin published meanwhile is no fault.
  const printed = [...(await printedHeads(db, countyId)), ...heads]
  const unsealed = await countUnsealed(db, countyId, new Date(at.getTime() - UNSEALED_AFTER_MS))
  const changedBulletins = await countChangedBulletins(db, countyId)
  const unsaid = await unsaidRows(db, countyId)
  const behind = await firstBehind(db, countyId)
  const { head, fault } = await followAll(db, countyId)
  const faults = [fault, behind === undefined ? undefined : ({ seq: behind, kind: 'behind' } as const)]
  for (const each of printed) {
    // Beyond the first wrong place nothing can be said.
    if (fault && each.seq >= fault.seq) continue
    faults.push(
      headFault(each, head, each.seq === 0 ? genesisOf(countyId, digest).hash : await hashAt(db, countyId, each.seq)),
    )
  }
  const late: Fault | undefined = unsealed > 0 ? { seq: head.seq + 1, kind: 'unsealed' } : undefined
  return { head, fault: firstFault([...faults, late]), unsealed, changedBulletins, unsaid }
}

async function followAll(db: Reads, countyId: string): Promise<{ head: Head; fault: Fault | undefined }> {
  let head = genesisOf(countyId, digest)
  for (;;) {
    const links = await linksAfter(db, countyId, head.seq, PAGE)
    const followed = followChain(head, links, digest)
    if (followed.fault || links.length < PAGE) return followed
    head = followed.head
  }
}
