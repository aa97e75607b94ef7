import { checklistOfVersion } from '@dj/db/queries/follow/checklists.ts'
import { type FindingRow, poorFindings } from '@dj/db/queries/follow/findings.ts'
import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { liveNotice, liveRetirement } from '@dj/db/queries/exit/live-procedures.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { failedChecks, isSecondPoor, rectificationItems } from '@dj/shared/follow/finding/finding.rules.ts'
import { findingEffect } from '@dj/shared/follow/finding/finding-effect.rules.ts'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { addToNotice } from '../../exit/rectifications/add-to-notice.ts'
import { issueRectification } from '../../exit/rectifications/issue-rectification.ts'
import { joinRetirement } from '../../exit/retirements/join-retirement.ts'
import { openRetirement } from '../../exit/retirements/open-retirement.ts'
import { askReopening } from '../reopenings/ask-reopening.ts'

const mostItems = 20

interface Applying {
  order: OrderRow
  finding: FindingRow
  at: Date
  /** The inspector, or who changed the finding on appeal. */
  by: string
}

/**
 * What a final finding brings about: a second 差 asks for retirement by itself, else the verdict does what the table says of an order
 * in that state. The order is held by the caller. [domain §9]
 */
export async function applyVerdict(tx: Tx, applying: Applying): Promise<void> {
  if (!(await proposeSecondPoor(tx, applying))) await followVerdict(tx, applying)
}

const factsOf = ({ id: findingId, quarter, effect, verdict }: FindingRow) => ({ findingId, quarter, effect, verdict })

/** A second 差 within some quarters asks for retirement, in nobody's name; whether it is one. */
export async function proposeSecondPoor(tx: Tx, { order, finding, at }: Applying): Promise<boolean> {
  if (finding.effect !== 'poor') return false
  const { version: settingsVersion, settings } = await currentSettings(tx, order.countyId)
  const quarter = Quarter.parse(must(finding.quarter, 'the quarter of a final finding'))
  const { poorWithinQuarters } = settings.retirement
  const earlier = (await poorFindings(tx, finding)).filter((each) =>
    isSecondPoor([each.quarter], quarter, poorWithinQuarters),
  )
  if (earlier.length === 0) return false
  const facts = { ...factsOf(finding), earlier: earlier[0], settingsVersion, poorWithinQuarters }
  await askRetirement(tx, { order, finding, at, by: null, evidence: 'second_poor', facts })
  return true
}

/** Does what the verdict says, as the state of the order allows. */
export async function followVerdict(tx: Tx, applying: Applying): Promise<void> {
  const { verdict } = applying.finding
  if (verdict === 'propose_retirement')
    await askRetirement(tx, { ...applying, evidence: 'finding', facts: factsOf(applying.finding) })
  if (verdict === 'rectify') await askRectification(tx, applying)
}

interface Retiring extends Omit<Applying, 'by'> {
  by: string | null
  evidence: 'finding' | 'second_poor'
  facts: Record<string, unknown>
}

async function askRetirement(tx: Tx, { order, finding, at, by, evidence, facts }: Retiring): Promise<void> {
  const { words: reason } = finding
  switch (findingEffect(order.state, 'propose_retirement')) {
    case 'proposal':
      await openRetirement(tx, { order, evidence, facts, reason, by, at })
      return
    case 'joins_proposal': {
      const retirement = await liveRetirement(tx, order.countyId, order.id)
      return joinRetirement(tx, { retirement: must(retirement, 'a live retirement'), facts, reason, by, at })
    }
    case 'reopening':
      return askReopening(tx, { order, finding, asked: 'retire', facts, items: await itemsOf(tx, finding), by, at })
    default:
  }
}

async function askRectification(tx: Tx, { order, finding, at, by }: Applying): Promise<void> {
  const { countyId, id: orderId } = order
  const effect = findingEffect(order.state, 'rectify')
  if (effect === 'none' || effect === 'record') return
  const { id: findingId, inspectorId: foundBy } = finding
  const [facts, items] = [factsOf(finding), await itemsOf(tx, finding)]
  if (effect === 'reopening') return askReopening(tx, { order, finding, asked: 'rectify', facts, items, by, at })
  const { settings } = await currentSettings(tx, countyId)
  const notice = await liveNotice(tx, countyId, orderId)
  if (notice) return addToNotice(tx, { notice, findingId, foundBy, items, by, at, settings })
  const ground = { cause: 'finding' as const, findingId, foundBy, items, facts }
  await issueRectification(tx, { order, ...ground, by, at, settings })
}

async function itemsOf(tx: Tx, { countyId, checklistVersion, answers, todo, words }: FindingRow): Promise<string[]> {
  const checklist = await checklistOfVersion(tx, countyId, checklistVersion)
  const items = rectificationItems(failedChecks(checklist?.items ?? [], answers), todo, words)
  return [...items.slice(0, mostItems - 1), ...items.slice(mostItems - 1).slice(-1)]
}
