import { newId } from '@dj/api/platform/deps.ts'
import { insertFeedbackRecord, takePart } from '@dj/db/queries/build/orders.ts'
import { recordEvents } from '@dj/db/queries/platform/events.ts'
import { insertFinding } from '@dj/db/queries/follow/findings.ts'
import { insertReopening } from '@dj/db/queries/follow/reopenings.ts'
import { frameEntryTable, targetTable } from '@dj/db/tables/follow/target.table.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { BuiltOrder } from '../support/orders.ts'
import type { Organization, Person } from '../support/world.ts'

interface Questioned {
  order: BuiltOrder
  roundId: string
  owner: Organization
  inspector: Person
}

/** A completion that was questioned and stands, so that nothing can be decided any more. */
export async function insertKept(tx: Tx, { order, roundId, owner, inspector }: Questioned, at: Date): Promise<string> {
  const { countyId, id: orderId } = order
  const [id, findingId] = [newId(), newId()]
  const of = { countyId, orderId }
  const seen = { tier: 'C' as const, ownerOrganizationId: owner.id, orderVersion: 1 }
  await tx.insert(frameEntryTable).values({ ...of, roundId, ...seen, townId: owner.townId })
  await tx.insert(targetTable).values({ ...of, roundId, basis: 'sample', state: 'inspected' })
  await takePart(tx, { ...of, personId: inspector.id, part: 'inspector' })
  const value = { effect: 'fair', verdict: 'rectify' }
  await recordEvents(tx, [
    { countyId, kind: 'round.drawn', at, by: null, data: { roundId } },
    { countyId, kind: 'finding.submitted', at, by: null, orderId, data: { findingId, roundId, ...value } },
  ])
  const found = { effect: 'fair', verdict: 'rectify', words: '台账缺失', quarter: '2026Q4', state: 'final' } as const
  const visit = { ...of, id: findingId, roundId, inspectorId: inspector.id, checklistVersion: 1, answers: {} }
  await insertFinding(tx, { ...visit, ...found, writtenAt: at, receivedAt: at })
  const record = { ...of, cycle: 1, outcome: 'solved' as const, summary: '已办结', claims: 1, hours: '1.0' }
  await insertFeedbackRecord(tx, { ...record, closedAt: at })
  const asked = { ...of, id, cycle: 1, asked: 'rectify' as const, findingId, facts: {}, items: ['补签到表'] }
  const kept = { state: 'kept' as const, decidedBy: inspector.id, decidedAt: at, decisionReason: '材料已补齐' }
  await insertReopening(tx, { ...asked, ...kept, reason: '台账缺失', proposedAt: at })
  return id
}
