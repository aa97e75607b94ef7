import { defaultChecklist } from '@dj/shared/follow/finding/default-checklist.ts'
import type { Verdict } from '@dj/shared/exit/verdict.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import { inspectorIds } from './inspectors.world.ts'
import { newId, type Market } from '../build/market.ts'
import type { FindingRecord, RoundRecord, TargetRecord } from './rounds.records.ts'

const day = 86_400_000
const first = inspectorIds.inspector1
const good = { progress_real: true, records_complete: true, real_effect: 5, satisfaction: 4 }
const fair = {
  ...{ ...good, records_complete: false, real_effect: 3, satisfaction: 3 },
  ...{ records_gap: '两次活动没有签到表' },
}

const poor = { ...fair, progress_real: false, progress_gap: '两次到场都没有人', real_effect: 1, satisfaction: 1 }
const outcomes = {
  pass: { answers: good, effect: 'good', words: '现场看过，进展与填报一致，工友说得出变化。' },
  rectify: { answers: fair, effect: 'fair', words: '活动办了，签到和照片不全，请补齐后再看。' },
  propose_retirement: { answers: poor, effect: 'poor', words: '两次走访均无人参加，实质效果差。' },
} as const

/** What was found where somebody has been, and one visit half written down. */
export function createFindings(
  market: Market,
  rounds: readonly RoundRecord[],
  targets: readonly TargetRecord[],
): FindingRecord[] {
  const found = rounds.flatMap((round) =>
    targets
      .filter(({ roundId, state }) => roundId === round.id && state === 'inspected')
      .flatMap((target, nth) => target.inspectorIds.map((id) => findingOf({ market, round, target, nth }, id))),
  )
  const open = targets.findLast(({ state, inspectorIds: held }) => state === 'waiting' && held.includes(first))
  const round = rounds.find(({ id }) => id === open?.roundId)
  if (open === undefined || round === undefined) return found
  return [...found, draftOf(findingOf({ market, round, target: open, nth: 0 }, first))]
}

interface Found {
  market: Market
  round: RoundRecord
  target: TargetRecord
  nth: number
}

function findingOf({ market, round, target, nth }: Found, inspectorId: string): FindingRecord {
  const order = market.orders.find(({ id }) => id === target.orderId)
  const verdict = verdictOf(order?.state, round.state === 'closed' && nth % 5 === 3)
  const at = foundAt(round, verdict === 'pass' ? 3 + (nth % 7) : 9)
  return {
    ...{ id: newId(), version: 1, state: 'final', orderId: target.orderId, roundId: round.id },
    ...{ inspector: { id: inspectorId, alias: aliasOf(inspectorId) }, checklistVersion: 1 },
    ...{ ...outcomes[verdict], verdict },
    ...{
      todo: {},
      callBack: null,
      attachments: [],
      writtenAt: at,
      receivedAt: at,
      quarter: round.quarter,
      late: false,
    },
    ...{ upheld: 'standing', enteredBy: null },
  }
}

/** What was found fits what became of the order. */
const verdictOf = (state: OrderState | undefined, isGap: boolean): Verdict =>
  state === 'rectifying' || isGap ? 'rectify' : state === 'retiring' ? 'propose_retirement' : 'pass'

/** Some days before the end of the round, or before now, but never before the draw. */
function foundAt({ drawnAt, openedAt, closedAt }: RoundRecord, daysBefore: number): string {
  const end = closedAt === null ? Date.now() : Date.parse(closedAt)
  return new Date(Math.max(end - daysBefore * day, Date.parse(drawnAt ?? openedAt) + day)).toISOString()
}

const draftOf = (finding: FindingRecord): FindingRecord => ({
  ...finding,
  ...{ state: 'draft', effect: null, verdict: null, quarter: null, words: '材料已看，待与班组长再核对一次。' },
  answers: Object.fromEntries(defaultChecklist.slice(0, 1).map(({ code }) => [code, true])),
})

const aliasOf = (id: string) =>
  ({ [inspectorIds.inspector1]: '督查 01', [inspectorIds.inspector2]: '督查 02' })[id] ?? '督查 03'
