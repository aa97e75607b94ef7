import { liveNotice, liveRetirement } from '@dj/db/queries/exit/live-procedures.ts'
import { addedFindings } from '@dj/db/queries/exit/rectification-finders.ts'
import { answerItem, itemsOf } from '@dj/db/queries/exit/rectification-items.ts'
import { type RectificationRow, updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import { type RetirementRow, updateRetirement } from '@dj/db/queries/exit/retirements.ts'
import { type FindingValue, noticeStands, proposalStands } from '@dj/shared/follow/appeal/appeal.rules.ts'
import type { Tx } from '@dj/db/with-tx.ts'

interface Dropping {
  countyId: string
  orderId: string
  findingId: string
  /** Of the decision on the appeal. */
  reason: string
  at: Date
  by: string
}

/** Further findings a procedure rests on, beside the one it began with. */
export const furtherFindings = (facts: Record<string, unknown>): { findingId: string }[] =>
  Array.isArray(facts['added']) ? facts['added'] : []
export const restsOnOthers = (facts: Record<string, unknown>, findingId: string): boolean =>
  furtherFindings(facts).some((each) => each.findingId !== findingId)

/** Takes a finding that no longer speaks against the order out of what else stands: others carry it on, its own items ask nothing more. */
export async function dropGround(tx: Tx, dropping: Dropping, before: FindingValue, after: FindingValue): Promise<void> {
  const { countyId, orderId, findingId } = dropping
  const notice = await liveNotice(tx, countyId, orderId)
  if (notice && !noticeStands(after) && restsOn(notice.findingId, notice.facts, findingId))
    await dropFromNotice(tx, notice, dropping)
  const retirement = await liveRetirement(tx, countyId, orderId)
  const { evidence, facts = {} } = retirement ?? {}
  if (!retirement || (evidence !== 'finding' && evidence !== 'second_poor')) return
  if (!proposalStands(evidence, before, after) && restsOn(facts['findingId'], facts, findingId))
    await dropFromRetirement(tx, retirement, findingId)
}

const restsOn = (main: unknown, facts: Record<string, unknown>, findingId: string) =>
  main === findingId || furtherFindings(facts).some((each) => each.findingId === findingId)

async function dropFromNotice(tx: Tx, notice: RectificationRow, { findingId, reason, at, by }: Dropping) {
  const { countyId, id } = notice
  const all = addedFindings(notice)
  const kept = all.filter((each) => each.findingId !== findingId)
  const others = new Set(kept.flatMap(({ items, shared = [] }) => [...items, ...shared]))
  const own = all.find((each) => each.findingId === findingId)?.items
  for (const { item, done } of await itemsOf(tx, countyId, id)) {
    const isOwn = own === undefined ? !others.has(item) : own.includes(item) && !others.has(item)
    const answer = { done: `申诉改判，不再要求整改：${reason}`, doneBy: by, doneAt: at }
    if (isOwn && done === null) await answerItem(tx, { countyId, rectificationId: id, item }, answer)
  }
  const left = all.filter((each) => each.findingId !== findingId)
  const [next] = left
  if (notice.findingId !== findingId || next === undefined)
    return updateRectification(tx, countyId, id, { facts: { ...notice.facts, added: left } })
  const added = left.slice(1)
  const facts = { ...notice.facts, findingId: next.findingId, added }
  await updateRectification(tx, countyId, id, { findingId: next.findingId, foundBy: next.foundBy, facts })
}

async function dropFromRetirement(tx: Tx, { countyId, id, facts }: RetirementRow, findingId: string): Promise<void> {
  const left = furtherFindings(facts).filter((each) => each.findingId !== findingId)
  const [next] = left
  if (facts['findingId'] !== findingId || next === undefined)
    return updateRetirement(tx, countyId, id, { facts: { ...facts, added: left } })
  const evidence = 'earlier' in next ? ('second_poor' as const) : ('finding' as const)
  await updateRetirement(tx, countyId, id, { evidence, facts: { ...next, added: left.slice(1) } })
}
