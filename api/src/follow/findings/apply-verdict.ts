import { checklistOfVersion } from '@dj/db/queries/follow/checklists.ts'
import { type FindingRow, poorFindings } from '@dj/db/queries/follow/findings.ts'
import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { failedItems, isSecondPoor } from '@dj/shared/follow/finding/finding.rules.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { issueRectification } from '../../exit/rectifications/issue-rectification.ts'
import { openRetirement } from '../../exit/retirements/open-retirement.ts'

const mostItems = 20

interface Applying {
  order: OrderRow
  finding: FindingRow
  at: Date
  /** The inspector, or who changed the finding on appeal. */
  by: string
}

/**
 * What a final finding brings about: a second 差 proposes retirement by itself, else the verdict does what it says. An order that
 * is over, or already in such a procedure, only keeps the record. The order is held by the caller. [domain §9]
 */
export async function applyVerdict(tx: Tx, applying: Applying): Promise<void> {
  if (!(await proposeSecondPoor(tx, applying))) await followVerdict(tx, applying)
}

const factsOf = ({ id: findingId, quarter, effect, verdict }: FindingRow) => ({ findingId, quarter, effect, verdict })

/** A second 差 within some quarters proposes retirement, in nobody's name; whether it is one. */
export async function proposeSecondPoor(tx: Tx, { order, finding, at }: Applying): Promise<boolean> {
  if (finding.effect !== 'poor') return false
  const { version: settingsVersion, settings } = await currentSettings(tx, order.countyId)
  const quarter = Quarter.parse(must(finding.quarter, 'the quarter of a final finding'))
  const { poorWithinQuarters } = settings.retirement
  const earlier = (await poorFindings(tx, finding)).filter((each) =>
    isSecondPoor([each.quarter], quarter, poorWithinQuarters),
  )
  if (earlier.length === 0) return false
  if (orderRefusal(order.state, 'propose_retirement') === undefined) {
    const facts = { ...factsOf(finding), earlier: earlier[0], settingsVersion, poorWithinQuarters }
    await openRetirement(tx, { order, evidence: 'second_poor', facts, reason: finding.words, by: null, at })
  }
  return true
}

/** Issues a rectification or proposes retirement, as the verdict says and the state of the order allows. */
export async function followVerdict(tx: Tx, { order, finding, at, by }: Applying): Promise<void> {
  const { id: findingId, verdict, inspectorId: foundBy, words: reason } = finding
  const facts = factsOf(finding)
  if (verdict === 'propose_retirement' && orderRefusal(order.state, verdict) === undefined) {
    await openRetirement(tx, { order, evidence: 'finding', facts, reason, by, at })
  }
  if (verdict === 'rectify' && orderRefusal(order.state, verdict) === undefined) {
    const { settings } = await currentSettings(tx, order.countyId)
    const items = await itemsOf(tx, finding)
    await issueRectification(tx, { order, cause: 'finding', findingId, foundBy, items, facts, by, at, settings })
  }
}

/** What is to be put right: the items that failed, then the inspector's words. */
async function itemsOf(tx: Tx, { countyId, checklistVersion, answers, words }: FindingRow): Promise<string[]> {
  const checklist = await checklistOfVersion(tx, countyId, checklistVersion)
  return [...failedItems(checklist?.items ?? [], answers).slice(0, mostItems - 1), words]
}
