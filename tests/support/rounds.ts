import { createHash } from 'node:crypto'
import { newId } from '@dj/api/platform/deps.ts'
import { takePart } from '@dj/db/queries/build/orders.ts'
import { insertRound, insertSeeds } from '@dj/db/queries/follow/rounds.ts'
import { hashOfTargets } from '@dj/db/queries/follow/rounds-draw.ts'
import { recordEvents } from '@dj/db/queries/platform/events.ts'
import { assignmentTable, frameEntryTable, targetTable } from '@dj/db/tables/follow/target.table.ts'
import { type roundTable } from '@dj/db/tables/follow/round.table.ts'
import { orderTable } from '@dj/db/tables/build/order.table.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Basis, RoundId } from '@dj/shared/follow/round/round.schema.ts'
import { CivilDate, civilDateOf, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import type { EventKind } from '@dj/shared/platform/event/event-kinds.ts'
import { eq } from 'drizzle-orm'
import type { Person, World } from './world.ts'

export interface BuiltRound {
  id: RoundId
  quarter: string
}
export interface ToCheck {
  order: { id: string }
  inspectors: readonly Person[]
  basis?: Basis
}

/** A round of the quarter the clock stands in, running with these orders to check, put straight into the database. */
export async function aRunningRound(
  world: World,
  targets: readonly ToCheck[],
  wish: Partial<typeof roundTable.$inferInsert> = {},
): Promise<BuiltRound> {
  const { deps } = world
  const countyId = world.county.id
  const holders = [await world.aPerson(), await world.aPerson()]
  const id = newId<RoundId>()
  const quarter = wish.quarter ?? quarterOf(deps.now())
  await deps.withTx(countyId, async (tx, at) => {
    const day = CivilDate.parse(civilDateOf(at))
    const planned = { dueOn: day, settingsVersion: 1, rate: '0.200', minimum: 3, openedAt: at }
    const value = { publicValueSource: '双色球开奖号码', publicValueOn: day, publicValue: '03 11 17 22 28 31 + 09' }
    const round = { countyId, id, quarter, state: 'running' as const, leadBodies: ['县委组织部'], ...planned, ...value }
    await insertRound(tx, { ...round, ...wish })
    await insertSeeds(
      tx,
      holders.map(({ id: holderId }, i) => ({ countyId, roundId: id, position: i + 1, holderId, ...revealed(`${i}`) })),
    )
    for (const target of targets) await addTarget(tx, { countyId, roundId: id }, target, at)
    await tellOf(tx, { ...round, ...wish }, at)
  })
  return { id, quarter }
}

function revealed(digit: string) {
  const seed = digit.repeat(64)
  return { seed, commitment: createHash('sha256').update(seed).digest('hex') }
}

/** What the ceremony would have said. */
async function tellOf(tx: Tx, round: typeof roundTable.$inferInsert, at: Date): Promise<void> {
  const { countyId, id: roundId, publicValue: value, frameHash, frameCount } = round
  const data = { roundId, targeted: 0, targetsHash: await hashOfTargets(tx, { countyId, roundId }) }
  const said = (kind: EventKind, data: Record<string, unknown>) => ({ countyId, kind, at, by: null, data })
  await recordEvents(tx, [
    ...[1, 2].map((position) => said('round.committed', { roundId, position, ...revealed(`${position - 1}`) })),
    ...[1, 2].map((position) => said('round.seed_revealed', { roundId, position })),
    ...(frameHash ? [said('round.frozen', { roundId, frameHash, frameCount })] : []),
    said('round.value_typed', { roundId, value }),
    said('round.drawn', data),
  ])
}

async function addTarget(tx: Tx, of: { countyId: string; roundId: string }, target: ToCheck, at: Date): Promise<void> {
  const orderId = target.order.id
  const [order] = await tx.select().from(orderTable).where(eq(orderTable.id, orderId))
  const { tier, townId, ownerOrganizationId, version } = must(order, 'an order to check')
  await tx.insert(frameEntryTable).values({ ...of, orderId, orderVersion: version, tier, townId, ownerOrganizationId })
  const basis = target.basis ?? (tier === 'C' ? 'sample' : 'census')
  await tx.insert(targetTable).values({ ...of, orderId, basis, state: 'waiting' })
  for (const [i, { id: inspectorId }] of target.inspectors.entries()) {
    await takePart(tx, { countyId: of.countyId, orderId, personId: inspectorId, part: 'inspector' })
    await tx.insert(assignmentTable).values({ ...of, orderId, slot: i + 1, inspectorId, assignedAt: at })
  }
}
