import { givenTerms, updateTerm } from '@dj/db/queries/build/due-terms.ts'
import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { dueTermAgain, shortens } from '@dj/shared/build/order/due.rules.ts'
import { refuseIf } from '@dj/shared/problem.ts'

/** The owner moves the day the order is due, and the running claims with it: later or away, never from under a claimant. */
export async function moveDue(tx: Tx, { countyId, id }: OrderRow, dueOn: string | null): Promise<void> {
  const terms = await givenTerms(tx, countyId, id)
  refuseIf(shortens(dueOn, terms) ? 'order.due_relied_on' : undefined, 'dueOn')
  for (const term of terms.filter(({ isRunning }) => isRunning)) {
    await updateTerm(tx, countyId, term.claimId, dueTermAgain(term, dueOn))
  }
}
