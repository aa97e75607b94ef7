/**
 * The sealed chain of a county's events, in words an outsider can follow. The digest (SHA-256 of UTF-8 text, lower-case hex) is passed in.
 *
 * line = JSON without spaces of one object with the keys in this order: at, by, claimId, countyId, data, id, kind, needId, orderId, xid.
 *   `at` is UTC to the microsecond (2026-11-18T02:00:00.000000Z), `data` the text in which PostgreSQL stores the JSON, `xid` the number of
 *   the transaction as text, absent values are null.
 * hash(0) = digest("dangjian-seal/1 " + countyId); hash(n) = digest(hash(n-1) + "\n" + line(n)).
 * Events stand in the order (xid, id) of each sealed batch; a batch holds only what no transaction under way can precede any more.
 */
export interface SealableEvent {
  at: string
  by: string | null
  claimId: string | null
  countyId: string
  data: string
  id: string
  kind: string
  needId: string | null
  orderId: string | null
  xid: string
}
export type Digest = (text: string) => string

export interface Head {
  seq: number
  hash: string
}
/** One place of the chain with what stands there now; null: the event is gone. */
export interface Link extends Head {
  event: SealableEvent | null
}

export type FaultKind = 'missing' | 'changed' | 'gap' | 'behind' | 'truncated' | 'rewritten' | 'unsealed'
/** The first place at which the chain is wrong, and how. */
export interface Fault {
  seq: number
  kind: FaultKind
}

export const genesisOf = (countyId: string, digest: Digest): Head => ({
  seq: 0,
  hash: digest(`dangjian-seal/1 ${countyId}`),
})

export function eventLine(event: SealableEvent): string {
  const { at, by, claimId, countyId, data, id, kind, needId, orderId, xid } = event
  return JSON.stringify({ at, by, claimId, countyId, data, id, kind, needId, orderId, xid })
}

const follow = ({ seq, hash }: Head, event: SealableEvent, digest: Digest): Head => ({
  seq: seq + 1,
  hash: digest(`${hash}\n${eventLine(event)}`),
})

/** The places that these events take behind `head`, in their order. */
export function sealed(head: Head, events: readonly SealableEvent[], digest: Digest): Head[] {
  let last = head
  return events.map((event) => (last = follow(last, event, digest)))
}

/** Follows the chain from `head`: where it ends, or the first place that is wrong. */
export function followChain(
  head: Head,
  links: readonly Link[],
  digest: Digest,
): { head: Head; fault: Fault | undefined } {
  let last = head
  for (const { seq, hash, event } of links) {
    const fault = (kind: FaultKind, at = seq) => ({ head: last, fault: { seq: at, kind } })
    if (seq !== last.seq + 1) return fault('gap', last.seq + 1)
    if (event === null) return fault('missing')
    const next = follow(last, event, digest)
    if (next.hash !== hash) return fault('changed')
    last = next
  }
  return { head: last, fault: undefined }
}

/** A chain that is right in itself, held against a head that was printed: shorter, or another one. */
export function headFault(printed: Head, end: Head, hashAt: string | undefined): Fault | undefined {
  if (printed.seq > end.seq) return { seq: end.seq + 1, kind: 'truncated' }
  return hashAt === printed.hash ? undefined : { seq: printed.seq, kind: 'rewritten' }
}

/** The fault that comes first in the chain. */
export const firstFault = (faults: readonly (Fault | undefined)[]): Fault | undefined =>
  faults.filter((fault) => fault !== undefined).toSorted((a, b) => a.seq - b.seq)[0]
