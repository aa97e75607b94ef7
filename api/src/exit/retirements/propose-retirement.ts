import { damningFinding } from '@dj/db/queries/exit/retirements.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { poorInputsOf } from '@dj/db/queries/exit/poor-ratings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import type { ProposeRetirement, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { openRetirement } from './open-retirement.ts'
import { viewRetirement } from './retirement.view.ts'

type Input = ProposeRetirement & { actor: Actor; orderId: string }

/** Proposes with evidence: a finished finding, the rating rule's inputs, or that the need has ceased. */
export function proposeRetirement(
  deps: Deps,
  { actor, orderId, evidence, reason }: Input,
): Promise<Sent<typeof RetirementView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdOrder(tx, actor, orderId, { operation: 'retirement.propose' })
    refuseIf(order.state === 'retiring' ? 'retirement.exists' : orderRefusal(order.state, 'propose_retirement'))
    const facts = await factsFor(tx, countyId, orderId, evidence)
    const id = await openRetirement(tx, { order, evidence, facts, reason, by, at })
    return viewRetirement(tx, id, actor, at)
  })
}

/** What the evidence rests on, looked up and not taken from the proposer. */
async function factsFor(
  tx: Tx,
  countyId: string,
  orderId: string,
  evidence: ProposeRetirement['evidence'],
): Promise<Record<string, unknown>> {
  if (evidence === 'need_ceased') return {}
  if (evidence === 'poor_rating') {
    const { version, settings } = await currentSettings(tx, countyId)
    const inputs = await poorInputsOf(tx, countyId, orderId)
    if (!poorRating(inputs, settings.rating)) throw new Refused('retirement.no_evidence', 'evidence')
    return { settingsVersion: version, rule: settings.rating, inputs }
  }
  const finding = await damningFinding(tx, countyId, orderId)
  // A failed rectification and a second 差 propose by themselves; a person rests a proposal on the finding.
  if (!finding || evidence !== 'finding') throw new Refused('retirement.no_evidence', 'evidence')
  return { findingId: finding.id, quarter: finding.quarter, effect: finding.effect, verdict: finding.verdict }
}
