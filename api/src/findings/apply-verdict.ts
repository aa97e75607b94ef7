import { checklistOfVersion } from '@dj/db/queries/checklists.ts'
import { type FindingRow, poorFindings } from '@dj/db/queries/findings.ts'
import type { OrderRow } from '@dj/db/queries/orders.ts'
import { currentSettings } from '@dj/db/queries/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/assert.ts'
import { failedItems, isSecondPoor } from '@dj/shared/finding/finding.rules.ts'
import { orderRefusal } from '@dj/shared/order/order.rules.ts'
import { Quarter } from '@dj/shared/time/quarter.ts'
import { issueRectification } from '../rectifications/issue-rectification.ts'
import { openRetirement } from '../retirements/open-retirement.ts'

const mostItems = 20

interface Applying {
  order: OrderRow
  finding: FindingRow
  at: Date
}

/**
 * What a final finding brings about: a second 差 proposes retirement by itself, else the verdict does what it says. An order that
 * is over, or already in such a procedure, only keeps the record. The order is held by the caller. [domain §9]
 */
export async function applyVerdict(tx: Tx, { order, finding, at }: Applying): Promise<void> {
  const { id: findingId, effect, verdict, inspectorId: by, words } = finding
  const { settings } = await currentSettings(tx, order.countyId)
  const quarter = Quarter.parse(must(finding.quarter, 'the quarter of a final finding'))
  const facts = { findingId, quarter, effect, verdict }
  const mayRetire = orderRefusal(order.state, 'propose_retirement') === undefined
  const earlier = effect === 'poor' ? await poorFindings(tx, finding) : []
  if (
    isSecondPoor(
      earlier.map((each) => each.quarter),
      quarter,
      settings.retirement.poorWithinQuarters,
    )
  ) {
    const both = { ...facts, earlier: earlier[0] }
    if (mayRetire)
      await openRetirement(tx, { order, evidence: 'second_poor', facts: both, reason: words, by: null, at })
  } else if (verdict === 'propose_retirement') {
    if (mayRetire) await openRetirement(tx, { order, evidence: 'finding', facts, reason: words, by, at })
  } else if (verdict === 'rectify' && orderRefusal(order.state, 'rectify') === undefined) {
    const items = await itemsOf(tx, finding)
    const notice = { order, cause: 'finding' as const, findingId, foundBy: by, items, facts, by, at, settings }
    await issueRectification(tx, notice)
  }
}

/** What is to be put right: the items that failed, then the inspector's words. */
async function itemsOf(tx: Tx, { countyId, checklistVersion, answers, words }: FindingRow): Promise<string[]> {
  const checklist = await checklistOfVersion(tx, countyId, checklistVersion)
  return [...failedItems(checklist?.items ?? [], answers).slice(0, mostItems - 1), words]
}
