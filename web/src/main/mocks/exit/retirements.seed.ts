import { ids } from '../county/county.world.ts'
import { checkedTitles } from '../build/market.checked.ts'
import { ago } from '../build/market.seed.ts'
import type { Market } from '../build/market.ts'
import { orderTitled } from './rectifications.seed.ts'
import { runningQuarter } from '../follow/rounds.seed.ts'
import type { RetirementRecord } from '../follow/rounds.records.ts'
import { afterWorkingDays } from '../meet/workdays.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
/** One waiting for its decision, one in public notice with an objection, one final and still to be undone. */
export const retirementIds = { proposed: id(411), noticed: id(412), retired: id(413) } as const

const approved = { decidedBy: '柳市组织员', decisionReason: '情况属实，同意退出。' } as const

export function createRetirements(market: Market): RetirementRecord[] {
  const retirement = (key: keyof typeof retirementIds, wish: Partial<RetirementRecord>): RetirementRecord => ({
    ...{ id: retirementIds[key], version: 1, state: 'proposed', orderId: orderTitled(market, checkedTitles[key]).id },
    ...{ evidence: 'need_ceased', facts: {}, reason: '参与企业已各自配了单证员，不再需要互助。' },
    ...{ proposedBy: '柳市组织员', proposedById: ids.organizer, proposedAt: ago(2), decidedBy: null, decidedAt: null },
    ...{ decisionReason: null, noticeUntil: null, finalBy: null, finalAt: null, undoUntil: null, withdrawn: null },
    ...{ objections: [], successorOrderId: null, ...wish },
  })
  const found = { quarter: runningQuarter(), effect: 'poor', verdict: 'propose_retirement' }
  const author = { proposedBy: '陈书记', proposedById: ids.secretary }
  const decided = { ...author, ...approved, decidedAt: ago(1), proposedAt: ago(4), facts: found }
  return [
    retirement('proposed', {}),
    retirement('noticed', {
      ...{ ...decided, state: 'on_notice', evidence: 'finding', reason: '两次走访均无人参加，实质效果差。' },
      ...{ noticeUntil: afterWorkingDays(new Date(ago(1)), 5), objections: [objection(null)] },
    }),
    retirement('retired', {
      ...{ ...decided, state: 'final', evidence: 'finding', reason: '连续两季无人维护，商会同意退出。' },
      ...{ decidedBy: '王科长', proposedAt: ago(12), decidedAt: ago(9), noticeUntil: ago(2), finalBy: '王科长' },
      ...{ finalAt: ago(1), undoUntil: ago(-2), objections: [objection('已与商会核实，转由社区志愿队承接。')] },
    }),
  ]
}

const objection = (answer: string | null): RetirementRecord['objections'][number] => ({
  ...{ id: id(answer === null ? 421 : 422), words: '明年暑期还有四十多个孩子要托管，请再给一次机会。' },
  ...{ by: '装配车间 12', byId: ids.worker, at: ago(answer === null ? 0.5 : 6), answer },
  ...{ answeredBy: answer === null ? null : '王科长', answeredAt: answer === null ? null : ago(5) },
})
