import type { Reads } from '@dj/db/connect.ts'
import { conflictsWithOrders } from '@dj/db/queries/exit/rounds-conflicts.ts'
import { previousQuarter, Quarter, quarterBounds, quarterOf } from '@dj/shared/platform/time/quarter.ts'

const QUARTERS_OF_A_SECOND = 4

interface Looking {
  countyId: string
  by: string
  orderIds: readonly string[]
  at: Date
}

/** In which of these orders the inspector has an interest: those that keep them from a first look keep them from the second. (domain §3) */
export async function interestsIn(db: Reads, { countyId, by, orderIds, at }: Looking): Promise<string[]> {
  const asked = { countyId, inspectorIds: [by], secondsSince: secondsSince({ quarter: quarterOf(at) }) }
  return (await conflictsWithOrders(db, { ...asked, orderIds })).map((conflict) => conflict.order_id)
}

/** Seconds within four quarters, the round's included, are a conflict. (domain §3) */
export function secondsSince(round: { quarter: string }): Date {
  let quarter = Quarter.parse(round.quarter)
  for (let n = 1; n < QUARTERS_OF_A_SECOND; n += 1) quarter = previousQuarter(quarter)
  return quarterBounds(quarter).from
}
