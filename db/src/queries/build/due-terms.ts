import { sql } from 'drizzle-orm'
import type { DueTerm } from '@dj/shared/build/order/due.rules.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'

export type GivenTerm = DueTerm & { claimId: string; isRunning: boolean }

/** The terms given on an order. One that was delivered stands still until its answer; a request has none yet. */
export async function givenTerms(db: Reads, countyId: string, orderId: string): Promise<GivenTerm[]> {
  const rows = await db.execute<{ id: string; state: string; due_at: string; term_until: string | null }>(sql`
    select id, state, due_at::text, term_until::text from claim
    where county_id = ${countyId} and order_id = ${orderId} and state in ('active', 'delivered')`)
  return rows.map(({ id, state, due_at, term_until }) => ({
    ...{ claimId: id, isRunning: state === 'active', dueAt: new Date(due_at) },
    termUntil: term_until === null ? null : new Date(term_until),
  }))
}

export async function updateTerm(tx: Tx, countyId: string, claimId: string, term: DueTerm): Promise<void> {
  await tx.execute(sql`
    update claim set due_at = ${term.dueAt.toISOString()}::timestamptz,
      term_until = ${term.termUntil?.toISOString() ?? null}::timestamptz, version = version + 1
    where county_id = ${countyId} and id = ${claimId}`)
}
