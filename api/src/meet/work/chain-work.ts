import type { Reads } from '@dj/db/connect.ts'
import { unsignedAnchor } from '@dj/db/queries/county/head-anchors.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import type { Waiting } from './waiting.ts'

/** The newest head of the chain that waits for a counter-signature; earlier ones are behind it in the same list. */
export async function chainWork({ db, actor }: { db: Reads; actor: Actor }): Promise<Waiting[]> {
  if (!mayAnywhere('log.countersign', actor)) return []
  const head = await unsignedAnchor(db, actor.countyId)
  if (!head) return []
  const { day, anchoredAt } = head
  const about = { kind: 'chain.countersign', subject: { kind: 'head', id: day }, orderId: null, title: day } as const
  return [{ ...about, since: anchoredAt.toISOString(), dueAt: null }]
}
