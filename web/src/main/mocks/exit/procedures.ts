import { failedChecks, rectificationItems } from '@dj/shared/follow/finding/finding.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { RetirementEvidence } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { aliasIn } from '../guard.ts'
import { claimsOn } from '../build/market.facts.ts'
import { note } from '../build/market.events.ts'
import { newId, type OrderRecord } from '../build/market.ts'
import { orderOf } from '../follow/rounds.views.ts'
import type { FindingRecord } from '../follow/rounds.records.ts'
import { afterWorkingDays } from '../meet/workdays.ts'
import type { World } from '../world.ts'

/** What a final finding brings about, as its verdict says and the state of the order allows. */
export function applyVerdict(world: World, finding: FindingRecord): void {
  const { verdict, orderId } = finding
  const order = orderOf(world, orderId)
  if (verdict === null || verdict === 'pass' || orderRefusal(order.state, verdict) !== undefined) return
  if (verdict === 'rectify') issueNotice(world, order, finding)
  else openRetirement(world, { order, evidence: 'finding', ...proposalOf(finding) })
}

const proposalOf = ({ id, quarter, effect, verdict, words: reason, inspector }: FindingRecord) => {
  return { facts: { findingId: id, quarter, effect, verdict }, reason, byId: inspector.id }
}

function issueNotice(
  world: World,
  order: OrderRecord,
  { answers, todo, words, inspector, checklistVersion }: FindingRecord,
) {
  const { notices, checklists } = world.rounds
  const checklist = must(
    checklists.find(({ version }) => version === checklistVersion),
    'the checklist of a finding',
  )
  const now = new Date()
  const number = `ZG-${now.getFullYear()}-${String(notices.length + 1).padStart(6, '0')}`
  const items = rectificationItems(failedChecks(checklist.items, answers), todo, words)
  const deadlineAt = afterWorkingDays(now, world.market.settings.rectification.deadlineWorkingDays)
  notices.push({
    ...{ id: newId(), version: 1, number, state: 'issued', orderId: order.id, cause: 'finding', extended: false },
    items: items.map((text, nth) => ({ item: nth + 1, words: text, done: null, attachments: [] })),
    ...{ responsibleId: null, issuedBy: inspector.alias, issuedAt: now.toISOString(), deadlineAt },
    ...{ submittedAt: null, submittedById: null, foundById: inspector.id, reinspectorId: null },
    ...{ decidedAt: null, decision: null, nudges: null },
  })
  Object.assign(order, { state: 'rectifying', stateSince: now.toISOString() })
  note(world.market, order, 'rectification.issued', inspector.alias, { number, cause: 'finding', items, deadlineAt })
}

interface Proposal {
  order: OrderRecord
  evidence: RetirementEvidence
  facts: Record<string, unknown>
  reason: string
  byId: string | null
}

/** The order is retiring until it is decided; the proposal's id. */
export function openRetirement(world: World, { order, evidence, facts, reason, byId }: Proposal): string {
  const id = newId()
  const [now, proposedBy] = [new Date().toISOString(), aliasIn(world, byId)]
  world.rounds.retirements.push({
    ...{
      id,
      version: 1,
      state: 'proposed',
      orderId: order.id,
      evidence,
      facts,
      reason,
      proposedBy,
      proposedById: byId,
    },
    ...{ proposedAt: now, decidedBy: null, decidedAt: null, decisionReason: null, noticeUntil: null, finalBy: null },
    ...{ finalAt: null, undoUntil: null, withdrawn: null, objections: [], successorOrderId: null },
  })
  Object.assign(order, { state: 'retiring', stateSince: now })
  note(world.market, order, 'retirement.proposed', proposedBy, { evidence, reason, ...facts })
  return id
}

/** Out of the procedure: in hand where somebody still holds it, else open again. */
export function backToWork({ market }: World, order: OrderRecord): void {
  const isHeld = claimsOn(market, order.id).some(({ state }) => state === 'active')
  Object.assign(order, { state: isHeld ? 'claimed' : 'open', stateSince: new Date().toISOString() })
}
